import type { PerhapsSaying, Saying } from '../messages';
import type { JobViewState } from './jobs';

/** Which posts an export takes. */
export interface ExportRequest {
  /** Those that readers see, or drafts too. */
  status: 'published' | 'all';
  /** Document ids of categories; their children are taken with them. All posts where it is empty. */
  categories: string[];
  /** First and last day in the site's time zone, `2021-12-29`; null for no bound. */
  from: string | null;
  until: string | null;
}

/** How a file differs from the one that was imported: it came from none, its bytes differ, or only its place does. */
export type ExportChangeKind = 'new' | 'changed' | 'moved';

/** Files by what an export says of them. */
export type ExportCounts = Record<ExportChangeKind | 'unchanged' | 'refused', number>;

/** An export in the history. */
export interface ExportSummary extends PerhapsSaying<'error'> {
  id: number;
  request: ExportRequest;
  state: JobViewState;
  /** Null before its end. */
  counts: ExportCounts | null;
  /** Files whose links under the body are others than at import. */
  footersRenewed: number;
  /** The first files that could not be written, and why. */
  refused: ({ path: string } & Saying<'reason'>)[];
  /** Bytes of the zip file; null where it is not on this server (any more). */
  size: number | null;
  createdAt: string;
  finishedAt: string | null;
  /** Why it failed. */
  error: string | null;
}

/** A file that differs from the one that was imported. */
export interface ExportChange {
  documentId: string;
  locale: string | null;
  title: string | null;
  kind: ExportChangeKind;
  path: string;
  /** Where it lay when it was imported; null for a post that came from no file. */
  from: string | null;
}

/** The text of a post's file as it is written now, and as it was imported. */
export interface ExportTexts {
  after: string;
  /** Null where the imported text is not known: the body or the header was written anew since, and only hashes are kept. */
  before: string | null;
}
