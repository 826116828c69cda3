import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import { errorSaying } from '../messages/error-saying';
import { POST_UID } from '../plugin-id';

/** What of a request of the admin says who asks. */
export interface WriterContext {
  state: { userAbility?: unknown };
}

type Checker = { cannot: Record<'create' | 'update' | 'publish', () => boolean> };
interface CheckerService {
  create(options: { userAbility: unknown; model: string }): Checker;
}

/** Whether an administrator may create, change and publish posts in the Content Manager: an import does all three. */
export function mayWrite(strapi: Core.Strapi, { state }: WriterContext): boolean {
  const service = strapi.plugin('content-manager').service<CheckerService>('permission-checker');
  const { cannot } = service.create({ userAbility: state.userAbility, model: POST_UID });
  return !cannot.create() && !cannot.update() && !cannot.publish();
}

/**
 * Refuses administrators who may not write posts.
 * @throws PolicyError, as of the errors that answer 403 only its message is shown
 */
export function requireWriter(strapi: Core.Strapi, context: WriterContext): void {
  if (!mayWrite(strapi, context)) throw errorSaying(errors.PolicyError, message('role/write-posts'));
}
