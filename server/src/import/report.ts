import { createLineIndex, printedPosition, type Diagnostic, type Severity } from '../../../core/diagnostics';
import type { Saying } from '../../../core/messages';
import { emptyImagesReport, type ImagesReport } from './images/images-report';
import { emptyList, type ShortList } from './short-list';

/** What became of one file. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'invalid' | 'conflict' | 'ignored' | 'rejected';

export const OUTCOMES: readonly Outcome[] = [
  'created',
  'updated',
  'unchanged',
  'invalid',
  'conflict',
  'ignored',
  'rejected',
];

/** A problem with its place as people count: 1-based line, 1-based column in code points. */
export type ReportedDiagnostic = Diagnostic & { line: number; column: number };

/** A file that there is something to say of. */
export interface FileReport extends Partial<Saying<'reason'>> {
  path: string;
  outcome: Outcome;
  /** Why it is ignored, rejected, in conflict, or could not be published. */
  reason?: string;
  /** Ranges are those of the whole file. */
  diagnostics: ReportedDiagnostic[];
}

/** A post whose file is gone. */
export interface PrunedPost {
  path: string;
  outcome: 'deleted' | 'kept';
  /** Why it is kept. */
  reason?: string;
}

/** What became of the posts whose files are gone. */
export interface Pruned {
  deleted: number;
  kept: number;
  /** The first 1,000 of them; all go to `ImportOptions.onPruned`. */
  posts: PrunedPost[];
}

/** Something wrong outside the posts: in `_config.yml`, or a category page that cannot be followed. */
export interface SiteProblem extends Partial<Saying<'reason'>> {
  path: string;
  diagnostics?: ReportedDiagnostic[];
}

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  root: string;
  dryRun: boolean;
  /** All files seen; the sum of the counts. */
  files: number;
  counts: Record<Outcome, number>;
  /** Ignored files by reason. */
  ignored: Record<string, number>;
  /** Diagnostics of all files by severity. */
  severities: Record<Severity, number>;
  /** Diagnostics of all files by rule. */
  rules: Record<string, number>;
  /**
   * Files that there is something to say of, in their order: the first 1,000 that went wrong (an error, or not stored as
   * meant) and the first 1,000 others. All of them go to `ImportOptions.onFile`.
   */
  problems: FileReport[];
  /** How many files there is something to say of, also of those that are not in `problems`. */
  problemFiles: number;
  siteProblems: SiteProblem[];
  /** Absent without `prune`. */
  pruned?: Pruned;
  categoriesCreated: number;
  tagsCreated: number;
  /** Terms of the categories and tags that appeared, or in a dry run would appear. */
  newCategories: ShortList<string>;
  newTags: ShortList<string>;
  images: ImagesReport;
  /** Whether `strict` refused the import because of errors; nothing is written then, and the counts say what would be. */
  refused: boolean;
  /** Whether it was interrupted before the last file. */
  interrupted: boolean;
  /** The first file that was not looked at any more. */
  stoppedBefore?: string;
  seconds: number;
}

export function emptyReport(root: string, dryRun: boolean): ImportReport {
  return {
    root,
    dryRun,
    files: 0,
    counts: { created: 0, updated: 0, unchanged: 0, invalid: 0, conflict: 0, ignored: 0, rejected: 0 },
    ignored: {},
    severities: { error: 0, warning: 0, info: 0 },
    rules: {},
    problems: [],
    problemFiles: 0,
    siteProblems: [],
    categoriesCreated: 0,
    tagsCreated: 0,
    newCategories: emptyList(),
    newTags: emptyList(),
    images: emptyImagesReport(),
    refused: false,
    interrupted: false,
    seconds: 0,
  };
}

const SILENT: readonly Outcome[] = ['created', 'updated', 'unchanged', 'ignored'];

/** Of how many files a report keeps what there is to say, of those that went wrong and of the others each. */
const MOST_KEPT = 1000;

/** Whether there is something to say of a file. */
export function isProblem({ outcome, diagnostics }: FileReport): boolean {
  return diagnostics.length > 0 || !SILENT.includes(outcome);
}

/** Counts the files of a site into its report, and keeps a bounded number of those that there is something to say of. */
export function reportCounter(report: ImportReport): (file: FileReport) => void {
  const kept = { wrong: 0, other: 0 };

  return (file) => {
    const { outcome, diagnostics, reason = '' } = file;
    report.files += 1;
    report.counts[outcome] += 1;
    if (outcome === 'ignored') report.ignored[reason] = (report.ignored[reason] ?? 0) + 1;
    for (const { ruleId, severity } of diagnostics) {
      report.severities[severity] += 1;
      report.rules[ruleId] = (report.rules[ruleId] ?? 0) + 1;
    }
    if (!isProblem(file)) return;
    report.problemFiles += 1;
    const kind = wentWrong(file) ? 'wrong' : 'other';
    kept[kind] += 1;
    if (kept[kind] <= MOST_KEPT) report.problems.push(file);
  };
}

/** Counts a post whose file is gone. */
export function addPruned(pruned: Pruned, post: PrunedPost): void {
  pruned[post.outcome] += 1;
  if (pruned.posts.length < MOST_KEPT) pruned.posts.push(post);
}

/** Whether a file has an error, or is not stored as meant. */
export function wentWrong({ outcome, diagnostics }: FileReport): boolean {
  return !SILENT.includes(outcome) || diagnostics.some(({ severity }) => severity === 'error');
}

/** Whether no file has an error and all could be published that should be. */
export function isClean({ counts, severities }: ImportReport): boolean {
  return counts.rejected === 0 && counts.invalid === 0 && severities.error === 0;
}

/** Adds the printed places to the diagnostics of a file. */
export function reportedDiagnostics(diagnostics: Diagnostic[], bytes: Uint8Array): ReportedDiagnostic[] {
  if (diagnostics.length === 0) return [];
  // Bytes that are no UTF-8 become U+FFFD, which moves nothing before the first of them.
  const lines = createLineIndex(new TextDecoder().decode(bytes));
  return diagnostics.map((diagnostic) => ({ ...diagnostic, ...printedPosition(diagnostic, lines) }));
}
