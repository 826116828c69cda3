import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { rowsInScope } from '../../regeneration/regeneration-scope';
import { finishMerge } from './finish-merge';
import { moveLot, type KeptPost } from './move-lot';
import { termsToMerge, type TermPair } from './term-pair';

/** How far a merge is. Posts that were moved are found no more, so that an interrupted merge just begins again. */
export interface MergeState {
  /** Rows, drafts and published ones, that had the term when this run began. */
  total: number;
  done: number;
  /** Posts that stay for now. */
  kept: number;
}

export interface MergeOptions {
  signal?: AbortSignal;
  /** Called after each lot of posts, in no transaction. */
  onProgress?: (state: MergeState) => void | Promise<void>;
}

export interface MergeResult {
  /** Rows, drafts and published ones, that have the other term now. */
  moved: number;
  /** Posts that cannot have the other term; the term stays with them. */
  kept: KeptPost[];
  /** Whether the term is gone. */
  deleted: boolean;
}

const LOT = 200;
const BUSY_MILLISECONDS = 100;

/**
 * Gives all posts of a term another one, in lots with a transaction each, and deletes the term when no post has it any more.
 * Texts, links and lists follow; changed URLs leave redirects, and so does the category's own page.
 * @throws ValidationError where one of the terms does not exist, or both are one; nothing is changed then.
 */
export async function mergeTerms(
  strapi: Core.Strapi,
  pair: TermPair,
  { signal, onProgress }: MergeOptions = {},
): Promise<MergeResult> {
  const terms = await termsToMerge(strapi, pair);
  const scope = { kind: pair.kind, ids: [terms.from.id], alone: true };
  const kept = new Map<string, KeptPost>();
  const state: MergeState = { total: (await rowsInScope(strapi, scope)).count, done: 0, kept: 0 };
  for (;;) {
    let moved = 0;
    let busy = 0;
    const rows = await rowsInScope(strapi, scope);
    for await (const { ids } of rows.lots(LOT)) {
      if (signal?.aborted) return { moved: state.done, kept: [...kept.values()], deleted: false };
      const result = await moveLot(strapi, ids, terms);
      moved += result.moved;
      busy += result.busy;
      for (const documentId of result.settled) kept.delete(documentId);
      for (const post of result.kept) kept.set(post.documentId, post);
      state.done += result.moved;
      state.kept = kept.size;
      await onProgress?.({ ...state });
      // Requests that came in meanwhile get their turn.
      await new Promise(setImmediate);
    }
    // What stays may fit after others have moved, and editors may have used the term meanwhile.
    if (moved > 0) continue;
    if (busy > 0) {
      await wait(BUSY_MILLISECONDS);
      continue;
    }
    if (kept.size > 0) return { moved: state.done, kept: [...kept.values()], deleted: false };
    const deleted = await finishMerge(strapi, terms);
    if (deleted) return { moved: state.done, kept: [], deleted };
  }
}
