import { canonicalUrl } from '../../../core/links';
import type { Settings } from '../../../core/settings';

export type FeedFormat = 'atom' | 'json';

/** Which feed: that of the whole site, or of a category. */
export interface FeedPlace {
  format: FeedFormat;
  category: { slug: string; term: string } | null;
  /** Null for the default one. */
  locale: string | null;
}

type AddressSettings = Pick<Settings, 'site' | 'feeds'>;

/** What a feed is called: its address at the site as jekyll-feed 0.17 gives it, wherever it is published. */
export function feedId(place: FeedPlace, settings: AddressSettings): string {
  const { format, category, locale } = place;
  const isAtom = format === 'atom';
  const path = isAtom ? (category ? `/feed/${category.term}.xml` : '/feed.xml') : '/feed.json';
  return (
    (canonicalUrl(path, settings) ?? path) + queryOf({ category: isAtom ? null : category?.slug, locale })
  );
}

/** Where readers get a feed: at the site, unless `feeds.url` names another place. */
export function feedUrl(place: FeedPlace, settings: AddressSettings): string {
  const { url } = settings.feeds;
  if (url === null) return feedId(place, settings);
  const { format, category, locale } = place;
  const name = format === 'atom' ? 'feed.xml' : 'feed.json';
  return `${withoutSlash(url)}/${name}${queryOf({ category: category?.slug, locale })}`;
}

/** Where crawlers get a part of the sitemap. */
export function sitemapUrl(part: number, locale: string | null, settings: AddressSettings): string {
  const { url } = settings.feeds;
  const name = `sitemap-${part}.xml`;
  const base = url === null ? canonicalUrl(`/${name}`, settings) : `${withoutSlash(url)}/${name}`;
  return `${base ?? name}${queryOf({ locale })}`;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function queryOf(values: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
