import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import {
  OPEN_STATES,
  type Job,
  type JobEnd,
  type JobHandler,
  type JobKind,
  type JobState,
  type JobWatcher,
} from './job';
import { jobStore, type WhichJobs } from './job-store';
import { jobWorker } from './job-worker';
import { runJob } from './run-job';

const RETRY_MILLISECONDS = 500;

export interface ForegroundOptions {
  /** Stops the job after its batch; it can be resumed. */
  signal?: AbortSignal;
  /** Called while another job runs, once for each. */
  onWait?: (running: Job) => void;
}

/**
 * Imports and regenerations that take long: a record in the database says how far they are, and one runs at a time on all
 * nodes together (DESIGN: sections 8 and 9).
 */
export function jobsService({ strapi }: { strapi: Core.Strapi }) {
  const store = jobStore(strapi);
  const handlers = new Map<JobKind, JobHandler>();
  const worker = jobWorker(strapi, store, handlers);

  return {
    find: (id: number) => store.find(id),

    /** The newest jobs first. */
    list: (which?: WhichJobs) => store.list(which),

    count: (kind: JobKind) => store.count(kind),

    /** Says what is done for a kind of job; called once at start. */
    handle(kind: JobKind, handler: JobHandler): void {
      handlers.set(kind, handler);
    },

    /** Takes jobs in this process from now on (`jobs.run`, `strapi-press work`). */
    start: () => worker.start(),
    stop: () => worker.stop(),

    /** Runs what is queued, one after the other, unless another process is running a job. */
    drain: (signal: AbortSignal, watcher?: JobWatcher) => worker.drain(signal, watcher),

    /**
     * Queues a job in the running transaction; a worker of any node takes it after the commit. An equal job that is still
     * queued stands for it.
     */
    async enqueue(kind: JobKind, params: Record<string, unknown>): Promise<number> {
      const id = await store.enqueue(kind, params);
      if (strapi.db.inTransaction()) {
        await strapi.db.transaction(({ onCommit }: { onCommit: (callback: () => void) => void }) =>
          onCommit(() => worker.wake()),
        );
      } else worker.wake();
      return id;
    },

    /** Runs a job in this process as soon as no other one runs, and waits for its end. */
    async run(
      kind: JobKind,
      params: Record<string, unknown>,
      handler: JobHandler,
      { signal = new AbortController().signal, onWait }: ForegroundOptions = {},
    ): Promise<JobEnd> {
      const id = await store.createWaiting(kind, { ...params, attached: true });
      const job = await untilClaimed(id, signal, onWait);
      if (!job) return { state: 'cancelled' };
      const end = await runJob(strapi, store, job, handler, signal);
      worker.wake();
      return end;
    },

    /** Runs what is queued in this process and waits for what others run, until no job is open. */
    async settled({ signal = new AbortController().signal, onWait }: ForegroundOptions = {}): Promise<void> {
      let told: number | undefined;
      for (;;) {
        if (worker.isStarted()) {
          worker.wake();
          await worker.idle();
        } else await worker.drain(signal);
        const [open] = await store.list({ states: OPEN_STATES, limit: 1 });
        if (!open || signal.aborted) return;
        if (open.id !== told) onWait?.(open);
        told = open.id;
        await wait(RETRY_MILLISECONDS);
      }
    },

    /** Stops a job after its batch, on whichever node it runs. @returns false where it has ended already. */
    cancel: (id: number) => store.cancel(id),

    /** Queues a job that has ended anew, with other parameters. @returns false where it has not ended. */
    async restart(id: number, params: Record<string, unknown>): Promise<boolean> {
      const restarted = await store.restart(id, params);
      if (restarted) worker.wake();
      return restarted;
    },

    /** Forgets a job that has ended. @returns false where it has not. */
    remove: (id: number) => store.remove(id),

    /** Queues a job again that was cancelled, interrupted or failed; it goes on where it stopped. */
    async resume(id: number): Promise<boolean> {
      const resumed = await store.resume(id);
      if (resumed) worker.wake();
      return resumed;
    },
  };

  async function untilClaimed(
    id: number,
    signal: AbortSignal,
    onWait: ((running: Job) => void) | undefined,
  ): Promise<Job | null> {
    let told: number | undefined;
    for (;;) {
      await store.releaseDead();
      const job = await store.claim(id, 'waiting');
      if (job) return job;
      const state: JobState | undefined = (await store.find(id))?.state;
      if (state !== 'waiting') return null;
      if (signal.aborted) {
        await store.finish(id, 'cancelled');
        return null;
      }
      await store.heartbeat(id);
      const [running] = await store.list({ states: ['running', 'cancelling'], limit: 1 });
      if (running && running.id !== told) onWait?.(running);
      told = running?.id;
      await wait(RETRY_MILLISECONDS);
    }
  }
}

export type JobsService = ReturnType<typeof jobsService>;
