import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** What the Content Manager lets somebody do with a type. */
type EditorAction = 'read' | 'create' | 'update' | 'delete' | 'publish';

/** What of a request of the admin says who asks. */
export interface EditorContext {
  state: { userAbility?: unknown };
}

type Checker = { cannot: Record<EditorAction, () => boolean> };
interface CheckerService {
  create(options: { userAbility: unknown; model: string }): Checker;
}

/**
 * Refuses administrators whose roles do not let them do any of the actions with a type in the Content Manager.
 * @throws ForbiddenError
 */
export function requireEditor(
  strapi: Core.Strapi,
  { state }: EditorContext,
  model: string,
  actions: EditorAction[],
): void {
  const service = strapi.plugin('content-manager').service<CheckerService>('permission-checker');
  const { cannot } = service.create({ userAbility: state.userAbility, model });
  if (actions.every((action) => cannot[action]()))
    throw new errors.ForbiddenError(`Your roles do not let you ${actions.join(' or ')} entries of ${model}.`);
}
