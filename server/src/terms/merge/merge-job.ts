import type { Core } from '@strapi/strapi';
import type { JobHandler } from '../../jobs';
import { mergeTerms, type MergeResult, type MergeState } from './merge-terms';
import type { TermPair } from './term-pair';

/** Posts that stay are named in a job's report up to this number. */
const MOST_KEPT = 100;

/** What a job's record says of a merge. */
export interface MergeReport extends MergeResult {
  keptCount: number;
}

/**
 * Merges two terms as a job, which begins again where it was interrupted.
 * @param onProgress is told too, in the process that runs it.
 */
export function mergeJob(strapi: Core.Strapi, onProgress?: (state: MergeState) => void): JobHandler {
  return async ({ job, signal, checkpoint }): Promise<MergeReport> => {
    const result = await mergeTerms(strapi, job.params as unknown as TermPair, {
      signal,
      async onProgress(state) {
        await checkpoint({ counts: { ...state } });
        onProgress?.(state);
      },
    });
    return { ...result, keptCount: result.kept.length, kept: result.kept.slice(0, MOST_KEPT) };
  };
}
