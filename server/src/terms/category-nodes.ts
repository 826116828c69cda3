import type { Core } from '@strapi/strapi';
import type { CategoryNode } from '../../../core/post';
import { readRows, type RowQuery } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { CATEGORY_UID } from '../plugin-id';

/** A category as stored, with the id of its parent. */
export interface CategoryRow {
  id: number;
  documentId: string;
  name: string | null;
  slug: string | null;
  term: string | null;
  shareUrl: string | null;
  backLinkLabel: string | null;
  parent: number | null;
}

const COLUMNS = ['id', 'documentId', 'name', 'slug', 'term', 'shareUrl', 'backLinkLabel'];

/**
 * Categories with all their ancestors, by row id: one query for each level of the tree, whatever the number of
 * categories. A parent that leads back to a descendant is cut.
 */
export async function loadCategoryNodes(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<Map<number, CategoryNode>> {
  return completeNodes(strapi, await readCategories(strapi, [...new Set(ids)]));
}

/** The same for rows that are read already. */
export async function completeNodes(
  strapi: Core.Strapi,
  start: readonly CategoryRow[],
): Promise<Map<number, CategoryNode>> {
  const rows = new Map<number, CategoryRow>();
  for (let found = start; found.length > 0; ) {
    for (const row of found) rows.set(row.id, row);
    const parents = new Set(found.flatMap(({ parent }) => parent ?? []));
    found = await readCategories(
      strapi,
      [...parents].filter((id) => !rows.has(id)),
    );
  }
  return new Map(
    [...rows.keys()].flatMap((id) => {
      const node = buildNode(id, rows, new Set());
      return node ? [[id, node] as const] : [];
    }),
  );
}

async function readCategories(strapi: Core.Strapi, ids: number[]): Promise<CategoryRow[]> {
  if (ids.length === 0) return [];
  const { table, build } = categoryQuery(strapi, ids);
  return readRows<CategoryRow>(strapi, { name: 'categories with parents', table, build, values: ids });
}

/** The query that reads categories, all of them where `ids` is null: the columns of `CategoryRow` in their order. */
export function categoryQuery(
  strapi: Core.Strapi,
  ids: readonly number[] | null,
): { table: string; build: (query: RowQuery) => RowQuery } {
  const { table, column, link } = tableNames(strapi, CATEGORY_UID);
  const parent = link('parent');
  return {
    table,
    build(query) {
      const rows = query
        .select(
          ...COLUMNS.map((name) => `${table}.${column(name)} as ${name}`),
          `${parent.table}.${parent.other} as parent`,
        )
        .leftJoin(parent.table, `${parent.table}.${parent.own}`, `${table}.id`);
      return ids === null ? rows : rows.whereIn(`${table}.id`, ids);
    },
  };
}

function buildNode(id: number, rows: Map<number, CategoryRow>, below: Set<number>): CategoryNode | null {
  const row = rows.get(id);
  if (!row || below.has(id)) return null;
  const parent = row.parent === null ? null : buildNode(row.parent, rows, new Set([...below, id]));
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
