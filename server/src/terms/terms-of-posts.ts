import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from './term-kind';

/** A term as a post's relation holds it. */
export interface StoredTerm {
  id: number;
  term: string | null;
}

/** The categories or tags of post rows, in the order of the relation, by post id. */
export async function termsOfPosts(
  strapi: Core.Strapi,
  kind: TermKind,
  postIds: readonly number[],
): Promise<Map<number, StoredTerm[]>> {
  const found = new Map<number, StoredTerm[]>();
  if (postIds.length === 0) return found;
  const { uid, relation } = TERM_TYPES[kind];
  const link = tableNames(strapi, POST_UID).link(relation);
  const terms = tableNames(strapi, uid);
  const rows = await readRows<StoredTerm & { post: number }>(strapi, {
    name: `${relation} of posts`,
    table: link.table,
    build: (query) =>
      query
        .select(
          `${link.table}.${link.own} as post`,
          `${terms.table}.id as id`,
          `${terms.table}.${terms.column('term')} as term`,
        )
        .join(terms.table, `${terms.table}.id`, `${link.table}.${link.other}`)
        .whereIn(`${link.table}.${link.own}`, postIds)
        .orderBy(`${link.table}.${link.order}`),
    values: postIds,
  });
  for (const { post, id, term } of rows) found.set(post, [...(found.get(post) ?? []), { id, term }]);
  return found;
}

/** Terms by row id. */
export async function termsById(
  strapi: Core.Strapi,
  kind: TermKind,
  ids: readonly number[],
): Promise<Map<number, StoredTerm>> {
  if (ids.length === 0) return new Map();
  const { uid, relation } = TERM_TYPES[kind];
  const { table, column } = tableNames(strapi, uid);
  const rows = await readRows<StoredTerm>(strapi, {
    name: `${relation} by id`,
    table,
    build: (query) => query.select('id', `${column('term')} as term`).whereIn('id', ids),
    values: ids,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
