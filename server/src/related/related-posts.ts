import type { ListingCursor } from '../listing/listing-cursor';
import { listOf } from '../listing/listing-tables';
import type { TermKind } from '../terms/term-kind';
import type { TermsOfPost } from '../terms/terms-of-posts';

/** A post that others are sought for. */
export interface RelatedTo {
  /** Row ids that are the post itself. */
  own: readonly number[];
  terms: TermsOfPost;
}

/** Gives the newest posts of a list, `CANDIDATES` of them. */
export type NewestOf = (list: number) => Promise<ListingCursor[]>;

/** A shared tag says more than a shared category, which many posts have. */
const WEIGHTS: Record<TermKind, number> = { tag: 2, category: 1 };
/** How many of the newest posts of each term are looked at: a bound that keeps a category of 100,000 posts as cheap as one of 60. */
export const CANDIDATES = 60;

interface Scored extends ListingCursor {
  score: number;
}

/**
 * Row ids of published posts that share most tags and categories with a post, the newest first among equals. Sought among
 * the newest of each of its terms.
 */
export async function relatedPosts(
  { own, terms }: RelatedTo,
  first: number,
  newestOf: NewestOf,
): Promise<number[]> {
  const asked = [
    ...terms.tags.map(({ id }) => ['tag', id] as const),
    ...terms.categories.map(({ id }) => ['category', id] as const),
  ];
  const found = new Map<number, Scored>();
  const lists = await Promise.all(
    asked.map(async ([kind, term]) => ({ kind, posts: await newestOf(listOf(kind, term)) })),
  );
  for (const { kind, posts } of lists) {
    for (const post of posts) {
      const known = found.get(post.post) ?? { ...post, score: 0 };
      found.set(post.post, { ...known, score: known.score + WEIGHTS[kind] });
    }
  }
  return [...found.values()]
    .filter(({ post }) => !own.includes(post))
    .sort((a, b) => b.score - a.score || b.date - a.date || b.post - a.post)
    .slice(0, first)
    .map(({ post }) => post);
}
