import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import { errorSaying } from '../messages/error-saying';
import { POST_UID } from '../plugin-id';
import { mayDo, type EditorContext } from './editor-access';

/** Whether an administrator may create, change and publish posts in the Content Manager: an import does all three. */
export function mayWrite(strapi: Core.Strapi, context: EditorContext): boolean {
  return (['create', 'update', 'publish'] as const).every((action) =>
    mayDo(strapi, context, POST_UID, action),
  );
}

/**
 * Refuses administrators who may not write posts.
 * @throws PolicyError, as of the errors that answer 403 only its message is shown
 */
export function requireWriter(strapi: Core.Strapi, context: EditorContext): void {
  if (!mayWrite(strapi, context)) throw errorSaying(errors.PolicyError, message('role/write-posts'));
}
