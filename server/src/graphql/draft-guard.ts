import type { Core } from '@strapi/strapi';
import { requireDraftAccess } from '../permissions/draft-access';
import type { ResolverMiddleware, SchemaExtension } from './graphql-plugin';

const QUERIES = ['pressPost', 'pressPosts', 'pressPosts_connection'];

/** Lets the built-in queries of posts answer drafts only to those who may see them, as the REST routes do. */
export function draftGuard(strapi: Core.Strapi): SchemaExtension {
  const guard: ResolverMiddleware = async (next, parent, args, context, info) => {
    await requireDraftAccess(strapi, args.status, context.state.auth);
    return next(parent, args, context, info);
  };
  return {
    types: [],
    resolversConfig: Object.fromEntries(QUERIES.map((name) => [`Query.${name}`, { middlewares: [guard] }])),
  };
}
