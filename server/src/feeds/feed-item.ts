import { decodeText } from '../../../core/html';
import { idOf } from '../../../core/jekyll';
import { canonicalUrl } from '../../../core/links';
import type { Settings } from '../../../core/settings';
import type { FeedItem } from './feed';
import type { FeedHtml } from './feed-html';
import type { FeedPost, FeedText } from './feed-posts';
import { feedTime } from './feed-time';
import { plainText } from './plain-text';

/** A post as feeds show it, with the id and link that jekyll-feed 0.17 gives it. */
export function feedItem(
  post: FeedPost,
  text: FeedText | undefined,
  { content, excerpt }: FeedHtml,
  settings: Settings,
): FeedItem {
  const { timezone } = settings.site;
  const published = momentOf(post.date) ?? momentOf(post.updatedAt) ?? 0;
  const id = idOf(post.url, post.slug ?? '', post.url);
  const written = descriptionOf(post) ?? post.excerpt;
  const summary = written === null ? decodeText(excerpt) : plainText(written);
  const { links } = settings.feeds;
  return {
    id: canonicalUrl(id, settings) ?? id,
    url: canonicalUrl(post.url, settings) ?? post.url,
    title: plainText(post.title ?? ''),
    published: feedTime(published, timezone),
    updated: feedTime(updatedOf(post) ?? published, timezone),
    author: post.author ?? settings.site.title ?? '',
    terms: [...(text?.categories ?? []), ...(text?.tags ?? [])].flatMap(({ term }) => term ?? []),
    summary: summary === '' ? null : summary,
    html: content,
    image: post.image ? absoluteAddress(post.image, settings) : null,
    shareLinks: links ? (post.shareLinks ?? []) : [],
    backLinks: links
      ? (post.backLinks ?? []).flatMap((link) => {
          const url = absoluteAddress(link.url, settings);
          return url === null ? [] : [{ ...link, url }];
        })
      : [],
  };
}

/** What jekyll-feed shows in the place of the excerpt. */
function descriptionOf({ extra }: FeedPost): string | null {
  const description = extra?.description;
  return typeof description === 'string' && description !== '' ? description : null;
}

/**
 * When the author last changed the post, by the front matter's `last_modified_at`, as in jekyll-feed: readers show a post
 * anew that was updated, which an import or a corrected comma is no reason for.
 */
function updatedOf({ extra }: FeedPost): number | null {
  const modified = extra?.last_modified_at;
  return typeof modified === 'string' ? momentOf(modified) : null;
}

export function momentOf(value: string | Date | null): number | null {
  const moment = value === null ? NaN : new Date(value).getTime();
  return Number.isNaN(moment) ? null : moment;
}

/** An address as readers outside the site can use it; null where it is none. */
function absoluteAddress(address: string, settings: Settings): string | null {
  const home = canonicalUrl('/', settings) ?? undefined;
  const { baseurl } = settings.site;
  // A path of the site lies below its base, as Jekyll's `absolute_url` has it.
  const isPath = /^\/(?!\/)/.test(address) && !(baseurl !== '' && address.startsWith(`${baseurl}/`));
  const target = isPath ? address.slice(1) : address;
  return URL.canParse(target, home) ? new URL(target, home).href : null;
}
