import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

export interface UrlHolder {
  title: string | null;
  documentId: string;
}

/** The published post of another document that has a URL; null where it is free. */
export async function findUrlHolder(
  strapi: Core.Strapi,
  urlKey: string,
  documentId: string | null,
): Promise<UrlHolder | null> {
  const row: unknown = await strapi.db.query(POST_UID).findOne({
    where: documentId ? { urlKey, documentId: { $ne: documentId } } : { urlKey },
    select: ['documentId', 'title'],
  });
  return row as UrlHolder | null;
}

/**
 * Waits until other transactions that publish the same URL have ended, so that the loser of a race can read the winner's
 * title. PostgreSQL only: SQLite writes one transaction at a time, and everywhere the unique index decides.
 */
export async function awaitOtherClaims(strapi: Core.Strapi, urlKey: string): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres' || !strapi.db.inTransaction()) return;
  await strapi.db.transaction(
    async ({ trx }: { trx: { raw(sql: string, values: string[]): PromiseLike<unknown> } }) => {
      // hashtextextended gives the 64 bits that an advisory lock takes (PostgreSQL 11 and later).
      await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [urlKey]);
    },
  );
}
