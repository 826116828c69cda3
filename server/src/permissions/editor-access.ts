import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message, type Message } from '../../../core/messages';
import { errorSaying } from '../messages/error-saying';
import type { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';

/** What the Content Manager lets somebody do with a type. */
export type EditorAction = 'read' | 'create' | 'update' | 'delete' | 'publish';

/** The types that the plugin's own pages show. */
export type OwnType = typeof POST_UID | typeof CATEGORY_UID | typeof TAG_UID;

/** What of a request of the admin says who asks. */
export interface EditorContext {
  state: { userAbility?: unknown };
}

type Checker = { cannot: Record<EditorAction, (entry?: object) => boolean> };
interface CheckerService {
  create(options: { userAbility: unknown; model: string }): Checker;
}

/**
 * Refuses administrators whose roles do not let them do any of the actions with a type in the Content Manager.
 * @throws PolicyError: Strapi answers 403 and shows its text, which it hides of a ForbiddenError
 */
export function requireEditor(
  strapi: Core.Strapi,
  { state }: EditorContext,
  model: OwnType,
  actions: EditorAction[],
): void {
  const { cannot } = checkerOf(strapi, state, model);
  if (actions.every((action) => cannot[action]()))
    throw errorSaying(
      errors.PolicyError,
      message('role/entries', {
        actions: actions.map((action) => message(`role/${action}`)).reduce(either),
        type: message(`type/${model}`),
      }),
    );
}

function either(first: Message, last: Message): Message {
  return message('list/or', { first, last });
}

/** Whether the roles of an administrator let them do something with entries of a type. */
export function mayDo(
  strapi: Core.Strapi,
  { state }: EditorContext,
  model: OwnType,
  action: EditorAction,
): boolean {
  return !checkerOf(strapi, state, model).cannot[action]();
}

/** Whether the roles of an administrator let them do something with one entry, by their conditions too. */
export function mayEdit(
  strapi: Core.Strapi,
  { state }: EditorContext,
  model: string,
  action: EditorAction,
): (entry: object) => boolean {
  const { cannot } = checkerOf(strapi, state, model);
  return (entry) => !cannot[action](entry);
}

function checkerOf(strapi: Core.Strapi, { userAbility }: EditorContext['state'], model: string): Checker {
  const service = strapi.plugin('content-manager').service<CheckerService>('permission-checker');
  return service.create({ userAbility, model });
}
