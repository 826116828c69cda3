import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { CATEGORY_UID, POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';

/** How many posts, of which a draft or what is published has a term, there are. */
export async function countPostsWithTerm(
  strapi: Core.Strapi,
  kind: TermKind,
  termId: number,
): Promise<number> {
  const { table, column, link } = tableNames(strapi, POST_UID);
  const { table: links, own, other } = link(TERM_TYPES[kind].relation);
  const [{ count }] = await readRows<{ count: number | string }>(strapi, {
    name: `posts with a ${kind}`,
    table: links,
    build: (query, { raw }) =>
      query
        .select(raw('count(distinct ??) as ??', `${table}.${column('documentId')}`, 'count'))
        .join(table, `${table}.id`, `${links}.${own}`)
        .where(`${links}.${other}`, termId),
    values: [termId],
  });
  return Number(count);
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
