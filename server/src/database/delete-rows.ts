import type { Core } from '@strapi/strapi';
import { prepared, type SqliteTransaction } from './sqlite-connection';

/** Rows of one table by the ids in one of its columns. */
export interface RowsToDelete {
  table: string;
  column: string;
  ids: readonly number[];
}

interface DeleteQuery {
  withSchema(schema: string): DeleteQuery;
  whereIn(column: string, values: readonly number[]): { del(): PromiseLike<unknown> };
}

type Transaction = SqliteTransaction & ((table: string) => DeleteQuery);

/** Ids of one statement, below the number of values that databases take. */
const DELETED_TOGETHER = 1000;

/** Deletes rows in the running transaction, past Strapi's entity manager, whose hooks do not run. */
export async function deleteRows(strapi: Core.Strapi, { table, column, ids }: RowsToDelete): Promise<void> {
  if (ids.length === 0) return;
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    const transaction = trx as Transaction;
    if (strapi.db.dialect.client === 'sqlite') {
      const statement = await prepared(transaction, `DELETE FROM "${table}" WHERE "${column}" = ?`);
      for (const id of ids) statement.run(id);
      return;
    }
    const schema = strapi.db.getSchemaName();
    for (let start = 0; start < ids.length; start += DELETED_TOGETHER) {
      const query = schema ? transaction(table).withSchema(schema) : transaction(table);
      await query.whereIn(column, ids.slice(start, start + DELETED_TOGETHER)).del();
    }
  });
}
