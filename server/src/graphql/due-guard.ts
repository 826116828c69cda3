import type { Core } from '@strapi/strapi';
import { visibleUntil } from '../permissions/due-access';
import type { ResolverMiddleware } from './graphql-plugin';

/** Leaves out published posts that are dated ahead, for callers who may only read, by one more filter. */
export function dueGuard(strapi: Core.Strapi): ResolverMiddleware {
  return async (next, parent, args, context, info) => {
    const isPublished = args.status === undefined || args.status === null || args.status === 'published';
    const until = isPublished ? await visibleUntil(strapi, context.state.auth) : null;
    if (!until) return next(parent, args, context, info);
    const due = { or: [{ date: { null: true } }, { date: { lte: until.toISOString() } }] };
    const filters = args.filters ? { and: [args.filters, due] } : due;
    return next(parent, { ...args, filters }, context, info);
  };
}
