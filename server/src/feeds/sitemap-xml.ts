import { element, textElement, XML_DECLARATION } from './xml';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';

/** A page of the site, as https://www.sitemaps.org/protocol.html has it. */
export interface SitemapEntry {
  loc: string;
  /** ISO 8601; null where unknown. */
  lastmod: string | null;
  /** The same in all languages, its own among them; empty where there is one only. */
  alternates: { locale: string; href: string }[];
}

export const SITEMAP_START = `${XML_DECLARATION}<urlset xmlns="${SITEMAP}" xmlns:xhtml="${XHTML}">\n`;
export const SITEMAP_END = '</urlset>\n';

export function sitemapEntry({ loc, lastmod, alternates }: SitemapEntry): string {
  const links = alternates.map(({ locale, href }) =>
    element('xhtml:link', { rel: 'alternate', hreflang: locale, href }),
  );
  return `${element('url', {}, textElement('loc', loc) + textElement('lastmod', lastmod) + links.join(''))}\n`;
}

/** A post of the last days, as news search has it. */
export interface NewsEntry {
  loc: string;
  /** Name of the paper. */
  publication: string;
  language: string;
  /** RFC 3339. */
  date: string;
  /** Plain text. */
  title: string;
}

export const NEWS_START = `${XML_DECLARATION}<urlset xmlns="${SITEMAP}" xmlns:news="${NEWS}">\n`;

export function newsEntry({ loc, publication, language, date, title }: NewsEntry): string {
  const paper = textElement('news:name', publication) + textElement('news:language', language);
  const news =
    element('news:publication', {}, paper) +
    textElement('news:publication_date', date) +
    textElement('news:title', title);
  return `${element('url', {}, textElement('loc', loc) + element('news:news', {}, news))}\n`;
}

/** The list of the parts that a sitemap is split into. */
export function sitemapIndex(parts: readonly string[]): string {
  const entries = parts.map((loc) => `${element('sitemap', {}, textElement('loc', loc))}\n`);
  return `${XML_DECLARATION}<sitemapindex xmlns="${SITEMAP}">\n${entries.join('')}</sitemapindex>\n`;
}
