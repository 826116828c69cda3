import type { Core } from '@strapi/strapi';
import { deleteRows } from '../database/delete-rows';
import { insertRows } from '../database/insert-rows';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { monthOf } from './listing-month';
import { listingTables } from './listing-tables';

/** Rows of the listing that are read at a time. */
const LOT = 5000;

/** Rows of the listing whose post is gone, which only writes past all hooks leave behind. */
async function orphans(strapi: Core.Strapi): Promise<number[]> {
  const { listings } = listingTables(strapi);
  const { table } = tableNames(strapi, POST_UID);
  const rows = await readRows<{ id: number | string }>(strapi, {
    name: 'listed posts that are gone',
    table: listings,
    build: (query) =>
      query
        .select(`${listings}.id as id`)
        .leftJoin(table, `${table}.id`, `${listings}.post`)
        .whereNull(`${table}.id`),
    values: [],
  });
  return rows.map(({ id }) => Number(id));
}

/** By list, status and month: what the listing says, less what the counts say. */
async function differences(strapi: Core.Strapi, timezone: string): Promise<Map<string, number>> {
  const { listings, counts } = listingTables(strapi);
  const found = new Map<string, number>();
  const add = (list: unknown, status: unknown, month: unknown, amount: number): void => {
    const key = `${Number(list)} ${Number(status)} ${Number(month)}`;
    found.set(key, (found.get(key) ?? 0) + amount);
  };
  for (let last = 0; ; ) {
    const rows = await readRows<Record<'id' | 'list' | 'status' | 'date', number | string>>(strapi, {
      name: 'the listing in parts',
      table: listings,
      build: (query) =>
        query.select('id', 'list', 'status', 'date').where('id', '>', last).orderBy('id').limit(LOT),
      values: [last, LOT],
    });
    for (const { list, status, date } of rows) add(list, status, monthOf(Number(date), timezone), 1);
    if (rows.length < LOT) break;
    last = Number(rows[rows.length - 1].id);
  }
  const sums = await readRows<Record<'list' | 'status' | 'month' | 'amount', number | string>>(strapi, {
    name: 'all counts',
    table: counts,
    build: (query, { raw }) =>
      query
        .select('list', 'status', 'month', raw('sum(??) as ??', 'amount', 'amount'))
        .groupBy('list', 'status', 'month'),
    values: [],
  });
  for (const { list, status, month, amount } of sums) add(list, status, month, -Number(amount));
  return new Map([...found].filter(([, amount]) => amount !== 0));
}

/** Whether there are posts and no list of a locale has any, as after an update from a version without such lists. */
export async function isListingMissing(strapi: Core.Strapi): Promise<boolean> {
  const listed = await readRows(strapi, {
    name: 'any list of a locale',
    table: listingTables(strapi).listings,
    build: (query) => query.select('id').where('list', '<', 0).limit(1),
    values: [0, 1],
  });
  if (listed.length > 0) return false;
  const posts = await readRows(strapi, {
    name: 'any post',
    table: tableNames(strapi, POST_UID).table,
    build: (query) => query.select('id').limit(1),
    values: [1],
  });
  return posts.length > 0;
}

/**
 * Whether the counts say what the listing says, and no post is listed that is gone. Each post's own rows are looked at with
 * the post.
 * @returns how many lists' months and rows are wrong.
 */
export async function listingFaults(strapi: Core.Strapi, timezone: string): Promise<number> {
  return (await orphans(strapi)).length + (await differences(strapi, timezone)).size;
}

/**
 * Takes posts out of the listing that are gone, and adds to the counts what they lack. What others write meanwhile must be
 * in both of what is compared or in neither: PostgreSQL reads all as of one moment, or within a running transaction lets
 * nobody else write the counts until it ends.
 */
export async function repairListing(strapi: Core.Strapi, timezone: string): Promise<void> {
  const within = strapi.db.inTransaction();
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const { listings, counts } = listingTables(strapi);
    if (strapi.db.dialect.client === 'postgres') {
      const transaction = trx as { raw(sql: string, names?: string[]): PromiseLike<unknown> };
      const schema = strapi.db.getSchemaName();
      if (!within) await transaction.raw('set transaction isolation level repeatable read');
      else
        await transaction.raw('lock table ?? in share row exclusive mode', [
          schema ? `${schema}.${counts}` : counts,
        ]);
    }
    await deleteRows(strapi, { table: listings, column: 'id', ids: await orphans(strapi) });
    const rows = [...(await differences(strapi, timezone))].map(([key, amount]) => [
      ...key.split(' ').map(Number),
      amount,
    ]);
    await insertRows(strapi, { table: counts, columns: ['list', 'status', 'month', 'amount'], rows });
  });
}
