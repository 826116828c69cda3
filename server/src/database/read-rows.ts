import type { Core } from '@strapi/strapi';
import { bound, prepared, type SqliteTransaction } from './sqlite-connection';

/** A piece of SQL that is no column. */
export interface RawSql {
  toSQL(): unknown;
}

/** What of a knex query builder we use; Strapi gives its connection without types of its own. */
export interface RowQuery {
  select(...columns: (string | RawSql)[]): RowQuery;
  unionAll(query: RowQuery): RowQuery;
  join(table: string, left: string, right: string): RowQuery;
  leftJoin(table: string, left: string, right: string): RowQuery;
  where(column: string, value: unknown): RowQuery;
  where(column: string, operator: '>' | '<=' | '<' | '>=', value: unknown): RowQuery;
  whereIn(column: string, values: readonly unknown[] | RowQuery): RowQuery;
  orderBy(column: string, direction?: 'asc' | 'desc'): RowQuery;
  whereExists(query: RowQuery): RowQuery;
  whereNull(column: string): RowQuery;
  whereNotNull(column: string): RowQuery;
  havingRaw(sql: string, values: readonly unknown[]): RowQuery;
  groupBy(...columns: string[]): RowQuery;
  whereRaw(sql: string, values: readonly unknown[]): RowQuery;
  limit(count: number): RowQuery;
  withSchema(schema: string): RowQuery;
  /** Locks the rows until the transaction ends; SQLite, which writes one transaction at a time, ignores it. */
  forUpdate(): RowQuery;
  /** Leaves out rows that another transaction has locked, instead of waiting for it. */
  skipLocked(): RowQuery;
  /** Makes a subquery a column of that name. */
  as(name: string): RawSql;
  toSQL(): { sql: string };
}

/** A query by its name: equal names and equally many values make equal SQL. */
export interface RowStatement {
  name: string;
  table: string;
  /** Gets the query of the table and adds to it, with the values in their order; `sources` gives more. */
  build: (query: RowQuery, sources: QuerySources) => RowQuery;
  values: readonly unknown[];
}

/** What a statement over several tables is built from. */
export interface QuerySources {
  /** A query of another table. */
  of: (table: string) => RowQuery;
  /** A query of what another query finds; part of a union can so have an order and a limit. */
  from: (query: RowQuery) => RowQuery;
  /** SQL with the identifiers for its `??` and the values for its `?`, which are among the statement's values too. */
  raw: (sql: string, ...bindings: (string | number)[]) => RawSql;
}

interface Connection {
  (table: string | RawSql): RowQuery;
  raw(sql: string, values: readonly unknown[]): Promise<unknown> & RawSql;
}

/** Longer lists are rare and of any length; their SQL is not kept. */
const KEPT_VALUES = 20;

/** SQL texts by name and number of values, of each database that this process opened. */
const texts = new WeakMap<object, Map<string, string>>();

/**
 * Reads columns of tables by their own names, in the running transaction where there is one. For the few reads that each
 * write of a post makes: a tenth of what the same read costs through the entity manager, as knex builds the SQL once.
 */
export async function readRows<Row>(strapi: Core.Strapi, statement: RowStatement): Promise<Row[]> {
  const { values } = statement;
  if (!strapi.db.inTransaction()) {
    const connection = strapi.db.connection as unknown as Connection;
    return rowsOf(await connection.raw(sqlOf(strapi, connection, statement), values));
  }
  return await strapi.db.transaction(async ({ trx }: { trx: unknown }): Promise<Row[]> => {
    const sql = sqlOf(strapi, trx as Connection, statement);
    if (strapi.db.dialect.client !== 'sqlite') return rowsOf(await (trx as Connection).raw(sql, values));
    const query = await prepared(trx as SqliteTransaction, sql);
    return query.all(...values.map(bound)) as Row[];
  });
}

function sqlOf(strapi: Core.Strapi, connection: Connection, statement: RowStatement): string {
  const { name, values } = statement;
  if (values.length > KEPT_VALUES) return buildSql(strapi, connection, statement);
  const known = texts.get(strapi.db) ?? new Map<string, string>();
  texts.set(strapi.db, known);
  const key = `${name} ${values.length}`;
  const sql = known.get(key) ?? buildSql(strapi, connection, statement);
  known.set(key, sql);
  return sql;
}

function buildSql(strapi: Core.Strapi, connection: Connection, { table, build }: RowStatement): string {
  const schema = strapi.db.getSchemaName();
  const of = (name: string): RowQuery => (schema ? connection(name).withSchema(schema) : connection(name));
  return build(of(table), {
    of,
    from: (query) => connection(query.as('part')),
    raw: (sql, ...bindings) => connection.raw(sql, bindings),
  }).toSQL().sql;
}

/** Drivers answer differently: better-sqlite3 the rows, pg `{ rows }`, mysql2 `[rows, fields]`. */
function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return (answer as { rows: Row[] }).rows;
  return (Array.isArray(answer[0]) ? answer[0] : answer) as Row[];
}
