import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { encodeCursor, type ListingCursor } from './listing-cursor';
import { conditionOf, type ListedPosts } from './listing-condition';
import { listingTables, listOf } from './listing-tables';

/** Which posts, and which part of them. */
export interface ListingQuery extends ListedPosts {
  /** Posts after a cursor, from the newest to the oldest. */
  first?: number;
  after?: ListingCursor | null;
  /** Posts before a cursor, counted from it; they come from the newest to the oldest too. */
  last?: number;
  before?: ListingCursor | null;
}

/** Posts from the newest to the oldest; of equal dates the one that was written last comes first. */
export interface ListingPage {
  /** Row ids of posts. */
  ids: number[];
  /** One for each id. */
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

type Direction = 'older' | 'newer';

/** Reads a page by its keys: it takes as long in a list of 100,000 posts as in one of 60, and on page 1,000 as on page 1. */
export async function readPage(strapi: Core.Strapi, query: ListingQuery): Promise<ListingPage> {
  const backwards = query.last !== undefined;
  const size = query.last ?? query.first ?? 20;
  const direction: Direction = backwards ? 'newer' : 'older';
  const start = backwards ? query.before : query.after;
  const parts = await Promise.all(
    query.terms.map((term) =>
      readPart(strapi, query, listOf(query.kind, term), direction, start ?? null, size + 1),
    ),
  );
  const merged = mergeParts(parts.flat(), direction);
  const found = merged.slice(0, size);
  if (backwards) found.reverse();
  const more = merged.length > size;
  const behind = start !== null && start !== undefined;
  return {
    ids: found.map(({ post }) => post),
    cursors: found.map(encodeCursor),
    hasNextPage: backwards ? behind : more,
    hasPreviousPage: backwards ? more : behind,
  };
}

async function readPart(
  strapi: Core.Strapi,
  query: ListingQuery,
  list: number,
  direction: Direction,
  start: ListingCursor | null,
  limit: number,
): Promise<ListingCursor[]> {
  const { listings } = listingTables(strapi);
  const condition = conditionOf(strapi, query, [list]);
  const values = [...condition.values];
  if (start) values.push(start.date, start.date, start.post);
  values.push(limit);
  const older = direction === 'older';
  const rows = await readRows<{ date: number | string; post: number | string }>(strapi, {
    name: `page ${direction} ${condition.name} ${start !== null}`,
    table: listings,
    build(rows, sources) {
      let page = condition.apply(rows.select('date', 'post'), sources);
      if (start) {
        // The first condition is the one that finds the place in the index.
        page = page
          .where('date', older ? '<=' : '>=', start.date)
          .whereRaw(older ? '(?? < ? or ?? < ?)' : '(?? > ? or ?? > ?)', [
            'date',
            start.date,
            'post',
            start.post,
          ]);
      }
      const order = older ? 'desc' : 'asc';
      return page.orderBy('date', order).orderBy('post', order).limit(limit);
    },
    values,
  });
  return rows.map(({ date, post }) => ({ date: Number(date), post: Number(post) }));
}

function mergeParts(parts: ListingCursor[], direction: Direction): ListingCursor[] {
  const unique = [...new Map(parts.map((entry) => [entry.post, entry])).values()];
  const newestFirst = (a: ListingCursor, b: ListingCursor): number => b.date - a.date || b.post - a.post;
  return unique.sort(direction === 'older' ? newestFirst : (a, b) => newestFirst(b, a));
}
