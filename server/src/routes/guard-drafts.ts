import type { Context, Next } from 'koa';
import { requireDraftAccess } from '../permissions/draft-access';

/** Answers 403 to a query for drafts by a caller who may only read what is published. */
export async function guardDrafts(context: Context, next: Next): Promise<void> {
  await requireDraftAccess(strapi, context.query.status, context.state.auth);
  await next();
}
