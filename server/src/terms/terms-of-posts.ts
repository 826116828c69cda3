import type { Core } from '@strapi/strapi';
import { sortBy } from 'lodash';
import { readRows, type QuerySources, type RowQuery } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from './term-kind';

/** A term as a post's relation holds it. */
export interface StoredTerm {
  id: number;
  term: string | null;
}

/** The terms of a post row, in the order of its relations. */
export interface TermsOfPost {
  categories: StoredTerm[];
  tags: StoredTerm[];
}

interface FoundTerm extends StoredTerm {
  post: number;
  position: number | null;
  isTag: number;
}

/** The categories and tags of post rows, by post id; one query for both. */
export async function termsOfPosts(
  strapi: Core.Strapi,
  postIds: readonly number[],
): Promise<Map<number, TermsOfPost>> {
  const found = new Map<number, TermsOfPost>(postIds.map((id) => [id, { categories: [], tags: [] }]));
  if (postIds.length === 0) return found;
  const rows = await readRows<FoundTerm>(strapi, {
    name: 'terms of posts',
    table: linksOf(strapi, 'category').link.table,
    build: (query, sources) =>
      termQuery(strapi, 'category', postIds, query, sources).unionAll(
        termQuery(strapi, 'tag', postIds, sources.of(linksOf(strapi, 'tag').link.table), sources),
      ),
    values: [...postIds, ...postIds],
  });
  for (const { post, id, term, isTag } of sortBy(rows, 'position')) {
    const terms = found.get(Number(post));
    (isTag ? terms?.tags : terms?.categories)?.push({ id, term });
  }
  return found;
}

function linksOf(strapi: Core.Strapi, kind: TermKind) {
  const { uid, relation } = TERM_TYPES[kind];
  return { link: tableNames(strapi, POST_UID).link(relation), terms: tableNames(strapi, uid) };
}

function termQuery(
  strapi: Core.Strapi,
  kind: TermKind,
  postIds: readonly number[],
  query: RowQuery,
  { raw }: QuerySources,
): RowQuery {
  const { link, terms } = linksOf(strapi, kind);
  return query
    .select(
      `${link.table}.${link.own} as post`,
      `${terms.table}.id as id`,
      `${terms.table}.${terms.column('term')} as term`,
      `${link.table}.${link.order} as position`,
      raw(`${kind === 'tag' ? 1 : 0} as ??`, 'isTag'),
    )
    .join(terms.table, `${terms.table}.id`, `${link.table}.${link.other}`)
    .whereIn(`${link.table}.${link.own}`, postIds);
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
