import type { Core } from '@strapi/strapi';
import type { Caller } from '../permissions/caller';
import { requireDraftAccess } from '../permissions/draft-access';

/** Answers 403 to a query for drafts by a caller who may only read what is published. */
export function guardDrafts(strapi: Core.Strapi): Core.MiddlewareHandler {
  return async ({ query, state }, next) => {
    await requireDraftAccess(strapi, query.status, (state as { auth?: Caller }).auth);
    await next();
  };
}
