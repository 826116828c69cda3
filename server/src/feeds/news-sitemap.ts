import type { Core } from '@strapi/strapi';
import { canonicalUrl } from '../../../core/links';
import type { Settings } from '../../../core/settings';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import type { FeedAnswer } from './answer';
import { entityTag } from './entity-tag';
import { feedTime } from './feed-time';
import { plainText } from './plain-text';
import { newsEntry, NEWS_START, SITEMAP_END } from './sitemap-xml';

/** How old news may be, and how many a sitemap may have (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const MOST_NEWS = 1000;

interface NewsRow {
  title: string | null;
  url: string;
  locale: string;
  date: string | number | Date;
}

/** The posts of the last two days for news search. @param locale posts of it only; of all where null. */
export async function newsSitemapAnswer(
  strapi: Core.Strapi,
  settings: Settings,
  locale: string | null,
): Promise<FeedAnswer> {
  const rows = await newsRows(strapi, locale, Date.now());
  const { site } = settings;
  return {
    contentType: 'application/xml; charset=utf-8',
    etag: entityTag([site, rows]),
    lastModified: rows.length === 0 ? null : new Date(rows[0].date).getTime(),
    write: () =>
      Promise.resolve(
        NEWS_START +
          rows
            .map(({ title, url, locale: own, date }) =>
              newsEntry({
                loc: canonicalUrl(url, settings) ?? url,
                publication: site.title ?? new URL(site.url ?? '').host,
                language: newsLanguage(own),
                date: feedTime(new Date(date).getTime(), site.timezone),
                title: plainText(title ?? '') || url,
              }),
            )
            .join('') +
          SITEMAP_END,
      ),
  };
}

/** The language as news search takes it: ISO 639, but for the two kinds of written Chinese. */
export function newsLanguage(locale: string): string {
  const [language, ...more] = locale.toLowerCase().split(/[-_]/);
  if (language !== 'zh') return /^[a-z]{2,3}$/.test(language) ? language : 'en';
  return more.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn';
}

async function newsRows(strapi: Core.Strapi, locale: string | null, now: number): Promise<NewsRow[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const date = column('date');
  const [from, until] = [new Date(now - TWO_DAYS), new Date(now)];
  return readRows<NewsRow>(strapi, {
    name: `news ${locale !== null}`,
    table,
    build(query) {
      const recent = query
        .select(...['title', 'url', 'locale', 'date'].map((name) => `${column(name)} as ${name}`))
        .where(date, '>=', from)
        .where(date, '<=', until)
        .whereNotNull(column('urlKey'));
      const asked = locale === null ? recent : recent.where(column('locale'), locale);
      return asked.orderBy(date, 'desc').orderBy('id', 'desc').limit(MOST_NEWS);
    },
    values: [from, until, ...(locale === null ? [] : [locale]), MOST_NEWS],
  });
}
