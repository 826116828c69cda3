import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { POST_UID } from '../plugin-id';
import { mayDo, type Caller } from './caller';

/** What Strapi calls the authentication of API tokens, in older versions and in 5.54. */
const TOKEN_STRATEGIES = ['api-token', 'content-api-token'];

/**
 * Refuses drafts to the public. Strapi itself shows them to everybody who may find a type, by `status=draft`; here only
 * API tokens that may find posts (previews use them) and callers who may update posts get them.
 * @param status as the query has it; everything but `published` counts as a wish for drafts, as Strapi reads it so.
 * @throws ForbiddenError
 */
export async function requireDraftAccess(
  strapi: Core.Strapi,
  status: unknown,
  caller: Caller | undefined,
): Promise<void> {
  if (status === undefined || status === null || status === 'published') return;
  if (caller && TOKEN_STRATEGIES.includes(caller.strategy.name)) return;
  if (!caller || !(await mayDo(strapi, caller, `${POST_UID}.update`)))
    throw new errors.ForbiddenError('Drafts are shown to API tokens and to those who may update posts.');
}
