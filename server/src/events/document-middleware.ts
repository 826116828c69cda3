import type { Core } from '@strapi/strapi';
import type { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import { urlTakenError, validationError } from '../hook/rejections';
import { findUrlHolder } from '../hook/url-holder';
import { CATEGORY_UID, POST_UID, REDIRECT_UID, TAG_UID } from '../plugin-id';
import { emitAfterCommit } from './posts-changed';
import { isUniqueViolation } from './unique-violation';
import { noChanges, runInWriteContext, type WriteContext } from './write-context';

const OWN_TYPES: string[] = [POST_UID, CATEGORY_UID, TAG_UID, REDIRECT_UID];
const WRITES = ['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete'];

/**
 * Around every write of our types: tells the lifecycle hooks which action runs, sends one event after commit, and turns
 * the database's refusal of a duplicate, which only a concurrent write can still cause, into a 400. Computes nothing.
 */
export function registerDocumentMiddleware(strapi: Core.Strapi): void {
  strapi.documents.use(async ({ uid, action }, next) => {
    if (!OWN_TYPES.includes(uid) || !WRITES.includes(action)) return next();
    const context: WriteContext = { uid, action, changes: noChanges(), memo: new Map() };
    try {
      const result = await runInWriteContext(context, () => Promise.resolve(next()));
      await emitAfterCommit(strapi, context.changes, action);
      return result;
    } catch (error) {
      throw isUniqueViolation(error) ? await duplicateError(strapi, context) : error;
    }
  });
}

async function duplicateError(
  strapi: Core.Strapi,
  { claimedUrl }: WriteContext,
): Promise<errors.ValidationError> {
  if (!claimedUrl) {
    return validationError([{ path: ['term'], message: message('term/taken-just-now') }]);
  }
  const { url, urlKey, documentId } = claimedUrl;
  // A transaction around this action is lost by now on PostgreSQL and answers no query.
  const holder = strapi.db.inTransaction() ? null : await findUrlHolder(strapi, urlKey, documentId);
  return urlTakenError(url, holder);
}
