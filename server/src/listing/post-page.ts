import type { Core } from '@strapi/strapi';
import { readRows, type RowQuery } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { encodeCursor, type ListingCursor } from './listing-cursor';
import type { ListingPage } from './listing-page';
import { UNDATED, type ListedStatus } from './listing-tables';

/** Posts of a locale, whichever terms they have. */
export interface PostsOfLocale {
  locale: string;
  status: ListedStatus;
  /** Only posts dated from this moment on, in milliseconds. */
  from?: number;
  /** Only posts dated before this moment, in milliseconds; posts without date are left out then. */
  until?: number;
  author?: string;
}

/** Which of them; as in `ListingQuery`. */
export interface PostQuery extends PostsOfLocale {
  first?: number;
  after?: ListingCursor | null;
  last?: number;
  before?: ListingCursor | null;
}

type Direction = 'older' | 'newer';

/** Reads a page of all posts by its keys, over the index on locale and date. */
export async function readPostPage(strapi: Core.Strapi, query: PostQuery): Promise<ListingPage> {
  const backwards = query.last !== undefined;
  const size = query.last ?? query.first ?? 20;
  const direction: Direction = backwards ? 'newer' : 'older';
  const start = (backwards ? query.before : query.after) ?? null;
  const found: ListingCursor[] = [];
  for (const part of partsOf(query, direction, start)) {
    const missing = size + 1 - found.length;
    if (missing > 0) found.push(...(await readPart(strapi, query, direction, { ...part, limit: missing })));
  }
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  return {
    ids: page.map(({ post }) => post),
    cursors: page.map(encodeCursor),
    hasNextPage: backwards ? start !== null : more,
    hasPreviousPage: backwards ? more : start !== null,
  };
}

/** How many posts there are. */
export async function countPosts(strapi: Core.Strapi, posts: PostsOfLocale): Promise<number> {
  const { table } = tableNames(strapi, POST_UID);
  const { name, values, apply } = conditionOf(strapi, posts);
  const [{ count }] = await readRows<{ count: number | string }>(strapi, {
    name: `number of posts ${name}`,
    table,
    build: (query, { raw }) => apply(query.select(raw('count(*) as ??', 'count'))),
    values,
  });
  return Number(count);
}

/** Dated posts and those without date, which are older than all others; a cursor stands in one of both. */
interface Part {
  dated: boolean;
  start: ListingCursor | null;
}

function partsOf({ from, until }: PostsOfLocale, direction: Direction, start: ListingCursor | null): Part[] {
  const isUndated = start !== null && start.date <= UNDATED;
  const dated: Part = { dated: true, start: isUndated ? null : start };
  const undated: Part = { dated: false, start: isUndated ? start : null };
  if (from !== undefined || until !== undefined) return isUndated && direction === 'older' ? [] : [dated];
  if (direction === 'older') return isUndated ? [undated] : [dated, undated];
  return start !== null && !isUndated ? [dated] : [undated, dated];
}

async function readPart(
  strapi: Core.Strapi,
  query: PostQuery,
  direction: Direction,
  { dated, start, limit }: Part & { limit: number },
): Promise<ListingCursor[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const date = column('date');
  const older = direction === 'older';
  const order = older ? 'desc' : 'asc';
  const condition = conditionOf(strapi, query);
  const at = start && new Date(start.date);
  const rows = await readRows<{ id: number | string; date: string | number | Date | null }>(strapi, {
    name: `page of posts ${direction} ${dated} ${start !== null} ${condition.name}`,
    table,
    build(posts) {
      let page = condition.apply(posts.select('id', `${date} as date`));
      page = dated ? page.whereNotNull(date) : page.whereNull(date);
      // The first condition is the one that finds the place in the index.
      if (start && dated)
        page = page
          .where(date, older ? '<=' : '>=', at)
          .whereRaw(older ? '(?? < ? or ?? < ?)' : '(?? > ? or ?? > ?)', [date, at, 'id', start.post]);
      if (start && !dated) page = page.where('id', older ? '<' : '>', start.post);
      if (dated) page = page.orderBy(date, order);
      return page.orderBy('id', order).limit(limit);
    },
    values: [
      ...condition.values,
      ...(start && dated ? [at, at, start.post] : []),
      ...(start && !dated ? [start.post] : []),
      limit,
    ],
  });
  return rows.map((row) => ({
    post: Number(row.id),
    date: row.date === null ? UNDATED : new Date(row.date).getTime(),
  }));
}

function conditionOf(strapi: Core.Strapi, { locale, status, from, until, author }: PostsOfLocale) {
  const { column } = tableNames(strapi, POST_UID);
  const bounds = [from, until].flatMap((moment) => (moment === undefined ? [] : [new Date(moment)]));
  return {
    name: [status, from !== undefined, until !== undefined, author !== undefined].join(),
    values: [locale, ...bounds, ...(author === undefined ? [] : [author])] as unknown[],
    apply: (query: RowQuery): RowQuery => {
      const published = column('publishedAt');
      let rows = query.where(column('locale'), locale);
      rows = status === 'published' ? rows.whereNotNull(published) : rows.whereNull(published);
      if (from !== undefined) rows = rows.where(column('date'), '>=', new Date(from));
      if (until !== undefined) rows = rows.where(column('date'), '<', new Date(until));
      return author === undefined ? rows : rows.where(column('author'), author);
    },
  };
}
