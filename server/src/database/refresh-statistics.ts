import type { Core } from '@strapi/strapi';

/**
 * Lets PostgreSQL count anew what it plans queries by. It does so by itself some minutes after a table grew; until then it
 * may sort a whole table for the latest twenty rows. SQLite plans as well without.
 */
export async function refreshStatistics(strapi: Core.Strapi, tables: readonly string[]): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return;
  const connection = strapi.db.connection as unknown as {
    raw(sql: string, names: string[]): Promise<unknown>;
  };
  const schema = strapi.db.getSchemaName();
  for (const table of tables) await connection.raw('analyze ??', [schema ? `${schema}.${table}` : table]);
}
