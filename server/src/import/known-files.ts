import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';

/** A post that came from a file before, or whose file an export writes. */
export interface KnownFile {
  documentId: string;
  locale: string;
  /** Of the file that was imported; null where the post came from none, or from one at another path. */
  fileHash: string | null;
  /** Of the version that readers see; null where there is none. */
  publishedUrl: string | null;
}

interface Row extends Omit<KnownFile, 'publishedUrl'> {
  filePath: string;
  url: string | null;
  publishedAt: unknown;
}

/** The posts that came from files at some paths, by path: one query on an index, so that no list of all files is held. */
export async function findKnownFiles(
  strapi: Core.Strapi,
  paths: readonly string[],
): Promise<Map<string, KnownFile>> {
  const { table, column } = tableNames(strapi, POST_UID);
  const names = ['documentId', 'locale', 'fileHash', 'filePath', 'url', 'publishedAt'] as const;
  const rows = await readRows<Row>(strapi, {
    name: 'posts by file path',
    table,
    build: (query) =>
      query
        .select(...names.map((name) => `${column(name)} as ${name}`))
        .whereIn(column('filePath'), paths)
        .orderBy('id'),
    values: paths,
  });
  const known = new Map<string, KnownFile>();
  for (const { filePath, documentId, locale, fileHash, publishedAt } of rows) {
    if (publishedAt === null) known.set(filePath, { documentId, locale, fileHash, publishedUrl: null });
  }
  for (const { filePath, documentId, publishedAt, url } of rows) {
    const post = known.get(filePath);
    if (publishedAt !== null && post?.documentId === documentId) post.publishedUrl = url;
  }
  return known;
}
