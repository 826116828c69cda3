import type { Core } from '@strapi/strapi';
import { partition, sortBy } from 'lodash';
import type { CategoryNode } from '../../../core/post';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID, TAG_UID } from '../plugin-id';
import { categoryQuery, completeNodes, loadCategoryNodes, type CategoryRow } from './category-nodes';
import { termsById, type StoredTerm } from './terms-of-posts';

/** The terms that one write of a post names, by row id. */
export interface TermsOfWrite {
  categories: Map<number, CategoryNode>;
  tags: Map<number, StoredTerm>;
}

/**
 * The terms that a post row has, in the order of its relations, with all that links are made of; `nodesOf` adds the
 * ancestors. One query.
 */
export async function loadTermsOfPost(
  strapi: Core.Strapi,
  postId: number,
): Promise<{ categories: CategoryRow[]; tags: StoredTerm[] }> {
  const post = tableNames(strapi, POST_UID);
  const [categories, tags] = [post.link('categories'), post.link('tags')];
  const tag = tableNames(strapi, TAG_UID);
  const category = categoryQuery(strapi, null);
  const rows = await readRows<CategoryRow & { isCategory: number | null; position: number | null }>(strapi, {
    name: 'terms of a post',
    table: category.table,
    build(start, { of, raw }) {
      const none = (...names: string[]) => names.map((name) => raw('null as ??', name));
      return category
        .build(start)
        .select(raw('1 as ??', 'isCategory'), `${categories.table}.${categories.order} as position`)
        .join(categories.table, `${categories.table}.${categories.other}`, `${category.table}.id`)
        .where(`${categories.table}.${categories.own}`, postId)
        .unionAll(
          of(tag.table)
            .select(
              `${tag.table}.id`,
              ...none('documentId', 'name', 'slug'),
              `${tag.table}.${tag.column('term')}`,
            )
            .select(
              ...none('shareUrl', 'backLinkLabel', 'parent', 'isCategory'),
              `${tags.table}.${tags.order}`,
            )
            .join(tags.table, `${tags.table}.${tags.other}`, `${tag.table}.id`)
            .where(`${tags.table}.${tags.own}`, postId),
        );
    },
    values: [postId, postId],
  });
  const [found, tagged] = partition(sortBy(rows, 'position'), ({ isCategory }) => isCategory !== null);
  return {
    categories: found.map(({ isCategory: _kind, position: _position, ...row }) => row),
    tags: tagged.map(({ id, term }) => ({ id, term })),
  };
}

/** Categories with their ancestors, and tags; where a write names both, one query reads both. */
export async function loadTermsOfWrite(
  strapi: Core.Strapi,
  categories: readonly number[],
  tags: readonly number[],
): Promise<TermsOfWrite> {
  if (categories.length === 0 || tags.length === 0) {
    return {
      categories: await loadCategoryNodes(strapi, categories),
      tags: await termsById(strapi, 'tag', tags),
    };
  }
  const { table, column } = tableNames(strapi, TAG_UID);
  const query = categoryQuery(strapi, categories);
  const rows = await readRows<CategoryRow & { isCategory: number | null }>(strapi, {
    name: `categories with parents, and ${tags.length} tags`,
    table: query.table,
    build(start, { of, raw }) {
      const none = (...names: string[]) => names.map((name) => raw('null as ??', name));
      return query
        .build(start)
        .select(raw('1 as ??', 'isCategory'))
        .unionAll(
          of(table)
            .select('id', ...none('documentId', 'name', 'slug'), column('term'))
            .select(...none('shareUrl', 'backLinkLabel', 'parent', 'isCategory'))
            .whereIn('id', tags),
        );
    },
    values: [...categories, ...tags],
  });
  const found = rows.filter(({ isCategory }) => isCategory !== null);
  return {
    categories: await completeNodes(strapi, found),
    tags: new Map(
      rows.filter(({ isCategory }) => isCategory === null).map(({ id, term }) => [id, { id, term }]),
    ),
  };
}
