import { createLineIndex, printedPosition, type Diagnostic } from '../../../core/diagnostics';
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
export interface FileReport {
  path: string;
  outcome: Outcome;
  /** Why it is ignored, rejected, in conflict, or could not be published. */
  reason?: string;
  /** Ranges are those of the whole file. */
  diagnostics: ReportedDiagnostic[];
}

/** Something wrong outside the posts: in `_config.yml`, or a category page that cannot be followed. */
export interface SiteProblem {
  path: string;
  reason?: string;
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
  problems: FileReport[];
  siteProblems: SiteProblem[];
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
    problems: [],
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

/** Counts a file, and keeps it if there is something to say of it. */
export function addToReport(report: ImportReport, file: FileReport): void {
  report.files += 1;
  report.counts[file.outcome] += 1;
  if (file.outcome === 'ignored') {
    report.ignored[file.reason ?? ''] = (report.ignored[file.reason ?? ''] ?? 0) + 1;
  }
  if (file.diagnostics.length > 0 || !SILENT.includes(file.outcome)) report.problems.push(file);
}

/** Whether no file has an error and all could be published that should be. */
export function isClean({ counts, problems }: ImportReport): boolean {
  const wrong = problems.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  return counts.rejected === 0 && counts.invalid === 0 && !wrong;
}

/** Adds the printed places to the diagnostics of a file. */
export function reportedDiagnostics(diagnostics: Diagnostic[], bytes: Uint8Array): ReportedDiagnostic[] {
  if (diagnostics.length === 0) return [];
  // Bytes that are no UTF-8 become U+FFFD, which moves nothing before the first of them.
  const lines = createLineIndex(new TextDecoder().decode(bytes));
  return diagnostics.map((diagnostic) => ({ ...diagnostic, ...printedPosition(diagnostic, lines) }));
}
