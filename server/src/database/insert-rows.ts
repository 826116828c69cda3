import type { Core } from '@strapi/strapi';
import { sum } from 'lodash';
import { boundRow, prepared, type SqliteTransaction } from './sqlite-connection';

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
  raw(sql: string, values: readonly unknown[]): PromiseLike<unknown>;
}

/** Values of one statement, with room below the 65,535 that PostgreSQL takes. */
const MOST_VALUES = 20_000;
/** Few rows go to PostgreSQL in one statement for several tables: a writer waits for each answer. */
const FEW_VALUES = 1_000;

/**
 * Inserts rows into one table or several in the running transaction, past Strapi's entity manager, whose hooks do not run.
 * SQLite gets one prepared statement for all rows of a table, as knex would compile a statement anew for each lot.
 */
export async function insertRows(strapi: Core.Strapi, ...tables: RowsToInsert[]): Promise<void> {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const transaction = trx as Transaction;
    const { client } = strapi.db.dialect;
    if (client === 'postgres' && filled.length > 1 && sum(filled.map(valuesOf)) <= FEW_VALUES) {
      await insertTogether(strapi, transaction, filled);
      return;
    }
    for (const rows of filled) {
      if (client === 'sqlite') await insertPrepared(transaction, rows);
      else await insertInLots(strapi, transaction, rows);
    }
  });
}

function valuesOf({ columns, rows }: RowsToInsert): number {
  return columns.length * rows.length;
}

/** One statement for all tables: what stands in `WITH` is carried out too (PostgreSQL 9.1 and later). */
async function insertTogether(
  strapi: Core.Strapi,
  trx: Transaction,
  tables: readonly RowsToInsert[],
): Promise<void> {
  const schema = strapi.db.getSchemaName();
  const inserts = tables.map(({ table, columns, rows }) => {
    const name = schema ? `"${schema}"."${table}"` : `"${table}"`;
    const places = `(${columns.map(() => '?').join()})`;
    return `INSERT INTO ${name} (${columns.map((column) => `"${column}"`).join()}) VALUES ${rows.map(() => places).join()}`;
  });
  const others = inserts.slice(0, -1).map((insert, index) => `"t${index}" AS (${insert})`);
  const values = tables.flatMap(({ rows }) => rows.flat());
  await trx.raw(`WITH ${others.join()} ${inserts[inserts.length - 1]}`, values);
}

async function insertPrepared(trx: Transaction, { table, columns, rows }: RowsToInsert): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join();
  const places = columns.map(() => '?').join();
  const statement = await prepared(trx, `INSERT INTO "${table}" (${names}) VALUES (${places})`);
  for (const row of rows) statement.run(boundRow(row));
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
