import type { Core } from '@strapi/strapi';
import { failureOf } from '../import/failure';
import type { Job, JobCounts, JobEnd, JobsService, JobWatcher } from '../jobs';
import { pressService } from '../press-service';
import type { CommandIo } from './io';
import { startProgress, type Progress } from './progress';

/** Said once while a command waits for its turn. */
export function waitingFor({ id, kind, owner }: Job): string {
  return `waiting for job ${id} (${kind}) of ${owner ?? 'another process'}`;
}

/** Runs the jobs that a command left in the queue; where another process runs one, that one goes on with them. */
export function drainJobs(strapi: Core.Strapi, signal: AbortSignal, io: CommandIo): Promise<void> {
  return pressService<JobsService>(strapi, 'jobs').drain(signal, jobProgress(io));
}

/** Shows how far each job is. */
export function jobProgress(io: CommandIo): JobWatcher {
  let progress: Progress | undefined;
  return {
    started({ kind, counts }) {
      progress = startProgress(io, { what: WORK[kind], unit: 'rows', ...totalOf(counts) });
    },
    progressed(_job, counts) {
      progress?.update(counts.done ?? 0);
    },
    ended() {
      progress?.stop();
    },
  };
}

/** How a job ended, in one line. */
export function jobEndLine({ id, kind }: Job, { state, error }: JobEnd): string {
  return `job ${id} (${kind}) ${state}${error === undefined ? '' : `: ${failureOf(error)}`}`;
}

/** A job of a list, in one line. */
export function jobLine({ id, kind, state, counts, error, createdAt }: Job): string {
  const done = counts?.done === undefined ? '' : `, ${counts.done}${ofTotal(counts)}`;
  return `${id}  ${createdAt}  ${kind}  ${state}${done}${error ? `  ${error}` : ''}`;
}

const WORK: Record<Job['kind'], string> = {
  import: 'Importing',
  export: 'Exporting',
  regenerate: 'Regenerating',
  rebuild: 'Rebuilding',
  merge: 'Merging',
};

function totalOf(counts: JobCounts | null): { total?: number } {
  return counts?.total === undefined ? {} : { total: counts.total };
}

function ofTotal({ total }: JobCounts): string {
  return total === undefined ? '' : ` of ${total}`;
}
