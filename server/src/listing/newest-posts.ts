import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { readRows, type QuerySources, type RowQuery } from '../database/read-rows';
import { conditionOf, type ListedConditions } from './listing-condition';
import type { ListingCursor } from './listing-cursor';
import { listingTables } from './listing-tables';

/** Lists of one statement; SQLite takes five hundred parts of a union. */
const LISTS_TOGETHER = 100;

/** The newest posts of each of some lists, by the number of the list: as many places of the index as there are lists. */
export async function newestPosts(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
  count: number,
): Promise<Map<number, ListingCursor[]>> {
  const found = new Map<number, ListingCursor[]>(lists.map((list) => [list, []]));
  for (const lot of chunk(lists, LISTS_TOGETHER)) {
    for (const { list, date, post } of await readLot(strapi, lot, conditions, count))
      found.get(Number(list))?.push({ date: Number(date), post: Number(post) });
  }
  return found;
}

function readLot(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
  count: number,
): Promise<Record<'list' | 'date' | 'post', number | string>[]> {
  const { listings } = listingTables(strapi);
  const part = (query: RowQuery, sources: QuerySources, list: number): RowQuery =>
    sources.from(
      conditionOf(strapi, conditions, [list])
        .apply(query.select('list', 'date', 'post'), sources)
        .orderBy('date', 'desc')
        .orderBy('post', 'desc')
        .limit(count),
    );
  return readRows(strapi, {
    name: `newest of ${lists.length} lists ${conditionOf(strapi, conditions, lists).name}`,
    table: listings,
    build: (query, sources) =>
      lists
        .slice(1)
        .reduce(
          (union, list) => union.unionAll(part(sources.of(listings), sources, list)),
          part(query, sources, lists[0]),
        ),
    values: lists.flatMap((list) => [...conditionOf(strapi, conditions, [list]).values, count]),
  });
}
