import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';
import { readRows } from './read-rows';
import { tableNames } from './table-names';

/**
 * Locks rows of posts until the transaction ends, so that an editor's save comes before or after. It never waits for a lock
 * while it holds others: those that are taken are left out. SQLite writes one transaction at a time.
 * @returns the ids of the rows that are locked.
 */
export async function lockRows(strapi: Core.Strapi, ids: readonly number[]): Promise<number[]> {
  if (strapi.db.dialect.client === 'sqlite' || ids.length === 0) return [...ids];
  const { table } = tableNames(strapi, POST_UID);
  const rows = await readRows<{ id: number }>(strapi, {
    name: 'rows to lock',
    table,
    build: (query) => query.select('id').whereIn('id', ids).orderBy('id').forUpdate().skipLocked(),
    values: ids,
  });
  const locked = new Set(rows.map(({ id }) => Number(id)));
  return ids.filter((id) => locked.has(id));
}
