import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { groupBy, sortBy } from 'lodash';
import { entityOfRow } from '../database/entity-of-row';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { requestLoader } from './request-loader';

/** A relation of one of our types to another one. */
export interface Relation {
  uid: string;
  attribute: string;
  target: string;
  /** From the rows it leads to back to those that have it; both are of one type. */
  inverse?: boolean;
}

export type Entity = Record<string, unknown>;

/** The rows to which the relation of a row leads, in its order; one query for all rows of a request that are asked at once. */
export function relatedRows(
  strapi: Core.Strapi,
  relation: Relation,
  id: number,
  context: object,
): Promise<Entity[]> {
  const { uid, attribute, inverse = false } = relation;
  const loader = requestLoader(
    context,
    `${uid} ${attribute} ${inverse}`,
    () => new DataLoader<number, Entity[]>((ids) => load(strapi, relation, ids)),
  );
  return loader.load(id);
}

async function load(
  strapi: Core.Strapi,
  { uid, attribute, target, inverse = false }: Relation,
  ids: readonly number[],
): Promise<Entity[][]> {
  const { table, own, other, order } = tableNames(strapi, uid).link(attribute);
  const [from, to] = inverse ? [other, own] : [own, other];
  const targets = tableNames(strapi, target).table;
  const rows = await readRows<Entity & { source: number | string; position: number | null }>(strapi, {
    name: `${uid} ${attribute} ${inverse}`,
    table,
    build: (query) =>
      query
        .select(`${table}.${from} as source`, `${table}.${order} as position`, `${targets}.*`)
        .join(targets, `${targets}.id`, `${table}.${to}`)
        .whereIn(`${table}.${from}`, ids),
    values: ids,
  });
  const bySource = groupBy(rows, ({ source }) => Number(source));
  return ids.map((id) =>
    sortBy(bySource[id] ?? [], 'position').map((row) => entityOfRow(strapi, target, row)),
  );
}
