import type { Core } from '@strapi/strapi';

/** Every row of every table, by table: two of them are equal where nothing was written in between. */
export async function allStoredRows(strapi: Core.Strapi): Promise<Record<string, unknown[]>> {
  const { connection, dialect } = strapi.db;
  const stored: Record<string, unknown[]> = {};
  for (const table of (await dialect.schemaInspector.getTables()).sort()) {
    const rows: unknown[] = await connection.select('*').from(table);
    stored[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return stored;
}
