import { errors } from '@strapi/utils';
import type { AdminAction } from './admin-actions';

/** What of a request of the admin says what its sender's roles allow. */
export interface AdminContext {
  state: { userAbility?: { can(action: string): boolean } };
}

/** Whether the roles of an administrator allow one of some actions. */
export function mayAny({ state }: AdminContext, actions: readonly AdminAction[]): boolean {
  return actions.some((action) => state.userAbility?.can(action) === true);
}

/**
 * Refuses administrators whose roles allow none of the actions.
 * @throws ForbiddenError
 */
export function requireAny(context: AdminContext, actions: readonly AdminAction[]): void {
  if (!mayAny(context, actions))
    throw new errors.ForbiddenError(`Your roles allow none of: ${actions.join(', ')}.`);
}
