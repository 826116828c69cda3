import type { Core } from '@strapi/strapi';
import type { BackLink, ShareLink } from '../../../core/post';
import { askedPosts } from '../listing/asked-posts';
import { POST_UID } from '../plugin-id';

/** Everything of a published post that feeds show, but for its terms and body. */
export interface FeedPost {
  id: number;
  title: string | null;
  slug: string | null;
  date: string | Date | null;
  author: string | null;
  excerpt: string | null;
  image: string | null;
  extra: Record<string, unknown> | null;
  url: string;
  shareLinks: ShareLink[] | null;
  backLinks: BackLink[] | null;
  /** The text changes with the terms of a post, whichever way they changed; it goes into no feed. */
  frontMatter: string | null;
  updatedAt: string | Date;
}

const ATTRIBUTES = [
  ...['id', 'title', 'slug', 'date', 'author', 'excerpt', 'image', 'extra', 'url', 'shareLinks', 'backLinks'],
  ...['frontMatter', 'updatedAt'],
];

interface AskedFeed {
  category: string | undefined;
  locale: string;
  limit: number;
}

/** The newest posts, found by their place in an index: what the state of a feed is told by, without reading a body. */
export async function feedPosts(
  strapi: Core.Strapi,
  { category, locale, limit }: AskedFeed,
): Promise<FeedPost[]> {
  const posts = await askedPosts(strapi, { category, locale, status: 'published' });
  const { ids } = await posts.page({ first: limit });
  const found: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { id: { $in: ids } }, select: ATTRIBUTES });
  const rows = new Map((found as FeedPost[]).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []).filter(({ url }) => Boolean(url));
}

/** What is read only of posts that are written down. */
export interface FeedText {
  id: number;
  body: string | null;
  filePath: string | null;
  categories: { term: string | null }[];
  tags: { term: string | null }[];
}

/** Bodies and terms of posts, by row id. */
export async function feedTexts(
  strapi: Core.Strapi,
  posts: readonly FeedPost[],
): Promise<Map<number, FeedText>> {
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: { id: { $in: posts.map(({ id }) => id) } },
    select: ['id', 'body', 'filePath'],
    populate: { categories: { select: ['term'] }, tags: { select: ['term'] } },
  });
  return new Map((found as FeedText[]).map((row) => [row.id, row]));
}
