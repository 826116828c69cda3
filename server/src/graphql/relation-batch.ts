import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { groupBy, sortBy } from 'lodash';
import { entityOfRow } from '../database/entity-of-row';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import type { GraphqlPlugin, RequestContext, ResolverMiddleware, SchemaExtension } from './graphql-plugin';

/** A relation of one of our types to another one. */
interface Relation {
  field: string;
  uid: string;
  attribute: string;
  target: string;
  isList: boolean;
}

const RELATIONS: readonly Relation[] = [
  {
    field: 'PressPost.categories',
    uid: POST_UID,
    attribute: 'categories',
    target: CATEGORY_UID,
    isList: true,
  },
  { field: 'PressPost.tags', uid: POST_UID, attribute: 'tags', target: TAG_UID, isList: true },
  {
    field: 'PressCategory.parent',
    uid: CATEGORY_UID,
    attribute: 'parent',
    target: CATEGORY_UID,
    isList: false,
  },
];

type Entity = Record<string, unknown>;
type Loader = DataLoader<number, Entity[]>;

/** Loaders by request and field, so that no request sees what another one may. */
const loaders = new WeakMap<object, Map<string, Loader>>();

/**
 * Answers a relation of all rows of a request with one query, where Strapi asks two for each row. Only where the field has
 * no filter, no order and no page of its own: all else stays with Strapi. Permissions were checked before; the types have
 * no draft & publish, and fields that are private are not in the schema.
 */
export function batchedRelations(strapi: Core.Strapi, { pageOf }: GraphqlPlugin): SchemaExtension {
  return {
    types: [],
    resolversConfig: Object.fromEntries(
      RELATIONS.map((relation) => [relation.field, { middlewares: [batch(relation)] }]),
    ),
  };

  function batch(relation: Relation): ResolverMiddleware {
    return async (next, parent, args, context, info) => {
      const { id } = (parent ?? {}) as { id?: unknown };
      if (typeof id !== 'number' || !isPlain(args)) return next(parent, args, context, info);
      const found = await loaderOf(relation, context).load(id);
      if (!relation.isList) return found[0] ?? null;
      const { start, limit } = pageOf(relation.target, args);
      return found.slice(start, limit < 0 ? undefined : start + limit);
    };
  }

  function loaderOf(relation: Relation, context: RequestContext): Loader {
    const known = loaders.get(context) ?? new Map<string, Loader>();
    loaders.set(context, known);
    const loader = known.get(relation.field) ?? new DataLoader((ids) => load(strapi, relation, ids));
    known.set(relation.field, loader);
    return loader;
  }
}

/** No argument but those that GraphQL fills in. */
function isPlain(args: Record<string, unknown>): boolean {
  return Object.values(args).every(
    (value) =>
      value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0),
  );
}

/** The rows to which each row's relation leads, in its order. */
async function load(
  strapi: Core.Strapi,
  { uid, attribute, target }: Relation,
  ids: readonly number[],
): Promise<Entity[][]> {
  const { table, own, other, order } = tableNames(strapi, uid).link(attribute);
  const targets = tableNames(strapi, target).table;
  const rows = await readRows<Entity & { source: number | string; position: number | null }>(strapi, {
    name: `${uid} ${attribute}`,
    table,
    build: (query) =>
      query
        .select(`${table}.${own} as source`, `${table}.${order} as position`, `${targets}.*`)
        .join(targets, `${targets}.id`, `${table}.${other}`)
        .whereIn(`${table}.${own}`, ids),
    values: ids,
  });
  const bySource = groupBy(rows, ({ source }) => Number(source));
  return ids.map((id) =>
    sortBy(bySource[id] ?? [], 'position').map((row) => entityOfRow(strapi, target, row)),
  );
}
