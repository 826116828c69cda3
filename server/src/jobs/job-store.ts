import type { Core } from '@strapi/strapi';
import { isEqual } from 'lodash';
import { say, type Message } from '../../../core/messages';
import { isUniqueViolation } from '../events/unique-violation';
import { JOB_UID } from '../plugin-id';
import { LeaseLost, type Job, type JobCheckpoint, type JobKind, type JobState } from './job';
import { hasEnded, ownName } from './process-name';

/** A process without a sign of life for so long has ended; the clocks of all nodes may differ by less. */
export const LEASE_MILLISECONDS = 60_000;

/** The value of `lock` in the one row of a running job; a unique index refuses a second one. */
const LOCK = 'running';

/** States in which nothing is done or waited for. */
const ENDED: readonly JobState[] = ['done', 'failed', 'cancelled', 'interrupted'];

/** Which jobs are listed; all where nothing is said. */
export interface WhichJobs {
  states?: readonly JobState[];
  kind?: JobKind;
  offset?: number;
  /** At most; 20 where absent. */
  limit?: number;
}

/** The table of jobs: every change of a state is one statement that names the state before it, so that nodes cannot both win. */
export function jobStore(strapi: Core.Strapi) {
  const owner = ownName();
  const table = () => strapi.db.query(JOB_UID);

  async function change(where: Record<string, unknown>, data: Record<string, unknown>): Promise<boolean> {
    const { count } = await table().updateMany({ where, data });
    return count > 0;
  }

  return {
    owner,

    async find(id: number): Promise<Job | null> {
      return (await table().findOne({ where: { id } })) as Job | null;
    },

    /** The newest jobs first. */
    async list({ states, kind, offset = 0, limit = 20 }: WhichJobs = {}): Promise<Job[]> {
      const where = { ...(states ? { state: { $in: states } } : {}), ...(kind ? { kind } : {}) };
      return (await table().findMany({ where, orderBy: { id: 'desc' }, offset, limit })) as Job[];
    },

    async count(kind: JobKind): Promise<number> {
      return table().count({ where: { kind } });
    },

    /** A new job; where an equal one waits already, that one. */
    async enqueue(kind: JobKind, params: Record<string, unknown>): Promise<number> {
      const queued = (await table().findMany({ where: { kind, state: 'queued' } })) as Job[];
      const same = queued.find((job) => isEqual(job.params, params));
      if (same) return same.id;
      const { id } = (await table().create({ data: { kind, params, state: 'queued' } })) as Job;
      return id;
    },

    /** A new job that this process will run itself as soon as it can. */
    async createWaiting(kind: JobKind, params: Record<string, unknown>): Promise<number> {
      const data = { kind, params, state: 'waiting', owner, heartbeatAt: new Date() };
      const { id } = (await table().create({ data })) as Job;
      return id;
    },

    /**
     * Takes a job for this process.
     * @returns null where another job runs, or another process was faster.
     */
    async claim(id: number, from: 'queued' | 'waiting'): Promise<Job | null> {
      const now = new Date();
      const mine = from === 'waiting' ? { owner } : {};
      try {
        const claimed = await change(
          { id, state: from, ...mine },
          {
            state: 'running',
            lock: LOCK,
            owner,
            startedAt: now,
            heartbeatAt: now,
            finishedAt: null,
            ...failedWith(null),
          },
        );
        return claimed ? await this.find(id) : null;
      } catch (error) {
        if (isUniqueViolation(error)) return null;
        throw error;
      }
    },

    /** The job that has waited longest. */
    async nextQueued(): Promise<Job | null> {
      return (await table().findOne({ where: { state: 'queued' }, orderBy: { id: 'asc' } })) as Job | null;
    },

    /** Frees the jobs of processes that ended without a word: queued ones go on elsewhere, a command's can be resumed. */
    async releaseDead(): Promise<void> {
      const running = (await table().findMany({
        where: { state: { $in: ['waiting', 'running', 'cancelling'] } },
      })) as Job[];
      for (const { id, state, params, owner: other, heartbeatAt } of running) {
        const silent = Date.now() - new Date(heartbeatAt ?? 0).getTime() > LEASE_MILLISECONDS;
        if (!silent && !(other !== null && hasEnded(other, owner))) continue;
        const next = state === 'cancelling' ? 'cancelled' : params.attached ? 'interrupted' : 'queued';
        await change({ id, state, owner: other, heartbeatAt }, { state: next, lock: null, owner: null });
      }
    },

    /** A sign of life. @returns whether it is to stop. @throws LeaseLost */
    async heartbeat(id: number, { counts, cursor, report }: JobCheckpoint = {}): Promise<boolean> {
      const data = { heartbeatAt: new Date(), ...defined({ counts, cursor, report }) };
      const alive = await change({ id, owner, state: { $in: ['waiting', 'running', 'cancelling'] } }, data);
      if (!alive) throw new LeaseLost();
      const job = (await table().findOne({ where: { id }, select: ['state'] })) as Pick<Job, 'state'> | null;
      return job?.state === 'cancelling';
    },

    /** Ends this process's run of a job. */
    async finish(
      id: number,
      state: 'done' | 'failed' | 'cancelled' | 'interrupted' | 'queued',
      { failure = null, ...checkpoint }: JobCheckpoint & { failure?: Message | null } = {},
    ): Promise<void> {
      const ended = state === 'queued' ? {} : { finishedAt: new Date() };
      await change(
        { id, owner },
        { state, lock: null, owner: null, ...failedWith(failure), ...ended, ...defined(checkpoint) },
      );
    },

    /** @returns whether there was something to cancel. */
    async cancel(id: number): Promise<boolean> {
      const waiting = { id, state: { $in: ['queued', 'waiting', 'interrupted'] } };
      if (await change(waiting, { state: 'cancelled', owner: null, finishedAt: new Date() })) return true;
      return change({ id, state: 'running' }, { state: 'cancelling' });
    },

    /** Queues a job that has ended anew, with other parameters: it begins at its beginning. */
    async restart(id: number, params: Record<string, unknown>): Promise<boolean> {
      const fresh = { counts: null, cursor: null, report: null, ...failedWith(null), startedAt: null };
      return change(
        { id, state: { $in: ENDED } },
        { ...fresh, state: 'queued', finishedAt: null, owner: null, params },
      );
    },

    /** Forgets a job that has ended. */
    async remove(id: number): Promise<boolean> {
      const { count } = await table().deleteMany({ where: { id, state: { $in: ENDED } } });
      return count > 0;
    },

    /** Queues a job again that stopped before its end. */
    async resume(id: number): Promise<boolean> {
      const job = await this.find(id);
      if (!job) return false;
      const { attached: _attached, ...params } = job.params;
      const stopped = { id, state: { $in: ['cancelled', 'failed', 'interrupted'] } };
      return change(stopped, { state: 'queued', finishedAt: null, ...failedWith(null), params });
    },
  };
}

export type JobStore = ReturnType<typeof jobStore>;

/** Why a job failed, in English and for other languages; null where it did not. */
function failedWith(failure: Message | null): Pick<Job, 'error' | 'failure'> {
  return { error: failure && say(failure, 'en'), failure };
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
