import type { Feed, FeedItem } from './feed';

/** A JSON Feed 1.1 document (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    ...(feed.language === null ? {} : { language: feed.language }),
    items: feed.items.map(itemOf),
  });
}

function itemOf(item: FeedItem): Record<string, unknown> {
  const { summary, html, image, author, terms, shareLinks, backLinks } = item;
  const links = shareLinks.length + backLinks.length;
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    // One of the contents is required; without an excerpt the title is all there is.
    ...(html === null ? { content_text: summary ?? item.title } : { content_html: html }),
    ...(summary === null ? {} : { summary }),
    ...(image === null ? {} : { image }),
    date_published: item.published,
    date_modified: item.updated,
    ...(author === '' ? {} : { authors: [{ name: author }] }),
    ...(terms.length === 0 ? {} : { tags: terms }),
    ...(links === 0 ? {} : { _press: { share_links: shareLinks, back_links: backLinks } }),
  };
}
