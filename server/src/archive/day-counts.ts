import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { conditionOf, type ListedConditions } from '../listing/listing-condition';
import { listingTables } from '../listing/listing-tables';
import type { OffsetSpan } from './offset-spans';
import type { ArchivePeriod } from './period';

const DAY = 86_400_000;
/** Added to all dates, so that none is below zero, where databases round towards zero. */
const SHIFT = 4_000_000 * DAY;

/**
 * How many posts some lists have on each day, by one query for each time that clocks were set. The posts are counted one by
 * one, where they lie in the index of the listing: counts for each day would be thirty times as many rows as those for each
 * month, in every list and at every write.
 */
export async function countsOfDays(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
  spans: readonly OffsetSpan[],
): Promise<ArchivePeriod[]> {
  const periods: ArchivePeriod[] = [];
  for (const span of spans) {
    for (const { day, count } of await readSpan(strapi, lists, conditions, span)) {
      const date = new Date(Number(day) - SHIFT);
      periods.push({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        count: Number(count),
      });
    }
  }
  return periods;
}

function readSpan(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
  { from, until, offset }: OffsetSpan,
): Promise<{ day: number | string; count: number | string }[]> {
  const { listings } = listingTables(strapi);
  const date = `${listings}.date`;
  const shift = offset + SHIFT;
  const condition = conditionOf(strapi, { ...conditions, from, until }, lists);
  // A post that is in several of the lists counts once.
  const number = lists.length > 1 ? 'count(distinct ??) as ??' : 'count(??) as ??';
  return readRows(strapi, {
    name: `posts of days ${lists.length} ${condition.name}`,
    table: listings,
    build: (query, sources) =>
      condition
        .apply(
          query.select(
            sources.raw('?? + ? - (?? + ?) % ? as ??', date, shift, date, shift, DAY, 'day'),
            sources.raw(number, `${listings}.post`, 'count'),
          ),
          sources,
        )
        .groupBy('day'),
    values: [shift, shift, DAY, ...condition.values],
  });
}
