import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

/** A post that came from a file before. */
export interface KnownFile {
  documentId: string;
  locale: string;
  fileHash: string | null;
}

const BATCH = 5000;

/** Path → post of all files imported so far, read in batches. */
export async function loadKnownFiles(strapi: Core.Strapi): Promise<Map<string, KnownFile>> {
  const known = new Map<string, KnownFile>();
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { id: { $gt: last }, publishedAt: null, filePath: { $notNull: true } },
      select: ['id', 'documentId', 'locale', 'filePath', 'fileHash'],
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const rows = found as (KnownFile & { id: number; filePath: string })[];
    if (rows.length === 0) return known;
    for (const { filePath, documentId, locale, fileHash } of rows)
      known.set(filePath, { documentId, locale, fileHash });
    last = rows[rows.length - 1].id;
  }
}
