import type { Diagnostic, MessageParams } from '../diagnostics/diagnostic';
import { DEFAULT_SEVERITIES, type RuleId } from '../diagnostics/rules';
import type { MessageLanguage } from '../diagnostics/messages/message-language';
import { translateMessage } from '../diagnostics/messages/translate-message';
import { MESSAGE_TEXTS } from './texts';

/** What a message is about; see `texts`. */
export type MessageId = keyof typeof MESSAGE_TEXTS;

/** A value that a message names: shown as it is, or a message in its turn; several are said one after the other. */
export type MessageParam = string | number | Message | readonly Message[];

/** What is said to somebody, apart from the language; as JSON it can be stored and said later. */
export type Message =
  | { id: MessageId; params: Record<string, MessageParam> }
  // The problem of a file.
  | { id: RuleId; params: MessageParams };

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type ParamsOf<Id extends MessageId> = Record<NamesIn<(typeof MESSAGE_TEXTS)[Id]['en']>, MessageParam>;

/** A message with all that its text names. */
export function message<Id extends MessageId>(
  id: Id,
  ...[params]: keyof ParamsOf<Id> extends never ? [] : [ParamsOf<Id>]
): Message {
  return { id, params: params ?? {} };
}

/** What a diagnostic says. */
export function problemMessage({ ruleId, params }: Pick<Diagnostic, 'ruleId' | 'params'>): Message {
  return { id: ruleId, params };
}

/** Whether this version has words for a message; one that was stored may be another version's. */
export function isSayable({ id }: Message): boolean {
  return Object.hasOwn(MESSAGE_TEXTS, id) || Object.hasOwn(DEFAULT_SEVERITIES, id);
}

/** What a message says in a language; what is not known, of its values too, is `…`. */
export function say(said: Message, language: MessageLanguage): string {
  if (!isSayable(said)) return '…';
  if (!isOwn(said)) return translateMessage({ ruleId: said.id, params: said.params }, language);
  const { id, params } = said;
  return MESSAGE_TEXTS[id][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? sayParam(params[name], language) : '…',
  );
}

function sayParam(param: MessageParam, language: MessageLanguage): string {
  if (Array.isArray(param))
    return (param as readonly Message[]).map((one) => say(one, language)).join(language === 'en' ? ' ' : '');
  return typeof param === 'object' ? say(param as Message, language) : String(param);
}

function isOwn(said: Message): said is Extract<Message, { id: MessageId }> {
  return Object.hasOwn(MESSAGE_TEXTS, said.id);
}
