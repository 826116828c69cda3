import type { Core } from '@strapi/strapi';

/** What of a knex query builder we use; Strapi gives its connection without types of its own. */
export interface RowQuery {
  select(...columns: string[]): RowQuery;
  join(table: string, left: string, right: string): RowQuery;
  leftJoin(table: string, left: string, right: string): RowQuery;
  where(column: string, value: unknown): RowQuery;
  whereIn(column: string, values: readonly unknown[]): RowQuery;
  orderBy(column: string, direction?: 'asc' | 'desc'): RowQuery;
  withSchema(schema: string): RowQuery;
  /** Locks the rows until the transaction ends; SQLite, which writes one transaction at a time, ignores it. */
  forUpdate(): RowQuery;
}

type Connection = (table: string) => RowQuery;

/**
 * Reads columns of tables by their own names, in the running transaction where there is one. For the few reads that each
 * write of a post makes: a fifth of what the same read costs through the entity manager.
 * @param build gets the query of the table and adds to it.
 */
export async function readRows<Row>(
  strapi: Core.Strapi,
  table: string,
  build: (query: RowQuery) => RowQuery,
): Promise<Row[]> {
  const run = (connection: unknown): Promise<Row[]> => {
    const query = (connection as Connection)(table);
    const schema = strapi.db.getSchemaName();
    return build(schema ? query.withSchema(schema) : query) as unknown as Promise<Row[]>;
  };
  if (!strapi.db.inTransaction()) return run(strapi.db.connection);
  return await strapi.db.transaction(({ trx }: { trx: unknown }) => run(trx));
}
