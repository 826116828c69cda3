import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { POST_UID } from '../plugin-id';

/** Who asks, as Strapi's authentication leaves it in the state of a request. */
interface Caller {
  strategy?: { name?: string };
}

/**
 * Refuses drafts to the public. Strapi itself shows them to everybody who may find a type, by `status=draft`; here only
 * API tokens that may find posts (previews use them) and callers who may update posts get them.
 * @param status as the query has it; everything but `published` counts as a wish for drafts, as Strapi reads it so.
 * @throws ForbiddenError
 */
export async function requireDraftAccess(
  strapi: Core.Strapi,
  status: unknown,
  caller: unknown,
): Promise<void> {
  if (status === undefined || status === null || status === 'published') return;
  if ((caller as Caller | undefined)?.strategy?.name === 'api-token') return;
  try {
    await strapi.auth.verify(caller, { scope: [`${POST_UID}.update`] });
  } catch {
    throw new errors.ForbiddenError('Drafts are shown to API tokens and to those who may update posts.');
  }
}
