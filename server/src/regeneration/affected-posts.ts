import type { Core } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';

/** A post row that a change concerns. */
export interface AffectedPost {
  id: number;
  documentId: string;
}

/** Rows, draft and published, of the posts that have one of the given terms, by row id. */
export async function postsWithTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  termIds: number[],
): Promise<AffectedPost[]> {
  if (termIds.length === 0) return [];
  const rows: unknown = await strapi.db.query(POST_UID).findMany({
    where: { [TERM_TYPES[kind].relation]: { id: { $in: termIds } } },
    select: ['id', 'documentId'],
    orderBy: { id: 'asc' },
  });
  const unique = new Map((rows as AffectedPost[]).map((row) => [row.id, row]));
  return [...unique.values()];
}

/** The ids of categories and of all categories below them, one query for each level. */
export async function categoryWithDescendants(strapi: Core.Strapi, ids: number[]): Promise<number[]> {
  const all = new Set(ids);
  let level = ids;
  while (level.length > 0) {
    const rows: unknown = await strapi.db
      .query(CATEGORY_UID)
      .findMany({ where: { parent: { id: { $in: level } } }, select: ['id'] });
    level = (rows as { id: number }[]).map(({ id }) => id).filter((id) => !all.has(id));
    for (const id of level) all.add(id);
  }
  return [...all];
}
