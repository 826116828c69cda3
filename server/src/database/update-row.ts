import type { Core } from '@strapi/strapi';
import { columnValue } from './column-value';
import { bound, prepared, type SqliteTransaction } from './sqlite-connection';
import { tableNames } from './table-names';

interface Transaction extends SqliteTransaction {
  (table: string): {
    where(column: string, value: number): { update(row: Record<string, unknown>): PromiseLike<unknown> };
    withSchema(schema: string): unknown;
  };
}

/**
 * Changes attributes of one row in the running transaction, past Strapi's entity manager, whose hooks do not run and which
 * would set `updatedAt`.
 */
export async function updateRow(
  strapi: Core.Strapi,
  uid: string,
  id: number,
  attributes: Record<string, unknown>,
): Promise<void> {
  const { table, column } = tableNames(strapi, uid);
  const meta = strapi.db.metadata.get(uid);
  const names = Object.keys(attributes);
  const values = names.map((name) => columnValue(meta.attributes[name].type, attributes[name]));
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const transaction = trx as Transaction;
    if (strapi.db.dialect.client === 'sqlite') {
      const places = names.map((name) => `"${column(name)}" = ?`).join();
      const statement = await prepared(transaction, `UPDATE "${table}" SET ${places} WHERE "id" = ?`);
      statement.run(...values.map(bound), id);
      return;
    }
    const schema = strapi.db.getSchemaName();
    const query = schema
      ? (transaction(table).withSchema(schema) as ReturnType<Transaction>)
      : transaction(table);
    await query
      .where('id', id)
      .update(Object.fromEntries(names.map((name, index) => [column(name), values[index]])));
  });
}
