import type { Feed, FeedItem } from './feed';
import { element, escapeXml, textElement, XML_DECLARATION } from './xml';

const ATOM = 'http://www.w3.org/2005/Atom';
const MEDIA = 'http://search.yahoo.com/mrss/';

/** An Atom 1.0 document (RFC 4287) with the elements that jekyll-feed 0.17 writes. */
export function atomDocument(feed: Feed): string {
  const { language } = feed;
  return (
    XML_DECLARATION +
    element(
      'feed',
      { xmlns: ATOM, 'xmlns:media': MEDIA, 'xml:lang': language },
      [
        element(
          'generator',
          { uri: 'https://www.npmjs.com/package/strapi-plugin-press' },
          'strapi-plugin-press',
        ),
        element('link', { href: feed.selfUrl, rel: 'self', type: 'application/atom+xml' }),
        element('link', { href: feed.homeUrl, rel: 'alternate', type: 'text/html', hreflang: language }),
        textElement('updated', feed.updated),
        textElement('id', feed.id),
        textElement('title', feed.title),
        ...feed.items.map(entry),
      ].join('\n'),
    ) +
    '\n'
  );
}

function entry(item: FeedItem): string {
  const { title, url, image, html } = item;
  return element(
    'entry',
    {},
    [
      textElement('title', title),
      element('link', { href: url, rel: 'alternate', type: 'text/html', title }),
      textElement('published', item.published),
      textElement('updated', item.updated),
      textElement('id', item.id),
      ...(html === null ? [] : [element('content', { type: 'html', 'xml:base': url }, escapeXml(html))]),
      element('author', {}, element('name', {}, escapeXml(item.author))),
      ...item.terms.map((term) => element('category', { term })),
      textElement('summary', item.summary),
      ...(image === null
        ? []
        : [
            element('media:thumbnail', { url: image }),
            element('media:content', { medium: 'image', url: image }),
          ]),
      ...item.shareLinks.map((link) => labelled('related', link)),
      ...item.backLinks.map((link) => labelled('up', link)),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

function labelled(rel: string, { label, url }: { label: string; url: string }): string {
  return element('link', { href: url, rel, title: label });
}
