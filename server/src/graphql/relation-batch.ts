import type { Core } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import type { GraphqlPlugin, ResolverMiddleware, SchemaExtension } from './graphql-plugin';
import { relatedRows, type Relation } from './related-rows';

const RELATIONS: Record<string, Relation & { isList: boolean }> = {
  'PressPost.categories': { uid: POST_UID, attribute: 'categories', target: CATEGORY_UID, isList: true },
  'PressPost.tags': { uid: POST_UID, attribute: 'tags', target: TAG_UID, isList: true },
  'PressCategory.parent': { uid: CATEGORY_UID, attribute: 'parent', target: CATEGORY_UID, isList: false },
};

/**
 * Answers a relation of all rows of a request with one query, where Strapi asks two for each row. Only where the field has
 * no filter, no order and no page of its own: all else stays with Strapi. Permissions were checked before; the types have
 * no draft & publish, and fields that are private are not in the schema.
 */
export function batchedRelations(strapi: Core.Strapi, { queryOf }: GraphqlPlugin): SchemaExtension {
  return {
    types: [],
    resolversConfig: Object.fromEntries(
      Object.entries(RELATIONS).map(([field, relation]) => [field, { middlewares: [batch(relation)] }]),
    ),
  };

  function batch({ isList, ...relation }: Relation & { isList: boolean }): ResolverMiddleware {
    return async (next, parent, args, context, info) => {
      const { id } = (parent ?? {}) as { id?: unknown };
      if (typeof id !== 'number' || !isPlain(args)) return next(parent, args, context, info);
      const found = await relatedRows(strapi, relation, id, context);
      if (!isList) return found[0] ?? null;
      const { start, limit } = queryOf(relation.target, args);
      return found.slice(start, limit < 0 ? undefined : start + limit);
    };
  }
}

/** No argument but those that GraphQL fills in. */
function isPlain(args: Record<string, unknown>): boolean {
  return Object.values(args).every(
    (value) =>
      value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0),
  );
}
