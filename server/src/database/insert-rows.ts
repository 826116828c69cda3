import type { Core } from '@strapi/strapi';
import { bound, prepared, type SqliteTransaction } from './sqlite-connection';

/** Rows of one table with their columns in one order. */
export interface RowsToInsert {
  table: string;
  columns: string[];
  /** Texts, numbers, dates and null; JSON as text. */
  rows: unknown[][];
}

interface Transaction extends SqliteTransaction {
  (table: string): {
    insert(rows: Record<string, unknown>[]): PromiseLike<unknown>;
    withSchema(schema: string): unknown;
  };
}

/** Values of one statement, with room below the 65,535 that PostgreSQL takes. */
const MOST_VALUES = 20_000;

/**
 * Inserts many rows in the running transaction, past Strapi's entity manager, whose hooks do not run. SQLite gets one
 * prepared statement for all of them, as knex would compile a statement anew for each lot.
 */
export async function insertRows(strapi: Core.Strapi, { table, columns, rows }: RowsToInsert): Promise<void> {
  if (rows.length === 0) return;
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const transaction = trx as Transaction;
    if (strapi.db.dialect.client === 'sqlite') await insertPrepared(transaction, { table, columns, rows });
    else await insertInLots(strapi, transaction, { table, columns, rows });
  });
}

async function insertPrepared(trx: Transaction, { table, columns, rows }: RowsToInsert): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join();
  const places = columns.map(() => '?').join();
  const statement = await prepared(trx, `INSERT INTO "${table}" (${names}) VALUES (${places})`);
  for (const row of rows) statement.run(...row.map(bound));
}

async function insertInLots(
  strapi: Core.Strapi,
  trx: Transaction,
  { table, columns, rows }: RowsToInsert,
): Promise<void> {
  const schema = strapi.db.getSchemaName();
  const lot = Math.floor(MOST_VALUES / columns.length);
  for (let start = 0; start < rows.length; start += lot) {
    const objects = rows
      .slice(start, start + lot)
      .map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
    const query = schema ? (trx(table).withSchema(schema) as ReturnType<Transaction>) : trx(table);
    await query.insert(objects);
  }
}
