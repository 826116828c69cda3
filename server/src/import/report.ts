import { createLineIndex, printedPosition, type Diagnostic } from '../../../core/diagnostics';
import { decodeUtf8 } from '../../../core/front-matter';

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
  categoriesCreated: number;
  tagsCreated: number;
  /** Whether `strict` refused the import because of errors; nothing is written then. */
  refused: boolean;
  /** Whether it was interrupted before the last file. */
  interrupted: boolean;
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
    categoriesCreated: 0,
    tagsCreated: 0,
    refused: false,
    interrupted: false,
    seconds: 0,
  };
}

/** Counts a file, and keeps it if there is something to say of it. */
export function addToReport(report: ImportReport, file: FileReport): void {
  report.files += 1;
  report.counts[file.outcome] += 1;
  if (file.outcome === 'ignored') report.ignored[file.reason ?? ''] = (report.ignored[file.reason ?? ''] ?? 0) + 1;
  const isSilent = file.outcome !== 'conflict' && file.outcome !== 'rejected' && file.diagnostics.length === 0;
  if (!isSilent) report.problems.push(file);
}

/** Adds the printed places to the diagnostics of a file. */
export function reportedDiagnostics(diagnostics: Diagnostic[], bytes: Uint8Array): ReportedDiagnostic[] {
  if (diagnostics.length === 0) return [];
  const decoded = decodeUtf8(bytes);
  const lines = decoded.ok ? createLineIndex(decoded.text) : undefined;
  return diagnostics.map((diagnostic) => ({ ...diagnostic, ...printedPosition(diagnostic, lines) }));
}
