import type { Core } from '@strapi/strapi';
import { requireDraftAccess } from '../permissions/draft-access';
import { dueGuard } from './due-guard';
import type { ResolverMiddleware, SchemaExtension } from './graphql-plugin';

const QUERIES = ['pressPost', 'pressPosts', 'pressPosts_connection'];
/** Where other posts are asked through one. */
const RELATIONS = ['PressPost.localizations', 'PressPost.localizations_connection'];

/**
 * Lets the built-in queries of posts answer drafts, and posts dated ahead, only to those who may see them, as the REST routes
 * do. One extension for both: Strapi keeps the middlewares of one where two name the same field.
 */
export function draftGuard(strapi: Core.Strapi): SchemaExtension {
  const guard: ResolverMiddleware = async (next, parent, args, context, info) => {
    await requireDraftAccess(strapi, args.status, context.state.auth);
    return next(parent, args, context, info);
  };
  const due = dueGuard(strapi);
  return {
    types: [],
    resolversConfig: {
      ...Object.fromEntries(QUERIES.map((name) => [`Query.${name}`, { middlewares: [guard, due] }])),
      ...Object.fromEntries(RELATIONS.map((name) => [name, { middlewares: [due] }])),
    },
  };
}
