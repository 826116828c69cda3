import { AsyncLocalStorage } from 'node:async_hooks';

/** What changed for readers during one Document Service action; sent as one event after commit. */
export interface PublicChanges {
  urls: Set<string>;
  /** Document ids of the categories concerned. */
  categories: Set<string>;
}

/** One Document Service action on a type of ours. */
export interface WriteContext {
  uid: string;
  /** `create`, `update`, `publish`, `unpublish`, `discardDraft`, `clone`, `delete`. */
  action: string;
  changes: PublicChanges;
  /** What the action read already and cannot change under it; see `onceInWrite`. */
  memo: Map<string, Promise<unknown>>;
  /** The URL that a row published by this action is about to take. */
  claimedUrl?: { url: string; urlKey: string; documentId: string | null };
}

const storage = new AsyncLocalStorage<WriteContext>();

/** Runs an action so that lifecycle hooks below it know which one it is. */
export function runInWriteContext<Result>(
  context: WriteContext,
  run: () => Promise<Result>,
): Promise<Result> {
  return storage.run(context, run);
}

/** The running action; undefined where rows are written through `strapi.db.query`. */
export function currentWrite(): WriteContext | undefined {
  return storage.getStore();
}

/**
 * Reads something once for the running action: creating and publishing in one call writes two rows of one post in one
 * transaction. Outside of an action it is read each time.
 */
export function onceInWrite<Result>(key: string, read: () => Promise<Result>): Promise<Result> {
  const memo = currentWrite()?.memo;
  if (!memo) return read();
  const known = memo.get(key) as Promise<Result> | undefined;
  const result = known ?? read();
  if (!known) memo.set(key, result);
  return result;
}

export function noChanges(): PublicChanges {
  return { urls: new Set(), categories: new Set() };
}
