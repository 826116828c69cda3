import type { Core } from '@strapi/strapi';
import { message } from '../../../core/messages';
import type { JobHandler, JobsService, RunningJob } from '../jobs';
import type { Job } from '../jobs';
import { pressService } from '../press-service';
import { InputError } from './input-error';
import type { ImportOptions, ImportProgress, ImportService } from './import-service';
import type { ImportReport } from './report';
import type { Source } from './source';

/** What the record of an import holds, so that another process can go on with it. */
interface Params {
  /** Absolute path of a site, file or archive; null for what came through a stream. */
  path: string | null;
  options: ImportChoices;
}

/** What watches an import in the process that runs it. */
export type ImportObservers = Pick<ImportOptions, 'onStart' | 'onFile' | 'onOutcome' | 'onPruned'>;

/** What somebody chose for an import; it can be stored. */
type ImportChoices = Omit<ImportOptions, 'signal' | 'confirm' | keyof ImportObservers>;

export interface ImportJobOptions extends ImportObservers {
  signal?: AbortSignal;
  onProgress?: ImportProgress;
  /** Called while another job runs. */
  onWait?: (running: Job) => void;
}

/** Problems of a report that the record keeps; the whole report is for who started the import. */
const MOST_PROBLEMS = 100;

/** How often the record says how far an import is. */
const CHECKPOINT_MILLISECONDS = 1000;

/**
 * Runs an import in this process with a record in the database: one at a time on all nodes, readable and stoppable from
 * elsewhere. A dry run writes nothing and so has none.
 * @param path where the source lies, so that the import can be resumed elsewhere; null for a stream.
 */
export async function importAsJob(
  strapi: Core.Strapi,
  source: Source,
  path: string | null,
  options: ImportChoices,
  { signal, onProgress, onWait, ...observers }: ImportJobOptions = {},
): Promise<ImportReport> {
  if (options.dryRun) {
    const service = pressService<ImportService>(strapi, 'import');
    return service.run(source, { ...options, ...observers, signal }, onProgress);
  }
  let report: ImportReport | undefined;
  const end = await pressService<JobsService>(strapi, 'jobs').run(
    'import',
    { path, options } satisfies Params,
    async (running) => {
      report = await importWith(strapi, source, { ...options, ...observers }, running, onProgress);
      return shortened(report);
    },
    { signal, onWait },
  );
  if (report) return report;
  throw end.error instanceof Error ? end.error : new InputError('the import was cancelled before it began');
}

/** Goes on with an import whose process ended, or that was cancelled: files that came in already are only read. */
export function importJob(strapi: Core.Strapi): JobHandler {
  return async (running) => {
    const { path, options } = running.job.params as unknown as Params;
    if (path === null) throw new InputError(message('import/stream-gone'));
    return shortened(await importWith(strapi, path, options, running));
  };
}

/** Imports as the work of a running job, which says how far it is. */
export async function importWith(
  strapi: Core.Strapi,
  target: string | Source,
  options: ImportOptions,
  { signal, checkpoint }: RunningJob,
  onProgress?: ImportProgress,
): Promise<ImportReport> {
  let next = 0;
  const total = typeof target === 'string' ? undefined : target.count;
  const note = ({ counts, files }: ImportReport): Promise<void> =>
    checkpoint({ counts: { ...counts, done: files, ...(total === undefined ? {} : { total }) } });
  const confirm = (): Promise<void> => checkpoint({});
  const running = { ...options, signal, confirm };
  const imports = pressService<ImportService>(strapi, 'import');
  const end = await imports.run(target, running, async (report) => {
    await onProgress?.(report);
    if (Date.now() < next) return;
    next = Date.now() + CHECKPOINT_MILLISECONDS;
    await note(report);
  });
  await note(end);
  return end;
}

/** A report as the record of its job keeps it. */
export function shortened(report: ImportReport): ImportReport {
  return { ...report, problems: report.problems.slice(0, MOST_PROBLEMS) };
}

/** Imports with a record, as a service, so that the command line need not load any of this before there is a Strapi. */
export function importJobsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /** See `importAsJob`. */
    run: (
      source: Source,
      path: string | null,
      options: ImportChoices,
      watching?: ImportJobOptions,
    ): Promise<ImportReport> => importAsJob(strapi, source, path, options, watching),
  };
}

export type ImportJobsService = ReturnType<typeof importJobsService>;
