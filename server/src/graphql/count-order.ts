import type { Core } from '@strapi/strapi';
import { omit } from 'lodash';
import { countOrderOf, requireCountAccess, termsByCount } from '../listing/count-order';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import { listGuard } from './list-guard';
import type { GraphqlPlugin, ResolverMiddleware, SchemaExtension } from './graphql-plugin';

const QUERIES: Record<string, TermKind> = {
  pressCategories: 'category',
  pressCategories_connection: 'category',
  pressTags: 'tag',
  pressTags_connection: 'tag',
};

/** Lets Strapi's lists of categories and tags be ordered by `postCount`; all other orders stay with Strapi. */
export function countOrder(strapi: Core.Strapi, plugin: GraphqlPlugin): SchemaExtension {
  return {
    types: [],
    resolversConfig: Object.fromEntries(
      Object.entries(QUERIES).map(([name, kind]) => [
        `Query.${name}`,
        {
          middlewares: [
            listGuard(plugin, name),
            name.endsWith('_connection') ? connection(kind) : list(kind),
          ],
        },
      ]),
    ),
  };

  function list(kind: TermKind): ResolverMiddleware {
    return (next, parent, args, context, info) =>
      countOrderOf(args.sort) ? rows(kind, args, context) : next(parent, args, context, info);
  }

  /** Strapi says where the page stands, which does not depend on the order. */
  function connection(kind: TermKind): ResolverMiddleware {
    return async (next, parent, args, context, info) => {
      const order = countOrderOf(args.sort);
      if (!order) return next(parent, args, context, info);
      const nodes = await rows(kind, args, context);
      const answer = await next(parent, { ...args, sort: order.rest }, context, info);
      return { ...(answer as object), nodes };
    };
  }

  async function rows(
    kind: TermKind,
    args: Record<string, unknown>,
    { state: { auth } }: Parameters<ResolverMiddleware>[3],
  ): Promise<unknown[]> {
    const order = countOrderOf(args.sort);
    if (!order) return [];
    await requireCountAccess(strapi, auth);
    const { uid } = TERM_TYPES[kind];
    const model = strapi.contentType(uid);
    const part = plugin.queryOf(uid, args);
    const asked = { ...part, sort: order.rest };
    await strapi.contentAPI.validate.query(asked, model, { auth });
    const query = await strapi.contentAPI.sanitize.query(asked, model, { auth });
    return termsByCount(strapi, kind, omit(query, ['start', 'limit', 'sort']), order, part);
  }
}
