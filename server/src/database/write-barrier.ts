import type { Core } from '@strapi/strapi';

/** Key of the advisory lock of PostgreSQL that every write of ours shares; any number that nobody else uses. */
const LOCK_KEY = 7_073_726_573_731;

/** SQL of a column that takes the shared lock until the transaction ends; null where the database needs none. */
export function sharedLockSql(strapi: Core.Strapi): string | null {
  return strapi.db.dialect.client === 'postgres' ? `pg_advisory_xact_lock_shared(${LOCK_KEY})` : null;
}

/**
 * Waits until the writes that run at this moment have ended: they may have read a category or a setting as it was before it
 * changed. Those that begin afterwards read the present one. SQLite needs no waiting, as it writes one transaction at a time.
 */
export async function awaitRunningWrites(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return;
  const connection = strapi.db.connection as unknown as { raw(sql: string): Promise<unknown> };
  await connection.raw(`select pg_advisory_xact_lock(${LOCK_KEY})`);
}
