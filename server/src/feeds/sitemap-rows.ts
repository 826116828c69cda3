import type { Core } from '@strapi/strapi';
import { readRows, type RowQuery } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID, REDIRECT_UID } from '../plugin-id';

/**
 * Rows of a part of the sitemap. A part is a range of row ids, so that it needs no counting, keeps its number, and changes
 * only where its own posts do; drafts are rows too, which is why it mostly holds fewer pages.
 */
export const ROWS_PER_PART = 45_000;
/** Pages in one sitemap, at most (https://www.sitemaps.org/protocol.html). */
export const MOST_PAGES = 50_000;

const ROWS_PER_READ = 500;
/** Above every row id, which is a 32-bit integer. */
const LAST_ID = 2_147_483_647;

/** Which posts: published ones with a URL, which are those that have a key for it. */
export interface SitemapScope {
  /** Null for all locales. */
  locale: string | null;
  /** Only posts dated up to this moment; null for all. */
  until: Date | null;
}

/** Row ids above `after` and up to `last`; null for all. */
export type RowRange = { after: number; last: number } | null;

export interface SitemapRow {
  id: number;
  documentId: string;
  locale: string;
  url: string;
  lastModified: number;
}

/** How many pages each part has, by its number from 1; read from the index of the keys alone where all locales are asked for. */
export async function partSizes(
  strapi: Core.Strapi,
  { locale }: SitemapScope,
): Promise<{ part: number; pages: number }[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const first = `(?? - 1) - (?? - 1) % ${ROWS_PER_PART}`;
  const rows = await readRows<{ first: number | string; pages: number | string }>(strapi, {
    name: `parts of the sitemap ${locale !== null}`,
    table,
    build(query, { raw }) {
      const published = query
        .select(raw(`${first} as ??`, 'id', 'id', 'first'), raw('count(*) as ??', 'pages'))
        .whereNotNull(column('urlKey'));
      return (locale === null ? published : published.where(column('locale'), locale)).groupBy('first');
    },
    values: locale === null ? [] : [locale],
  });
  return rows
    .map((row) => ({ part: Number(row.first) / ROWS_PER_PART + 1, pages: Number(row.pages) }))
    .sort((a, b) => a.part - b.part);
}

/** What tells whether the pages of a range are still the same. */
export interface SitemapState {
  pages: number;
  updatedAt: number | null;
  /** All values, equal as long as no page changed. */
  key: unknown[];
}

/**
 * A changed URL of a post leaves a redirect, also where a category's new term moved it without an edit; a deleted or a due
 * post changes the count.
 */
export async function sitemapState(
  strapi: Core.Strapi,
  scope: SitemapScope,
  range: RowRange,
): Promise<SitemapState> {
  const { table, column } = tableNames(strapi, POST_UID);
  const redirects = tableNames(strapi, REDIRECT_UID).table;
  const { name, values, apply } = conditionOf(strapi, scope, range);
  const [found] = await readRows<Record<string, number | string | Date | null>>(strapi, {
    name: `state of the sitemap ${name}`,
    table,
    build: (query, { raw, of }) =>
      apply(
        query.select(
          raw('count(*) as ??', 'pages'),
          raw('max(??) as ??', column('updatedAt'), 'updated'),
          raw('max(??) as ??', column('date'), 'dated'),
          raw('max(??) as ??', 'id', 'last'),
          of(redirects).select(raw('max(??)', 'id')).as('redirect'),
        ),
      ),
    values,
  });
  const moments = [found.updated, found.dated].flatMap((moment) =>
    moment === null ? [] : [new Date(moment).getTime()],
  );
  return {
    pages: Number(found.pages),
    updatedAt: moments.length === 0 ? null : Math.max(...moments),
    key: Object.values(found),
  };
}

/** Reads the posts of a range, few at a time. */
export async function* sitemapRows(
  strapi: Core.Strapi,
  scope: SitemapScope,
  range: RowRange,
): AsyncGenerator<SitemapRow[]> {
  for (let after = range?.after ?? 0; ; ) {
    const rows = await readLot(strapi, scope, { after, last: range?.last ?? LAST_ID });
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_READ) return;
    after = rows[rows.length - 1].id;
  }
}

async function readLot(strapi: Core.Strapi, scope: SitemapScope, range: RowRange): Promise<SitemapRow[]> {
  const { table } = tableNames(strapi, POST_UID);
  const { name, values, apply } = conditionOf(strapi, scope, range);
  const rows = await readRows<RawRow>(strapi, {
    name: `pages of the sitemap ${name}`,
    table,
    build: (query) =>
      apply(query.select(...columnsOf(strapi)))
        .orderBy('id')
        .limit(ROWS_PER_READ),
    values: [...values, ROWS_PER_READ],
  });
  return rows.map(rowOf);
}

/** The same posts in all locales. */
export async function siblingRows(
  strapi: Core.Strapi,
  scope: SitemapScope,
  documentIds: readonly string[],
): Promise<SitemapRow[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const { name, values, apply } = conditionOf(strapi, { ...scope, locale: null }, null);
  const rows = await readRows<RawRow>(strapi, {
    name: `siblings in the sitemap ${name}`,
    table,
    build: (query) =>
      apply(query.select(...columnsOf(strapi)))
        .whereIn(column('documentId'), documentIds)
        .orderBy(column('locale')),
    values: [...values, ...documentIds],
  });
  return rows.map(rowOf);
}

interface RawRow {
  id: number | string;
  documentId: string;
  locale: string;
  url: string;
  date: string | number | Date | null;
  updatedAt: string | number | Date;
}

const COLUMNS = ['id', 'documentId', 'locale', 'url', 'date', 'updatedAt'];

function columnsOf(strapi: Core.Strapi): string[] {
  const { column } = tableNames(strapi, POST_UID);
  return COLUMNS.map((name) => `${column(name)} as ${name}`);
}

function rowOf({ id, documentId, locale, url, date, updatedAt }: RawRow): SitemapRow {
  // A post that fell due changed for readers at its date.
  const lastModified = Math.max(new Date(updatedAt).getTime(), date === null ? 0 : new Date(date).getTime());
  return { id: Number(id), documentId, locale, url, lastModified };
}

function conditionOf(strapi: Core.Strapi, { locale, until }: SitemapScope, range: RowRange) {
  const { column } = tableNames(strapi, POST_UID);
  return {
    name: [locale !== null, until !== null, range !== null].join(),
    values: [
      ...(range ? [range.after, range.last] : []),
      ...(locale === null ? [] : [locale]),
      ...(until ? [until] : []),
    ] as unknown[],
    apply: (query: RowQuery): RowQuery => {
      let rows = query.whereNotNull(column('urlKey'));
      if (range) rows = rows.where('id', '>', range.after).where('id', '<=', range.last);
      if (locale !== null) rows = rows.where(column('locale'), locale);
      return until ? rows.whereRaw('(?? is null or ?? <= ?)', [column('date'), column('date'), until]) : rows;
    },
  };
}
