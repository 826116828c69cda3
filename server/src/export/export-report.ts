import type { Saying } from '../../../core/messages';

/** Which posts are written: those that readers see, or drafts too. */
export type ExportStatus = 'published' | 'all';

/** What became of the file of a post, or with `dryRun` would. */
export type ExportOutcome = 'created' | 'changed' | 'unchanged' | 'refused';

/** What an export did, or with `dryRun` would do. */
export interface ExportReport {
  /** The folder or zip file. */
  target: string;
  dryRun: boolean;
  status: ExportStatus;
  /** Posts that were written or refused: the sum of the counts. */
  posts: number;
  counts: Record<ExportOutcome, number>;
  /** Files that lie elsewhere than before. */
  moved: { from: string; to: string }[];
  /** Files of posts that there are no more. */
  deleted: string[];
  /** Whether those were removed. */
  pruned: boolean;
  /** Files that could not be written, and why. */
  refused: ({ path: string } & Saying<'reason'>)[];
  /** Files whose links under the body are others than at import. */
  footersRenewed: number;
  /** Pages of categories, and `_config.yml` where the target had none. */
  pages: number;
  interrupted: boolean;
  seconds: number;
}

export function emptyExportReport(target: string, status: ExportStatus, dryRun: boolean): ExportReport {
  return {
    target,
    dryRun,
    status,
    posts: 0,
    counts: { created: 0, changed: 0, unchanged: 0, refused: 0 },
    moved: [],
    deleted: [],
    pruned: false,
    refused: [],
    footersRenewed: 0,
    pages: 0,
    interrupted: false,
    seconds: 0,
  };
}
