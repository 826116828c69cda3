import type { JobViewState } from '../../../core/admin/jobs';
import type { Message } from '../../../core/messages';

/** What a job does. */
export type JobKind = 'import' | 'export' | 'regenerate' | 'rebuild' | 'merge';

/**
 * `queued`: waits for a worker · `waiting`: a command waits with it for the job that runs · `running` · `cancelling`: asked
 * to stop, and will after its batch · `done` · `failed`: see its error · `cancelled` · `interrupted`: the process that ran it
 * ended; it can be resumed.
 */
export type JobState = JobViewState;

/** Numbers by name; what `total` counts and what `done` counts is the same. */
export type JobCounts = Record<string, number>;

/** How far a job is, as JSON. */
export interface JobCheckpoint {
  counts?: JobCounts;
  /** Where it goes on after an interruption. */
  cursor?: unknown;
  /** What there is to say so far. */
  report?: unknown;
}

/** A row of `plugin::press.job`. */
export interface Job {
  id: number;
  kind: JobKind;
  state: JobState;
  params: Record<string, unknown>;
  counts: JobCounts | null;
  cursor: unknown;
  report: unknown;
  /** Why it failed, in English. */
  error: string | null;
  /** Why it failed; absent from jobs of older versions. */
  failure: Message | null;
  /** The process that runs it: host, process id and a random part. */
  owner: string | null;
  startedAt: string | null;
  /** Last sign of life of its process. */
  heartbeatAt: string | null;
  finishedAt: string | null;
  createdAt: string;
}

/** What a running job is given. */
export interface RunningJob {
  job: Job;
  /** Set off when it is cancelled, when its process ends, or when another process took it over. */
  signal: AbortSignal;
  /**
   * Notes how far it is, in the running transaction where there is one: work and cursor are kept both or neither.
   * @throws LeaseLost where another process has the job by now; the transaction around it is rolled back.
   */
  checkpoint: (checkpoint: JobCheckpoint) => Promise<void>;
}

/** Does the work of one kind of job until it is done or its signal is set off; gives the final report. */
export type JobHandler = (running: RunningJob) => Promise<unknown>;

/** Sees the jobs that this process runs. */
export interface JobWatcher {
  started?: (job: Job) => void;
  progressed?: (job: Job, counts: JobCounts) => void;
  ended?: (job: Job, end: JobEnd) => void;
}

/** How one run of a job ended. */
export interface JobEnd {
  /** `lost`: another process took it over. */
  state: 'done' | 'failed' | 'cancelled' | 'interrupted' | 'queued' | 'lost';
  report?: unknown;
  error?: unknown;
}

/** Another process took the job over because this one gave no sign of life. */
export class LeaseLost extends Error {
  constructor() {
    super('another process took this job over');
  }
}

export const OPEN_STATES: readonly JobState[] = ['queued', 'waiting', 'running', 'cancelling'];
