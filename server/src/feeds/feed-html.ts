import type { Core } from '@strapi/strapi';
import { postExcerpt } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { renderPosts } from '../rendering';
import type { FeedPost, FeedText } from './feed-posts';

/** The HTML of a post in a feed. */
export interface FeedHtml {
  /** Null where the setting `feeds.content` is off. */
  content: string | null;
  /** Of a generated excerpt; empty where the front matter has one of its own. */
  excerpt: string;
}

/** Renders what feeds show of posts, with whole addresses, in the order of the posts. */
export async function feedHtml(
  strapi: Core.Strapi,
  posts: readonly FeedPost[],
  texts: ReadonlyMap<number, FeedText>,
  settings: Settings,
): Promise<FeedHtml[]> {
  const sources = posts.map((post) => {
    const { body, filePath = null } = texts.get(post.id) ?? { body: '' };
    return { ...post, body: body ?? '', filePath };
  });
  const excerpts = sources.map((source) => ({
    ...source,
    body: source.excerpt === null ? postExcerpt(source, settings) : '',
  }));
  const contents = settings.feeds.content ? sources : [];
  const rendered = await renderPosts(strapi, [...excerpts, ...contents], settings, { absolute: true });
  return posts.map((_, index) => ({
    excerpt: rendered[index].html,
    content: settings.feeds.content ? rendered[posts.length + index].html.trim() : null,
  }));
}
