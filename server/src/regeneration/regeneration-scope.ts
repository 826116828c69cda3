import type { Core } from '@strapi/strapi';
import { chunk, groupBy, uniq } from 'lodash';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import { categoryWithDescendants } from './affected-posts';

/**
 * Which posts a change concerns: all of them, or those with a term, and for categories with one below it, unless it is
 * `alone`.
 */
export type RegenerationScope = 'all' | { kind: TermKind; ids: number[]; alone?: boolean };

/** Ids of post rows, draft and published, that a scope holds; read in parts by id. */
export interface ScopeRows {
  count: number;
  /** The rows with ids above one; those that are written meanwhile are right already and left out. */
  lots(size: number, after?: number): AsyncGenerator<RowLot>;
}

/** Some rows, in which the draft and the published row of a post stand side by side. */
export interface RowLot {
  ids: number[];
  /** Every row up to this id was in this lot or one before it; null within a part of the table. */
  completes: number | null;
}

/** The table is looked through in parts of so many ids. */
const WINDOW = 10_000;

/** Looks up which rows are concerned now. */
export async function rowsInScope(strapi: Core.Strapi, scope: RegenerationScope): Promise<ScopeRows> {
  const { table, link } = tableNames(strapi, POST_UID);
  const until = await largestId(strapi, table);
  if (scope === 'all') {
    const all = { name: 'all posts', table, id: 'id', terms: null };
    return { count: await strapi.db.query(POST_UID).count(), lots: lotsOf(strapi, all, until) };
  }
  const ids =
    scope.kind === 'category' && !scope.alone ? await categoryWithDescendants(strapi, scope.ids) : scope.ids;
  const { relation } = TERM_TYPES[scope.kind];
  const { table: links, own, other } = link(relation);
  const linked = { name: `posts with ${relation}`, table: links, id: own, terms: { column: other, ids } };
  return { count: await countLinked(strapi, linked), lots: lotsOf(strapi, linked, until) };
}

/** A table that names rows of posts, each of them once or several times. */
interface RowIds {
  name: string;
  table: string;
  id: string;
  terms: { column: string; ids: readonly number[] } | null;
}

function lotsOf(strapi: Core.Strapi, { name, table, id, terms }: RowIds, until: number): ScopeRows['lots'] {
  const { column } = tableNames(strapi, POST_UID);
  const posts = tableNames(strapi, POST_UID).table;
  return async function* (size, after = 0) {
    for (let start = after; start < until; start += WINDOW) {
      const end = Math.min(start + WINDOW, until);
      const rows = await readRows<{ id: number | string; documentId: string }>(strapi, {
        name: `ids of ${name}`,
        table: posts,
        build(query) {
          const within = terms ? query.join(table, `${table}.${id}`, `${posts}.id`) : query;
          const rows = within
            .select(`${posts}.id as id`, `${posts}.${column('documentId')} as documentId`)
            .where(`${table}.${id}`, '>', start)
            .where(`${table}.${id}`, '<=', end)
            .orderBy(`${table}.${id}`);
          return terms ? rows.whereIn(`${table}.${terms.column}`, terms.ids) : rows;
        },
        values: [start, end, ...(terms?.ids ?? [])],
      });
      // The oldest post comes first, as the first one to ask for a URL gets it.
      const documents = Object.values(groupBy(rows, ({ documentId }) => documentId));
      const lots = chunk(uniq(documents.flat().map((row) => Number(row.id))), size);
      for (const [index, ids] of lots.entries()) {
        yield { ids, completes: index === lots.length - 1 ? end : null };
      }
    }
  };
}

async function countLinked(strapi: Core.Strapi, { name, table, id, terms }: RowIds): Promise<number> {
  const ids = terms?.ids ?? [];
  const rows = await readRows<{ count: number | string }>(strapi, {
    name: `number of ${name}`,
    table,
    build: (query, { raw }) =>
      query.select(raw('count(distinct ??) as ??', id, 'count')).whereIn(terms?.column ?? id, ids),
    values: ids,
  });
  return Number(rows[0]?.count ?? 0);
}

async function largestId(strapi: Core.Strapi, table: string): Promise<number> {
  const rows = await readRows<{ largest: number | null }>(strapi, {
    name: 'largest id of posts',
    table,
    build: (query, { raw }) => query.select(raw('max(??) as ??', 'id', 'largest')),
    values: [],
  });
  return Number(rows[0]?.largest ?? 0);
}
