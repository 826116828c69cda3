import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { message } from '../../../core/messages';
import { failureOf } from '../import/failure';
import { SayingError } from '../messages/saying-error';
import type { JobHandler, JobKind, JobWatcher, RunningJob } from './job';
import type { JobStore } from './job-store';
import { runJob } from './run-job';

/** How often a worker looks for jobs of other nodes, and for those that other nodes left behind. */
const POLL_MILLISECONDS = 5000;

/** Runs queued jobs in this process, one after the other. */
export function jobWorker(strapi: Core.Strapi, store: JobStore, handlers: Map<JobKind, JobHandler>) {
  let working: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const ending = new AbortController();

  /** Whoever wakes the worker may be in a transaction, which the worker's own queries must not join. */
  const wake = AsyncResource.bind((): void => {
    again = true;
    working ??= work().finally(() => {
      working = null;
    });
  });

  async function work(): Promise<void> {
    while (again && !ending.signal.aborted) {
      again = false;
      try {
        await drain(ending.signal);
      } catch (error) {
        strapi.log.error(`press: jobs wait, as the database cannot be asked: ${failureOf(error)}`);
      }
    }
  }

  /** Runs what is queued until there is nothing left, or another process runs a job. */
  async function drain(signal: AbortSignal, watcher: JobWatcher = {}): Promise<void> {
    await store.releaseDead();
    for (let next = await store.nextQueued(); next && !signal.aborted; next = await store.nextQueued()) {
      const job = await store.claim(next.id, 'queued');
      if (!job) return;
      watcher.started?.(job);
      const handler = handlers.get(job.kind) ?? unknownKind;
      const end = await runJob(strapi, store, job, handler, signal, watcher);
      if (end.state === 'failed')
        strapi.log.error(`press: job ${job.id} (${job.kind}) failed: ${failureOf(end.error)}`);
      watcher.ended?.(job, end);
    }
  }

  return {
    drain,

    /** Takes jobs from now on. */
    start(): void {
      timer ??= setInterval(wake, POLL_MILLISECONDS).unref();
      wake();
    },

    /** Looks for a job at once, where the worker was started. */
    wake(): void {
      if (timer) wake();
    },

    isStarted: () => timer !== undefined,

    /** Resolves when this worker has nothing to do. */
    async idle(): Promise<void> {
      while (working) await working;
    },

    /** Leaves the running job after its batch, for another process or the next start. */
    async stop(): Promise<void> {
      clearInterval(timer);
      timer = undefined;
      ending.abort();
      await working;
    },
  };
}

export type JobWorker = ReturnType<typeof jobWorker>;

function unknownKind({ job }: RunningJob): Promise<never> {
  return Promise.reject(new SayingError(message('job/unknown-kind', { kind: job.kind })));
}
