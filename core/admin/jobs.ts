import type { PerhapsSaying } from '../messages';

/** How far a job is; see `server/src/jobs/job.ts`. */
export type JobViewState =
  | 'queued'
  | 'waiting'
  | 'running'
  | 'cancelling'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'interrupted';

/** A job as administrators see it: without its cursor, its process and the paths that it was given. */
export interface JobView extends PerhapsSaying<'error'> {
  id: number;
  /** `import`, `regenerate`, `rebuild`, `merge` … */
  kind: string;
  state: JobViewState;
  /** What the job counts; `done` of `total` things of one kind. */
  counts: Record<string, number> | null;
  report: unknown;
  error: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Whether whoever asks may cancel it, and have it go on. */
  mayControl: boolean;
}

const ENDED: readonly JobViewState[] = ['done', 'failed', 'cancelled', 'interrupted'];
const RESUMABLE: readonly JobViewState[] = ['failed', 'cancelled', 'interrupted'];

/** Whether nothing happens any more unless somebody resumes the job. */
export function hasEnded({ state }: Pick<JobView, 'state'>): boolean {
  return ENDED.includes(state);
}

/** Whether the job stopped before its end and can go on from there. */
export function isResumable({ state }: Pick<JobView, 'state'>): boolean {
  return RESUMABLE.includes(state);
}
