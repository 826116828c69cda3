import { decodeText } from '../../../core/html';
import { descriptionOf, idOf, lastModifiedOf } from '../../../core/jekyll';
import { canonicalUrl, siteAddress } from '../../../core/links';
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
  const written = descriptionOf(post.extra) ?? post.excerpt;
  const summary = written === null ? decodeText(excerpt) : plainText(written);
  const { links } = settings.feeds;
  return {
    id: canonicalUrl(id, settings) ?? id,
    url: canonicalUrl(post.url, settings) ?? post.url,
    title: plainText(post.title ?? ''),
    published: feedTime(published, timezone),
    updated: feedTime(lastModifiedOf(post.extra) ?? published, timezone),
    author: post.author ?? settings.site.title ?? '',
    terms: [...(text?.categories ?? []), ...(text?.tags ?? [])].flatMap(({ term }) => term ?? []),
    summary: summary === '' ? null : summary,
    html: content,
    image: post.image ? siteAddress(post.image, settings) : null,
    shareLinks: links ? (post.shareLinks ?? []) : [],
    backLinks: links
      ? (post.backLinks ?? []).flatMap((link) => {
          const url = siteAddress(link.url, settings);
          return url === null ? [] : [{ ...link, url }];
        })
      : [],
  };
}

export function momentOf(value: string | Date | null): number | null {
  const moment = value === null ? NaN : new Date(value).getTime();
  return Number.isNaN(moment) ? null : moment;
}
