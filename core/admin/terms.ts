import type { PerhapsSaying, Saying } from '../messages';

/** Which of the two types a request is about, as in the paths of the admin's routes. */
export type TermType = 'category' | 'tag';

/** What the form of a category or tag holds before it is saved; tags have the first three only. */
export interface TermValues {
  name: string | null;
  slug: string | null;
  term: string | null;
  shareUrl?: string | null;
  backLinkLabel?: string | null;
}

export interface TermOutlookRequest {
  /** Null for the default locale. */
  locale: string | null;
  values: TermValues;
  /** Document id of another parent, null where it is taken away; absent where the form leaves it as it is. */
  parent?: string | null;
}

/** What a change would do to posts, by computing it for them. */
export interface ForeseenPosts {
  /** Rows, drafts and published ones, that were computed. */
  lookedAt: number;
  /** Whether there are more of them than were computed. */
  isPartial: boolean;
  /** Published posts whose URL changes; each leaves a redirect. */
  moved: number;
  /** Posts that cannot follow. */
  stuckCount: number;
  /** The first of them, and why. */
  stuck: ({ documentId: string; title: string | null } & Saying<'message'>)[];
}

/** The page of a category that moves: its former path leads to the new one. */
export interface PageMove {
  from: string;
  to: string;
}

/** What saving the form would do. */
export interface TermEffect {
  /** Posts whose text or links are generated anew. */
  posts: number;
  /** Whether a job does that after the save, as they are many. */
  inBackground: boolean;
  /** What becomes of their URLs; null where no URL can change. */
  foreseen: ForeseenPosts | null;
  page: PageMove | null;
}

/** A category or tag, and what saving its form or deleting it would do. */
export interface TermOutlook extends PerhapsSaying<'refused'> {
  /** Posts that are published with it. */
  published: number;
  /** Posts that have it and are not published. */
  drafts: number;
  /** Categories directly below it. */
  children: number;
  /** As they would be stored: the slug with a number where it is taken. */
  slug: string | null;
  term: string | null;
  /** Why saving is refused; null where it is not. */
  refused: string | null;
  effect: TermEffect;
}

export interface MergeRequest {
  /** Null for the default locale. */
  locale: string | null;
  /** Document id of the category or tag that takes the place. */
  into: string;
}

/** What a merge would do. */
export interface MergeOutlook {
  /** Posts that get the other term. */
  posts: number;
  /** Categories that go below the other one. */
  children: number;
  page: PageMove | null;
  foreseen: ForeseenPosts;
}

/** What the record of a finished merge says. */
export interface MergeEnd {
  /** Rows, drafts and published ones. */
  moved: number;
  keptCount: number;
  /** Posts that kept what they had, and why. */
  kept: ({ documentId: string } & Saying<'message'>)[];
  /** Whether the term is gone. */
  deleted: boolean;
}
