import type { Core } from '@strapi/strapi';
import { groupBy } from 'lodash';
import { deleteRows } from '../../database/delete-rows';
import { readRows } from '../../database/read-rows';
import { tableNames } from '../../database/table-names';
import { updateRows } from '../../database/update-rows';
import { POST_UID } from '../../plugin-id';
import { TERM_TYPES } from '../term-kind';
import type { TermsToMerge } from './term-pair';

interface Link {
  id: number;
  post: number;
  term: number;
  position: number | null;
}

/**
 * Puts a term in the place of another one in the relations of post rows, in the running transaction: in its position, or
 * where the post has both in that of the first of them.
 */
export async function replaceTerm(
  strapi: Core.Strapi,
  postIds: readonly number[],
  { kind, from, into }: TermsToMerge,
): Promise<void> {
  if (postIds.length === 0) return;
  const { table, own, other, order } = tableNames(strapi, POST_UID).link(TERM_TYPES[kind].relation);
  const found = await readRows<Link>(strapi, {
    name: `links of posts to two ${TERM_TYPES[kind].relation}`,
    table,
    build: (query) =>
      query
        .select('id', `${own} as post`, `${other} as term`, `${order} as position`)
        .whereIn(other, [from.id, into.id])
        .whereIn(own, postIds),
    values: [from.id, into.id, ...postIds],
  });
  const byPost = Object.values(groupBy(found, 'post')).map((links) => ({
    old: links.find(({ term }) => Number(term) === from.id),
    present: links.find(({ term }) => Number(term) === into.id),
  }));
  const gone: number[] = [];
  const moved: { id: number; values: unknown[] }[] = [];
  const replaced: { id: number; values: unknown[] }[] = [];
  for (const { old, present } of byPost) {
    if (!old) continue;
    if (!present) {
      replaced.push({ id: Number(old.id), values: [into.id] });
      continue;
    }
    gone.push(Number(old.id));
    if (Number(old.position) < Number(present.position))
      moved.push({ id: Number(present.id), values: [old.position] });
  }
  await deleteRows(strapi, { table, column: 'id', ids: gone });
  await updateRows(strapi, { table, columns: [other], rows: replaced });
  await updateRows(strapi, { table, columns: [order], rows: moved });
}
