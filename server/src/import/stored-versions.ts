import type { Core } from '@strapi/strapi';
import { renderFile, type Envelope } from '../../../core/front-matter';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { hashOf } from './file-hash';
import type { KnownFile } from './known-files';

/** A row as the database has it: columns by their own names. */
export type RawRow = Record<string, unknown>;

/** The rows of a post in one locale. */
export interface StoredVersions {
  draft: RawRow;
  /** Null for a post that is not published. */
  published: RawRow | null;
}

/** The rows of posts by `versionKey`, locked until the running transaction ends; a post without a draft is left out. */
export async function lockVersions(
  strapi: Core.Strapi,
  posts: readonly KnownFile[],
): Promise<Map<string, StoredVersions>> {
  const found = new Map<string, StoredVersions>();
  if (posts.length === 0) return found;
  const { table, column } = tableNames(strapi, POST_UID);
  const documents = posts.map(({ documentId }) => documentId);
  const rows = await readRows<RawRow>(strapi, {
    name: 'all of posts, locked',
    table,
    build: (query) => query.select('*').whereIn(column('documentId'), documents).orderBy('id').forUpdate(),
    values: documents,
  });
  const keyOf = (row: RawRow): string =>
    versionKey({
      documentId: String(row[column('documentId')]),
      locale: String(row[column('locale')]),
    });
  const isPublished = (row: RawRow): boolean => row[column('publishedAt')] !== null;
  for (const draft of rows.filter((row) => !isPublished(row)))
    found.set(keyOf(draft), { draft, published: null });
  for (const published of rows.filter(isPublished)) {
    const versions = found.get(keyOf(published));
    if (versions) versions.published = published;
  }
  return found;
}

export function versionKey({ documentId, locale }: Pick<KnownFile, 'documentId' | 'locale'>): string {
  return `${documentId} ${locale}`;
}

/** Whether a draft differs from the file that it came from. */
export function isEditedRow(strapi: Core.Strapi, draft: RawRow, fileHash: string | null): boolean {
  const { column } = tableNames(strapi, POST_UID);
  const text = renderFile({
    envelope: parsed(draft[column('envelope')]) as Envelope | null,
    frontMatter: draft[column('frontMatter')] as string | null,
    body: (draft[column('body')] as string | null) ?? '',
  });
  return hashOf(text) !== fileHash;
}

/** SQLite keeps JSON as text; the other drivers parse it. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : (value ?? null);
}
