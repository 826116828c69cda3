/** What of better-sqlite3 we use. */
interface Statement {
  run(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

interface Connection {
  prepare(sql: string): Statement;
}

/** A knex transaction on SQLite. */
export interface SqliteTransaction {
  client: { acquireConnection(): Promise<Connection> };
}

/** More statements than these are not kept: lists of values may have any length. */
const MOST_STATEMENTS = 200;

/** Statements of the connections that are open. */
const statements = new WeakMap<Connection, Map<string, Statement>>();

/**
 * A statement on the connection of a running transaction, prepared once: knex compiles and prepares a query anew each time,
 * which takes several times as long as SQLite takes to answer it.
 */
export async function prepared({ client }: SqliteTransaction, sql: string): Promise<Statement> {
  const connection = await client.acquireConnection();
  const known = statements.get(connection) ?? new Map<string, Statement>();
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  if (known.size < MOST_STATEMENTS) known.set(sql, statement);
  return statement;
}

/** A value as SQLite stores it: dates as milliseconds, as Strapi does. */
export function bound(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

/** The values of a row as SQLite stores them; most rows hold no date and are taken as they are. */
export function boundRow(row: readonly unknown[]): readonly unknown[] {
  return row.some((value) => value instanceof Date) ? row.map(bound) : row;
}
