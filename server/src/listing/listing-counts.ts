import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { deleteRows } from '../database/delete-rows';
import { insertRows } from '../database/insert-rows';
import { readRows } from '../database/read-rows';
import type { TermKind } from '../terms/term-kind';
import { conditionOf, type ListedConditions } from './listing-condition';
import { listingTables, listOf, STATUS, termOf, type ListedStatus } from './listing-tables';

/** How many posts a list has in a month of the site's time zone. */
export interface MonthCount {
  /** 0 for posts without date, as `month` is then. */
  year: number;
  /** 1 to 12. */
  month: number;
  count: number;
}

type Sums = Record<'key' | 'amount', number | string>;

/** Lists of one statement. */
const LISTS_TOGETHER = 500;

/** How many posts each term has; terms without posts are left out. One query for 500 terms. */
export async function countsOfTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  terms: readonly number[],
  status: ListedStatus,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const lot of chunk(
    terms.map((term) => listOf(kind, term)),
    LISTS_TOGETHER,
  )) {
    const rows = await readRows<Sums>(strapi, {
      name: 'counts of lists',
      table: listingTables(strapi).counts,
      build: (query, { raw }) =>
        query
          .select(raw('?? as ??', 'list', 'key'), raw('sum(??) as ??', 'amount', 'amount'))
          .where('status', STATUS[status])
          .whereIn('list', lot)
          .groupBy('list'),
      values: [STATUS[status], ...lot],
    });
    for (const { key, amount } of rows) {
      if (Number(amount) !== 0) counts.set(termOf(Number(key)), Number(amount));
    }
  }
  return counts;
}

/**
 * How many posts some lists have by month, the newest first; posts without date come last. A post in several of them counts
 * in each.
 */
export async function countsOfMonths(
  strapi: Core.Strapi,
  lists: readonly number[],
  status: ListedStatus,
): Promise<MonthCount[]> {
  const rows = await readRows<Sums>(strapi, {
    name: 'counts of months',
    table: listingTables(strapi).counts,
    build: (query, { raw }) =>
      query
        .select(raw('?? as ??', 'month', 'key'), raw('sum(??) as ??', 'amount', 'amount'))
        .whereIn('list', lists)
        .where('status', STATUS[status])
        .groupBy('month')
        .orderBy('month', 'desc'),
    values: [...lists, STATUS[status]],
  });
  return rows
    .map(({ key, amount }) => ({
      year: Math.floor(Number(key) / 100),
      month: Number(key) % 100,
      count: Number(amount),
    }))
    .filter(({ count }) => count !== 0);
}

/** How many published posts of each term are dated from a moment on; few, so that they are counted one by one. */
export async function countsAhead(
  strapi: Core.Strapi,
  kind: TermKind,
  terms: readonly number[],
  moment: number,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const lot of chunk(
    terms.map((term) => listOf(kind, term)),
    LISTS_TOGETHER,
  )) {
    const rows = await readRows<Sums>(strapi, {
      name: 'posts of lists that are dated ahead',
      table: listingTables(strapi).listings,
      build: (query, { raw }) =>
        query
          .select(raw('?? as ??', 'list', 'key'), raw('count(*) as ??', 'amount'))
          .whereIn('list', lot)
          .where('status', STATUS.published)
          .where('date', '>=', moment)
          .groupBy('list'),
      values: [...lot, STATUS.published, moment],
    });
    for (const { key, amount } of rows) counts.set(termOf(Number(key)), Number(amount));
  }
  return counts;
}

/** How many posts are in one of some lists, under conditions that the counts do not know. */
export async function countListed(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
): Promise<number> {
  const { listings } = listingTables(strapi);
  const condition = conditionOf(strapi, conditions, lists);
  const [{ count }] = await readRows<{ count: number | string }>(strapi, {
    name: `number of listed posts ${condition.name}`,
    table: listings,
    build: (query, sources) =>
      condition.apply(
        query.select(sources.raw('count(distinct ??) as ??', `${listings}.post`, 'count')),
        sources,
      ),
    values: condition.values,
  });
  return Number(count);
}

/** A list's month is summed up when it has more rows than these, or when nothing is left of it. */
const MOST_ROWS = 20;

interface Group {
  list: number | string;
  status: number | string;
  month: number | string;
}

/**
 * Sums up what was added to the counts, so that reading them stays short. Rows that are added meanwhile stay beside the sum,
 * since only rows that were read are deleted; rows that another process sums up at this moment are waited for and then gone.
 */
export async function compactCounts(strapi: Core.Strapi): Promise<void> {
  const { counts } = listingTables(strapi);
  const groups = await readRows<Group>(strapi, {
    name: 'counts to compact',
    table: counts,
    build: (query, { raw }) =>
      query
        .select('list', 'status', 'month', raw('count(*) as ??', 'rows'))
        .groupBy('list', 'status', 'month')
        .havingRaw('count(*) > ? or sum(??) = 0', [MOST_ROWS, 'amount']),
    values: [MOST_ROWS],
  });
  for (const { list, status, month } of groups) {
    await strapi.db.transaction(async () => {
      const rows = await readRows<{ id: number | string; amount: number | string }>(strapi, {
        name: 'counts of a month',
        table: counts,
        build: (query) =>
          query
            .select('id', 'amount')
            .where('list', list)
            .where('status', status)
            .where('month', month)
            .forUpdate(),
        values: [list, status, month],
      });
      const amount = rows.reduce((sum, row) => sum + Number(row.amount), 0);
      await deleteRows(strapi, { table: counts, column: 'id', ids: rows.map(({ id }) => Number(id)) });
      await insertRows(strapi, {
        table: counts,
        columns: ['list', 'status', 'month', 'amount'],
        rows: amount === 0 ? [] : [[Number(list), Number(status), Number(month), amount]],
      });
    });
  }
}
