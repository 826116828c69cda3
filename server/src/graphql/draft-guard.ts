import type { Core } from '@strapi/strapi';
import { requireDraftAccess } from '../permissions/draft-access';
import { dueGuard } from './due-guard';
import { listGuard } from './list-guard';
import type { GraphqlPlugin, ResolverMiddleware, SchemaExtension } from './graphql-plugin';

const LISTS = ['pressPosts', 'pressPosts_connection'];
/** Where other posts are asked through one. */
const RELATIONS = ['PressPost.localizations', 'PressPost.localizations_connection'];

/**
 * Lets the built-in queries of posts answer drafts, and posts dated ahead, only to those who may see them, as the REST routes
 * do. One extension for all: Strapi keeps the middlewares of one where two name the same field.
 */
export function draftGuard(strapi: Core.Strapi, plugin: GraphqlPlugin): SchemaExtension {
  const guard: ResolverMiddleware = async (next, parent, args, context, info) => {
    await requireDraftAccess(strapi, args.status, context.state.auth);
    return next(parent, args, context, info);
  };
  const due = dueGuard(strapi);
  return {
    types: [],
    resolversConfig: {
      'Query.pressPost': { middlewares: [guard, due] },
      ...Object.fromEntries(
        LISTS.map((name) => [`Query.${name}`, { middlewares: [guard, listGuard(plugin, name), due] }]),
      ),
      ...Object.fromEntries(RELATIONS.map((name) => [name, { middlewares: [due] }])),
    },
  };
}
