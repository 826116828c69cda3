import type { FileOutcome, ImportOutcome, ImportSummary } from '../../../core/admin/import';
import { OUTCOMES, type ImportReport } from '../import';
import { jobError, type Job } from '../jobs';
import { readUploadParams } from './upload-params';

/** What the record of an import holds of its end. */
export type KeptReport = ImportReport & Partial<Pick<ImportOutcome, 'kinds' | 'fixable' | 'fixed'>>;

/** An import as the history shows it. */
export function importSummary(job: Job): ImportSummary {
  const upload = readUploadParams(job.params);
  const { id, state, createdAt, startedAt, finishedAt } = job;
  return {
    id,
    name: upload?.name ?? commandTarget(job),
    from: upload ? 'upload' : 'command',
    step: upload?.options.dryRun ? 'check' : 'import',
    state,
    counts: outcomesOf(job),
    done: job.counts?.done ?? 0,
    total: job.counts?.total ?? null,
    createdAt,
    startedAt,
    finishedAt,
    ...jobError(job),
  };
}

/** The report of an import without its files; null before its first end. */
export function importOutcome({ report }: Job): ImportOutcome | null {
  if (report === null || report === undefined) return null;
  const { files, counts, severities, siteProblems, newCategories, newTags, images, seconds, ...counted } =
    report as KeptReport;
  const { kinds = null, fixable = 0, fixed = null } = counted;
  const found = { kinds, fixable, fixed, siteProblems, newCategories, newTags, images };
  return { files, counts, severities, ...found, seconds };
}

function outcomesOf({ counts }: Job): Partial<Record<FileOutcome, number>> {
  return Object.fromEntries(
    OUTCOMES.flatMap((outcome) => (counts?.[outcome] === undefined ? [] : [[outcome, counts[outcome]]])),
  );
}

/** Of a path only the last part: where it lies on the server is nobody's to see here. */
function commandTarget({ params }: Job): string {
  const { path } = params;
  return typeof path === 'string' ? (path.split(/[\\/]/).filter(Boolean).pop() ?? path) : '-';
}
