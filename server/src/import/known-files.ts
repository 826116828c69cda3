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
}

interface Row extends KnownFile {
  filePath: string;
  publishedAt: unknown;
}

/** The posts that came from files at some paths, by path: one query on an index, so that no list of all files is held. */
export async function findKnownFiles(
  strapi: Core.Strapi,
  paths: readonly string[],
): Promise<Map<string, KnownFile>> {
  const { table, column } = tableNames(strapi, POST_UID);
  const names = ['documentId', 'locale', 'fileHash', 'filePath', 'publishedAt'] as const;
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
  const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
  return new Map(
    drafts.map(({ filePath, documentId, locale, fileHash }) => [filePath, { documentId, locale, fileHash }]),
  );
}
