import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { tableNames } from '../database/table-names';
import type { TermKind } from '../terms/term-kind';

const LISTING = 'plugin::press.listing';
const COUNT = 'plugin::press.listing-count';

/**
 * Tables that are no content types: nobody edits them, and no Document Service, REST or GraphQL shows them. Strapi's schema
 * sync creates them and owns their indexes, as it does for its own store and webhooks.
 *
 * `press_listings`: one row for each post row and each of its terms, and one in the list of its locale, found by (list, status, date, post) for a page and by
 * post for a change. `press_listing_counts`: how many posts a list gained or lost in a month. Counts are only ever added and
 * summed up when they are read: two editors who publish into one category never wait for each other.
 */
const MODELS = [
  {
    uid: LISTING,
    singularName: 'press_listing',
    tableName: 'press_listings',
    attributes: {
      id: { type: 'increments' },
      list: { type: 'integer' },
      status: { type: 'integer' },
      date: { type: 'biginteger' },
      post: { type: 'integer' },
    },
    indexes: [
      { name: 'press_listings_page_index', columns: ['list', 'status', 'date', 'post'] },
      { name: 'press_listings_post_index', columns: ['post'] },
    ],
  },
  {
    uid: COUNT,
    singularName: 'press_listing_count',
    tableName: 'press_listing_counts',
    attributes: {
      id: { type: 'increments' },
      list: { type: 'integer' },
      status: { type: 'integer' },
      month: { type: 'integer' },
      amount: { type: 'integer' },
    },
    indexes: [{ name: 'press_listing_counts_index', columns: ['list', 'status', 'month', 'amount'] }],
  },
];

interface ModelRegistry {
  add(model: unknown): unknown;
}

/** Makes the tables known to Strapi's database layer; must run in `register()`. */
export function registerListingTables(strapi: Core.Strapi): void {
  const models = strapi.get<ModelRegistry>('models');
  for (const model of MODELS) models.add(model);
}

/** Names of the tables in the database. */
export function listingTables(strapi: Core.Strapi): { listings: string; counts: string } {
  return { listings: tableNames(strapi, LISTING).table, counts: tableNames(strapi, COUNT).table };
}

/** The number of a term's list. A category and a tag may have the same row id. */
export function listOf(kind: TermKind, termId: number): number {
  return 2 * termId + (kind === 'category' ? 0 : 1);
}

/**
 * The number of the list of all posts of a locale: below zero, where no term's is. It is made of the locale's code alone, so
 * that no write has to look up a locale; no two of the locales that Strapi offers share one.
 */
export function listOfLocale(locale: string | null): number {
  const code = locale ?? '';
  const list = LISTS_OF_LOCALES.get(code) ?? hashedList(code);
  if (LISTS_OF_LOCALES.size < MOST_LOCALES) LISTS_OF_LOCALES.set(code, list);
  return list;
}

/** An instance has a handful of locales, and each written row asks for one; readers may ask for any text. */
const MOST_LOCALES = 1000;
const LISTS_OF_LOCALES = new Map<string, number>();

function hashedList(code: string): number {
  const hash = createHash('sha256').update(code).digest();
  return -1 - (hash.readUInt32BE(0) >>> 1);
}

/** The row id of a list's term. */
export function termOf(list: number): number {
  return Math.floor(list / 2);
}

/** Whether a row is a draft or published, as a number. */
export const STATUS = { draft: 0, published: 1 } as const;

export type ListedStatus = keyof typeof STATUS;

/** Stands for the date of a post that has none: before all others. The first moment that a Date can hold. */
export const UNDATED = -8.64e15;
