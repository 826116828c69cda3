import type { Core } from '@strapi/strapi';
import type { Job, JobsService } from '../../jobs';
import { pressService } from '../../press-service';
import { mergeJob, type MergeReport } from './merge-job';
import type { MergeState } from './merge-terms';
import { termsToMerge, type TermPair } from './term-pair';

export interface MergeWatching {
  signal?: AbortSignal;
  onProgress?: (state: MergeState) => void;
  /** Called while another job runs. */
  onWait?: (running: Job) => void;
}

/** Merges two categories or two tags. */
export function mergeService({ strapi }: { strapi: Core.Strapi }) {
  const jobs = () => pressService<JobsService>(strapi, 'jobs');

  return {
    /**
     * Queues a merge; a worker of any node takes it.
     * @returns the number of the job.
     * @throws ValidationError where one of the terms does not exist, or both are one.
     */
    async enqueue(pair: TermPair): Promise<number> {
      await termsToMerge(strapi, pair);
      return jobs().enqueue('merge', { ...pair });
    },

    /**
     * Merges in this process, as soon as no other job runs, and waits for the end.
     * @returns null where it was cancelled before it began.
     * @throws ValidationError as above; nothing is changed then.
     */
    async run(
      pair: TermPair,
      { signal, onProgress, onWait }: MergeWatching = {},
    ): Promise<MergeReport | null> {
      await termsToMerge(strapi, pair);
      const handler = mergeJob(strapi, onProgress);
      const end = await jobs().run('merge', { ...pair }, handler, { signal, onWait });
      if (end.state === 'failed' || end.state === 'lost') throw end.error;
      return (end.report as MergeReport | undefined) ?? null;
    },
  };
}

export type MergeService = ReturnType<typeof mergeService>;
