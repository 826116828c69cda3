import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

/** What of a request to the Content Manager tells which list it asks for. */
interface ListRequest {
  query: Record<string, unknown>;
  state: { route?: { handler?: unknown; info?: { pluginName?: string } } };
}

const LISTED = ['findMany', 'count'];

/**
 * The Content Manager's list of posts shows only those with problems for `?withProblems=true`. Its own filters cannot: Strapi
 * takes filters on attributes away that its forms do not show. Other requests are left as they are.
 */
export function registerProblemFilter(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { uid, action } = context;
    if (uid !== POST_UID || !LISTED.includes(action) || !asksForProblems(strapi)) return next();
    const params = context.params as { filters?: object };
    params.filters = { $and: [params.filters ?? {}, { problems: { $notNull: true } }] };
    return next();
  });
}

function asksForProblems(strapi: Core.Strapi): boolean {
  const request = strapi.requestContext.get() as ListRequest | undefined;
  const { handler, info } = request?.state.route ?? {};
  const isList = info?.pluginName === 'content-manager' && handler === 'collection-types.find';
  return isList && request?.query.withProblems === 'true';
}
