import {
  OUTCOMES,
  type FileReport,
  type ImportReport,
  type Outcome,
  type PrunedPost,
  type SiteProblem,
} from '../import/report';
import type { ImageProblem } from '../import/images/images-report';
import type { ShortList } from '../import/short-list';
import { oneLine } from './validate-printers';

/**
 * The report as it is printed: a line for each error, then the counts, whose sum is the number of files.
 * @param reportFile where all problems stand, for what is too much to print.
 */
export function importReportText(report: ImportReport, reportFile?: string): string {
  const { counts, files, seconds } = report;
  const rate = Math.round(files / Math.max(seconds, 0.001));
  const lines = [
    ...report.siteProblems.flatMap(siteLines),
    ...report.problems.flatMap(fileLines),
    ...restLines(report, reportFile),
    ...(report.pruned?.posts ?? []).map((post) => prunedLine(post, report.dryRun)),
    ...imageProblemLines(report),
    titleOf(report),
    ...OUTCOMES.map((outcome) => `  ${outcome.padEnd(10)} ${counts[outcome]}${reasonsOf(report, outcome)}`),
    `  files      ${files}`,
    ...(report.dryRun || report.refused ? foreseenLines(report) : [termsLine(report)]),
    ...imageLines(report),
    ...prunedCounts(report),
    `${seconds.toFixed(1)} s, ${rate} files/s`,
    ...closingLines(report),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function siteLines({ path, reason, diagnostics = [] }: SiteProblem): string[] {
  return [...(reason === undefined ? [] : [`${path}: ${reason}`]), ...diagnosticLines(path, diagnostics)];
}

/** A report keeps only so many files. */
function restLines({ problems, problemFiles }: ImportReport, reportFile: string | undefined): string[] {
  const left = problemFiles - problems.length;
  if (left === 0) return [];
  const where =
    reportFile === undefined ? '--report FILE writes all of them' : `all of them are in ${reportFile}`;
  return [`… and ${left} more files with problems: ${where}`];
}

function prunedLine({ path, outcome, reason }: PrunedPost, dryRun: boolean): string {
  if (outcome === 'kept') return `${path}: kept: ${reason ?? ''}`;
  return `${path}: ${dryRun ? 'would be deleted' : 'deleted'}, its file is gone`;
}

function prunedCounts({ pruned, dryRun }: ImportReport): string[] {
  if (!pruned) return [];
  const { deleted, kept } = pruned;
  const what = `${deleted} ${deleted === 1 ? 'post' : 'posts'} ${dryRun ? 'would be deleted' : 'deleted'}`;
  return [`${what}, ${kept} kept, whose files are gone`];
}

/** Warnings are counted only: a site can have one in each of its files. */
function fileLines({ path, outcome, reason, diagnostics }: FileReport): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const told = errors.some(({ message }) => message === reason) || outcome === 'ignored';
  return [
    ...(reason === undefined || told ? [] : [`${path}: ${outcome}: ${reason}`]),
    ...diagnosticLines(path, errors),
  ];
}

function diagnosticLines(path: string, diagnostics: FileReport['diagnostics']): string[] {
  return diagnostics.map(
    ({ line, column, severity, ruleId, message }) =>
      `${path}:${line}:${column} ${severity} ${ruleId} ${message}`,
  );
}

function titleOf({ refused, dryRun, interrupted, root }: ImportReport): string {
  if (refused) return `Refused, nothing was written: there are errors in ${root}`;
  if (dryRun) return `Dry run, nothing was written: ${root}`;
  return `${interrupted ? 'Interrupted' : 'Imported'} ${root}`;
}

function reasonsOf({ ignored }: ImportReport, outcome: Outcome): string {
  if (outcome !== 'ignored') return '';
  const reasons = Object.entries(ignored).map(([reason, count]) => `${reason} ${count}`);
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
}

function termsLine({ categoriesCreated, tagsCreated }: ImportReport): string {
  const categories = `${categoriesCreated} ${categoriesCreated === 1 ? 'category' : 'categories'}`;
  return `${categories} and ${tagsCreated} ${tagsCreated === 1 ? 'tag' : 'tags'} created`;
}

/** What would appear, by name. */
function foreseenLines({ newCategories, newTags }: ImportReport): string[] {
  return [
    ...(newCategories.count > 0 ? [`  new categories ${listed(newCategories)}`] : []),
    ...(newTags.count > 0 ? [`  new tags ${listed(newTags)}`] : []),
  ];
}

const MOST_PRINTED = 10;

function listed({ count, first }: ShortList<string>): string {
  const shown = first.slice(0, MOST_PRINTED).join(', ');
  return `${count}: ${shown}${count > MOST_PRINTED ? ', …' : ''}`;
}

function imageLines({ images }: ImportReport): string[] {
  const { found, uploaded, replaced, unchanged, rejected, missing } = images;
  if (found + missing.count === 0) return [];
  const counts = { uploaded, replaced, unchanged, rejected: rejected.count, missing: missing.count };
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  return [
    `  images     ${found + missing.count} (${told.map(([name, count]) => `${name} ${count}`).join(', ')})`,
  ];
}

function imageProblemLines({ images: { missing, rejected } }: ImportReport): string[] {
  return [
    ...missing.first.map((image) => `${image.path}: missing image${shownBy(image)}`),
    ...rejected.first.map((image) => `${image.path}: rejected: ${image.reason}${shownBy(image)}`),
  ];
}

function shownBy({ posts }: ImageProblem): string {
  return posts.length > 0 ? ` (${posts.join(', ')})` : '';
}

function closingLines({ severities, counts, files, stoppedBefore, pruned }: ImportReport): string[] {
  const warnings = severities.warning;
  return [
    ...(warnings > 0
      ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}: strapi-press validate shows them`]
      : []),
    ...(stoppedBefore === undefined
      ? []
      : [`Stopped before ${stoppedBefore}; the same command goes on from there`]),
    ...(files > 0 && files === counts.unchanged + counts.ignored && !pruned?.deleted
      ? ['Nothing changed.']
      : []),
  ];
}
