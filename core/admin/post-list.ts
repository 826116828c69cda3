import type { Diagnostic } from '../diagnostics';
import type { PerhapsSaying, Saying } from '../messages';

/** Posts that somebody chose in a list. */
export interface ChosenPosts {
  documentIds: string[];
  /** Null for the default locale. */
  locale: string | null;
}

/** Problems of posts by document id; posts without any are left out. */
export type ProblemsByPost = Record<string, Diagnostic[]>;

/** What to do with the categories of posts. */
export type CategoryChange = 'add' | 'remove' | 'replace';

export interface RecategorizeRequest extends ChosenPosts {
  change: CategoryChange;
  /** Document ids of categories. */
  categories: string[];
}

/** What became of one post. */
export interface ChangedPost extends PerhapsSaying<'refused'> {
  documentId: string;
  title: string | null;
  /** Why it was left as it is; null where it was changed. */
  refused: string | null;
}

/** What became of posts whose links were generated anew. */
export interface RegeneratedPosts {
  /** Rows, drafts and published ones. */
  checked: number;
  /** Rows that differed. */
  changed: number;
  /** Posts that kept what they had, and why. */
  conflicts: ({ documentId: string; title: string | null } & Saying<'message'>)[];
}
