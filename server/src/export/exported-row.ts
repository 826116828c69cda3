import type { Core } from '@strapi/strapi';
import type { BackLink, ShareLink } from '../../../core/post';
import { loadStoredPosts, type StoredPost } from '../hook/stored-post';
import { POST_UID } from '../plugin-id';

/** A row as its file is written from it. */
export type ExportedRow = StoredPost & { shareLinks: ShareLink[] | null; backLinks: BackLink[] | null };

/** A post with what it shows: its published version where it has one, else its draft. */
export interface ExportedPost {
  row: ExportedRow;
  published: boolean;
}

interface RowKey {
  id: number;
  documentId: string;
  locale: string | null;
}

/** The posts of draft rows, in their order, with the version whose file is written. */
export async function loadExportedPosts(
  strapi: Core.Strapi,
  drafts: readonly RowKey[],
): Promise<ExportedPost[]> {
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: {
      documentId: { $in: drafts.map(({ documentId }) => documentId) },
      publishedAt: { $notNull: true },
    },
    select: ['id', 'documentId', 'locale'],
  });
  const published = new Map((found as RowKey[]).map((row) => [keyOf(row), row.id]));
  const ids = drafts.map((draft) => published.get(keyOf(draft)) ?? draft.id);
  const rows = new Map((await loadStoredPosts(strapi, ids)).map((row) => [row.id, row as ExportedRow]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [{ row, published: Boolean(row.publishedAt) }] : [];
  });
}

const BATCH = 200;

/**
 * All posts in all locales, in batches, oldest first.
 * @param which what the rows have in common.
 */
export async function* allExportedPosts(
  strapi: Core.Strapi,
  which: Record<string, unknown> = {},
): AsyncGenerator<ExportedPost[]> {
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { ...which, id: { $gt: last }, publishedAt: null },
      select: ['id', 'documentId', 'locale'],
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const drafts = found as RowKey[];
    if (drafts.length === 0) return;
    last = drafts[drafts.length - 1].id;
    yield await loadExportedPosts(strapi, drafts);
  }
}

function keyOf({ documentId, locale }: RowKey): string {
  return `${documentId} ${locale ?? ''}`;
}
