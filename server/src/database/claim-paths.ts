import type { Core } from '@strapi/strapi';
import { createHash } from 'node:crypto';

interface Transaction {
  raw(sql: string, values: readonly unknown[]): PromiseLike<unknown>;
}

/** First key of the advisory locks of file paths in PostgreSQL; any number that nobody else uses. */
const LOCK_CLASS = 7_073_726;
/** Paths share so many locks: a lot of posts must not fill the lock table of the server. */
const LOCKS = 128;

/**
 * Waits until no other transaction stores posts of these files, and keeps others waiting until the running one ends. Who
 * holds the claim and finds no post of a file may create it: a file is one document, also with several writers on several
 * nodes. SQLite needs no lock, as it writes one transaction at a time.
 */
export async function claimPaths(strapi: Core.Strapi, paths: readonly string[]): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres' || paths.length === 0) return;
  // In one order everywhere, so that two writers never wait for each other in a circle.
  const locks = [...new Set(paths.map(lockOf))].sort((a, b) => a - b);
  await strapi.db.transaction(async ({ trx }: { trx: unknown }) => {
    await (trx as Transaction).raw('select pg_advisory_xact_lock(?, key) from unnest(?::int[]) as key', [
      LOCK_CLASS,
      locks,
    ]);
  });
}

function lockOf(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0) % LOCKS;
}
