import type { Core } from '@strapi/strapi';
import { bound, prepared, type SqliteTransaction } from './sqlite-connection';

/** Rows of one table with new values, in the order of the columns, by their ids. */
export interface RowsToUpdate {
  table: string;
  columns: string[];
  rows: { id: number; values: unknown[] }[];
}

interface UpsertQuery extends PromiseLike<unknown> {
  insert(rows: Record<string, unknown>[]): UpsertQuery;
  withSchema(schema: string): UpsertQuery;
  onConflict(column: string): { merge(columns: string[]): PromiseLike<unknown> };
}

type Transaction = SqliteTransaction & ((table: string) => UpsertQuery);

/** Values of one statement, with room below the 65,535 that PostgreSQL takes. */
const MOST_VALUES = 20_000;

/**
 * Updates many rows, each with values of its own, in the running transaction and past Strapi's entity manager. Other
 * databases than SQLite get one statement for many rows: an insert that meets the ids, so the rows must be known to exist
 * (and locked).
 */
export async function updateRows(strapi: Core.Strapi, { table, columns, rows }: RowsToUpdate): Promise<void> {
  if (rows.length === 0) return;
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const transaction = trx as Transaction;
    if (strapi.db.dialect.client === 'sqlite') {
      const places = columns.map((name) => `"${name}" = ?`).join();
      const statement = await prepared(transaction, `UPDATE "${table}" SET ${places} WHERE "id" = ?`);
      for (const { id, values } of rows) statement.run(...values.map(bound), id);
      return;
    }
    const schema = strapi.db.getSchemaName();
    const lot = Math.floor(MOST_VALUES / (columns.length + 1));
    for (let start = 0; start < rows.length; start += lot) {
      const objects = rows.slice(start, start + lot).map(({ id, values }) => ({
        id,
        ...Object.fromEntries(columns.map((name, index) => [name, values[index]])),
      }));
      const query = schema ? transaction(table).withSchema(schema) : transaction(table);
      await query.insert(objects).onConflict('id').merge(columns);
    }
  });
}
