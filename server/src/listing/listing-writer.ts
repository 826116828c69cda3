import type { Core } from '@strapi/strapi';
import { groupBy } from 'lodash';
import { deleteRows } from '../database/delete-rows';
import { insertRows, type RowsToInsert } from '../database/insert-rows';
import { readRows } from '../database/read-rows';
import { listingTables, listOf, listOfLocale, STATUS, UNDATED } from './listing-tables';
import { monthOf } from './listing-month';

/** What of a post row its lists depend on. */
export interface ListedPost {
  /** Row id. */
  id: number;
  locale: string | null;
  published: boolean;
  date: Date | string | null;
  /** Row ids of its terms. */
  categories: readonly number[];
  tags: readonly number[];
}

/** A row of the listing. */
export interface ListingEntry {
  list: number;
  status: number;
  date: number;
  post: number;
}

/** The listing's rows of a post. */
export function entriesOf({ id, locale, published, date, categories, tags }: ListedPost): ListingEntry[] {
  const common = {
    status: published ? STATUS.published : STATUS.draft,
    date: date === null ? UNDATED : new Date(date).getTime(),
    post: id,
  };
  return [
    { list: listOfLocale(locale), ...common },
    ...categories.map((category) => ({ list: listOf('category', category), ...common })),
    ...tags.map((tag) => ({ list: listOf('tag', tag), ...common })),
  ];
}

/** Lists posts that are in no list yet, in the transaction that writes them. */
export async function listPosts(
  strapi: Core.Strapi,
  posts: readonly ListedPost[],
  timezone: string,
): Promise<void> {
  const entries = posts.flatMap(entriesOf);
  if (entries.length === 0) return;
  await insertRows(strapi, entryRows(strapi, entries), countRows(strapi, [], entries, timezone));
}

/** Takes posts out of all lists, in the transaction that deletes them. */
export async function unlistPosts(
  strapi: Core.Strapi,
  ids: readonly number[],
  timezone: string,
): Promise<void> {
  const entries = await readEntries(strapi, ids);
  if (entries.length === 0) return;
  await deleteEntries(strapi, entries);
  await insertRows(strapi, countRows(strapi, entries, [], timezone));
}

/** Puts the lists of posts right after a change; nothing is written where they are. @returns the posts that were not. */
export async function relistPosts(
  strapi: Core.Strapi,
  posts: readonly ListedPost[],
  timezone: string,
): Promise<number[]> {
  const { differing, present, wanted } = await compareEntries(strapi, posts);
  if (differing.size === 0) return [];
  const removed = present.filter(({ post }) => differing.has(post));
  const added = wanted.filter(({ post }) => differing.has(post));
  await deleteEntries(strapi, removed);
  await insertRows(strapi, entryRows(strapi, added), countRows(strapi, removed, added, timezone));
  return [...differing];
}

/** Which of some posts are not listed as they should be. */
export async function differingPosts(strapi: Core.Strapi, posts: readonly ListedPost[]): Promise<number[]> {
  return [...(await compareEntries(strapi, posts)).differing];
}

async function compareEntries(strapi: Core.Strapi, posts: readonly ListedPost[]) {
  const present = await readEntries(
    strapi,
    posts.map(({ id }) => id),
  );
  const wanted = posts.flatMap(entriesOf);
  const found = groupBy(present, 'post');
  const right = groupBy(wanted, 'post');
  const keyOf = (entries: ListingEntry[] = []): string =>
    entries
      .map(({ list, status, date }) => `${list} ${status} ${date}`)
      .sort()
      .join();
  const differing = new Set(posts.map(({ id }) => id).filter((id) => keyOf(found[id]) !== keyOf(right[id])));
  return { differing, present, wanted };
}

async function readEntries(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<(ListingEntry & { id: number })[]> {
  if (ids.length === 0) return [];
  const rows = await readRows<Record<keyof ListingEntry | 'id', number | string>>(strapi, {
    name: 'lists of posts',
    table: listingTables(strapi).listings,
    build: (query) => query.select('id', 'list', 'status', 'date', 'post').whereIn('post', ids),
    values: ids,
  });
  return rows.map(({ id, list, status, date, post }) => ({
    id: Number(id),
    list: Number(list),
    status: Number(status),
    date: Number(date),
    post: Number(post),
  }));
}

function deleteEntries(strapi: Core.Strapi, entries: readonly { id: number }[]): Promise<void> {
  const { listings } = listingTables(strapi);
  return deleteRows(strapi, { table: listings, column: 'id', ids: entries.map(({ id }) => id) });
}

function entryRows(strapi: Core.Strapi, entries: readonly ListingEntry[]): RowsToInsert {
  return {
    table: listingTables(strapi).listings,
    columns: ['list', 'status', 'date', 'post'],
    rows: entries.map(({ list, status, date, post }) => [list, status, date, post]),
  };
}

/** What lists lost and gained: one row for each list and month. */
function countRows(
  strapi: Core.Strapi,
  removed: readonly ListingEntry[],
  added: readonly ListingEntry[],
  timezone: string,
): RowsToInsert {
  const amounts = new Map<string, { list: number; status: number; month: number; amount: number }>();
  const months = new Map<number, number>();
  for (const [entries, by] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const { list, status, date } of entries) {
      const month = months.get(date) ?? monthOf(date, timezone);
      months.set(date, month);
      const key = `${list} ${status} ${month}`;
      const amount = (amounts.get(key)?.amount ?? 0) + by;
      amounts.set(key, { list, status, month, amount });
    }
  }
  return {
    table: listingTables(strapi).counts,
    columns: ['list', 'status', 'month', 'amount'],
    rows: [...amounts.values()]
      .filter(({ amount }) => amount !== 0)
      .map(({ list, status, month, amount }) => [list, status, month, amount]),
  };
}
