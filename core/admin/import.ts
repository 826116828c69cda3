import type { Diagnostic, Severity } from '../diagnostics';
import type { PerhapsSaying, Saying } from '../messages';
import type { JobViewState } from './jobs';

/** What became, or in a check would become, of one file. */
export type FileOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'invalid'
  | 'conflict'
  | 'ignored'
  | 'rejected';

/** An import in the history. */
export interface ImportSummary extends PerhapsSaying<'error'> {
  id: number;
  /** The file or folder that was sent, or the path that a command was given. */
  name: string;
  from: 'upload' | 'command';
  /** `check` writes nothing; the import that follows it has the same id. */
  step: 'check' | 'import';
  state: JobViewState;
  counts: Partial<Record<FileOutcome, number>>;
  /** Files looked at. */
  done: number;
  /** All files; null where that is not known before the end. */
  total: number | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Why it failed. */
  error: string | null;
}

/** Files that there is something to say of, by what is wrong: a problem that stops them, a conflict, or anything else. */
export type ProblemKind = 'error' | 'conflict' | 'note';

/** A list that ends after its first items, and how many there are. */
export interface FirstOf<Item> {
  count: number;
  first: Item[];
}

/** A problem with its place as people count, from 1. */
export type PlacedDiagnostic = Diagnostic & { line: number; column: number };

/** How many problems were fixed together, and in how many files. */
export interface MadeFixes {
  files: number;
  problems: number;
}

/** What an import did, or a check says that it would do. */
export interface ImportOutcome {
  files: number;
  counts: Record<FileOutcome, number>;
  severities: Record<Severity, number>;
  /** Files with problems by kind; null where only the first of them are known. */
  kinds: Record<ProblemKind, number> | null;
  /** Files with a problem that has a safe fix. */
  fixable: number;
  /** What the safe fixes of this check did; null where none were asked for. */
  fixed: MadeFixes | null;
  siteProblems: ({ path: string; diagnostics?: PlacedDiagnostic[] } & Partial<Saying<'reason'>>)[];
  newCategories: FirstOf<string>;
  newTags: FirstOf<string>;
  images: {
    found: number;
    uploaded: number;
    replaced: number;
    unchanged: number;
    missing: FirstOf<ImageTrouble>;
    rejected: FirstOf<ImageTrouble>;
  };
  seconds: number;
}

export interface ImageTrouble extends Partial<Saying<'reason'>> {
  path: string;
  /** The first posts that show it. */
  posts: string[];
}

export interface ImportDetail extends ImportSummary {
  /** Null before its first end. */
  outcome: ImportOutcome | null;
  /** Whether what was sent still lies on this server: it can be changed, imported and discarded. */
  hasFiles: boolean;
  /** Files that were changed in place since they were sent. */
  edited: number;
  /** Whether some of them were changed after the check that `outcome` tells of. */
  editedSince: boolean;
  canResume: boolean;
  /** Whether this check makes the safe fixes while it reads. */
  fixes: boolean;
}

/** A file that there is something to say of. */
export interface FileProblem extends Partial<Saying<'reason'>> {
  path: string;
  outcome: FileOutcome;
  diagnostics: PlacedDiagnostic[];
  /** Whether it was changed in place; the diagnostics are those of its new text then. */
  edited: boolean;
}

/** A file as it stands in an upload, to be changed in place. */
export interface UploadedText {
  path: string;
  /** Without a byte order mark; null where it cannot be shown as text. */
  text: string | null;
  edited: boolean;
  diagnostics: PlacedDiagnostic[];
}
