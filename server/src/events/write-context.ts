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

export function noChanges(): PublicChanges {
  return { urls: new Set(), categories: new Set() };
}
