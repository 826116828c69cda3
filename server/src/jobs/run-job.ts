import type { Core } from '@strapi/strapi';
import { failureMessage, failureOf } from '../import/failure';
import {
  LeaseLost,
  type Job,
  type JobCheckpoint,
  type JobEnd,
  type JobHandler,
  type JobWatcher,
} from './job';
import type { JobStore } from './job-store';

const HEARTBEAT_MILLISECONDS = 10_000;

/**
 * Runs a job that this process has claimed, with signs of life, until it is done, cancelled or the process ends.
 * @param ending set off when the process is to end: the job is left for another one.
 */
export async function runJob(
  strapi: Core.Strapi,
  store: JobStore,
  job: Job,
  handler: JobHandler,
  ending: AbortSignal,
  { progressed }: Pick<JobWatcher, 'progressed'> = {},
): Promise<JobEnd> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  ending.addEventListener('abort', stop);
  if (ending.aborted) stop();
  const beat = async (checkpoint: JobCheckpoint = {}): Promise<void> => {
    if (checkpoint.counts) progressed?.(job, checkpoint.counts);
    if (await store.heartbeat(job.id, checkpoint)) stop();
  };
  const timer = setInterval(() => {
    void beat().catch((error: unknown) => {
      if (error instanceof LeaseLost) stop();
      else strapi.log.warn(`press: job ${job.id} cannot give a sign of life: ${failureOf(error)}`);
    });
  }, HEARTBEAT_MILLISECONDS);
  try {
    const report = await handler({ job, signal: controller.signal, checkpoint: beat });
    const end = endOf(report);
    await store.finish(job.id, end.state, { report: report ?? undefined });
    return end;
  } catch (error) {
    if (error instanceof LeaseLost) return { state: 'lost', error };
    await store.finish(job.id, 'failed', { failure: failureMessage(error) });
    return { state: 'failed', error };
  } finally {
    clearInterval(timer);
    ending.removeEventListener('abort', stop);
  }

  function endOf(report: unknown): {
    state: 'done' | 'cancelled' | 'interrupted' | 'queued';
    report: unknown;
  } {
    if (!controller.signal.aborted) return { state: 'done', report };
    if (!ending.aborted) return { state: 'cancelled', report };
    return { state: job.params.attached ? 'interrupted' : 'queued', report };
  }
}
