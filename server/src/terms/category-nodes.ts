import type { Core } from '@strapi/strapi';
import type { CategoryNode } from '../../../core/post';
import { CATEGORY_UID } from '../plugin-id';

interface CategoryRow {
  id: number;
  documentId: string;
  name: string | null;
  slug: string | null;
  term: string | null;
  shareUrl: string | null;
  backLinkLabel: string | null;
  parent: { id: number } | null;
}

/**
 * Categories with all their ancestors, by row id: two queries for each level of the tree, whatever the number of
 * categories. A parent that leads back to a descendant is cut.
 */
export async function loadCategoryNodes(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<Map<number, CategoryNode>> {
  const rows = new Map<number, CategoryRow>();
  let missing = [...new Set(ids)];
  while (missing.length > 0) {
    const found: unknown = await strapi.db.query(CATEGORY_UID).findMany({
      where: { id: { $in: missing } },
      populate: { parent: { select: ['id'] } },
    });
    for (const row of found as CategoryRow[]) rows.set(row.id, row);
    const parents = (found as CategoryRow[]).flatMap(({ parent }) => (parent ? [parent.id] : []));
    missing = [...new Set(parents)].filter((id) => !rows.has(id));
  }
  return new Map(
    [...rows.keys()].flatMap((id) => {
      const node = buildNode(id, rows, new Set());
      return node ? [[id, node] as const] : [];
    }),
  );
}

function buildNode(id: number, rows: Map<number, CategoryRow>, below: Set<number>): CategoryNode | null {
  const row = rows.get(id);
  if (!row || below.has(id)) return null;
  const parent = row.parent ? buildNode(row.parent.id, rows, new Set([...below, id])) : null;
  return {
    id: row.id,
    documentId: row.documentId,
    name: row.name ?? row.term ?? '',
    slug: row.slug ?? '',
    term: row.term ?? '',
    shareUrl: row.shareUrl,
    backLinkLabel: row.backLinkLabel,
    parent,
  };
}
