import type { Core } from '@strapi/strapi';
import { countListed, countsOfTerms } from '../../listing/listing-counts';
import { listOf } from '../../listing/listing-tables';
import type { TermKind } from '../term-kind';

/** How many posts have one of some terms. */
export interface PostsOfTerms {
  /** Posts of which a draft or what is published has one. */
  posts: number;
  published: number;
  /** Posts that are not published. */
  drafts: number;
}

/** From the listing: of one term by its counts, of several by the posts' rows in it, as a post may have two of them. */
export async function postsOfTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  ids: readonly number[],
): Promise<PostsOfTerms> {
  const [drafts, published] = await Promise.all([count('draft'), count('published')]);
  // Each published post has a draft row beside it, unless the draft has lost the term since.
  return { posts: Math.max(drafts, published), published, drafts: Math.max(0, drafts - published) };

  async function count(status: 'draft' | 'published'): Promise<number> {
    if (ids.length === 1) return (await countsOfTerms(strapi, kind, ids, status)).get(ids[0]) ?? 0;
    return countListed(
      strapi,
      ids.map((id) => listOf(kind, id)),
      { status },
    );
  }
}
