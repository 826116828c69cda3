import type { MessageLanguage } from '../diagnostics/messages/message-language';
import { isSayable, say, type Message } from './message';

/** Fields with texts of ours, in English; `said` tells what they say, so that it can be said in another language. */
export type Saying<Field extends string> = Record<Field, string> & { said: Record<Field, Message> };

/** As `Saying`, of fields that may be null, or hold what another version or a person wrote. */
export type PerhapsSaying<Field extends string> = Record<Field, string | null> & {
  said?: Record<Field, Message>;
};

/** A field with a text of ours. */
export function saying<Field extends string>(field: Field, said: Message): Saying<Field> {
  return { [field]: say(said, 'en'), said: { [field]: said } } as Saying<Field>;
}

/**
 * A value with all its texts of ours in a language: each field that a `said` beside it tells of. What is no plain object or
 * list (a stream, a date) stays as it is.
 */
export function inLanguage<Value>(value: Value, language: MessageLanguage): Value;
export function inLanguage(value: unknown, language: MessageLanguage): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => inLanguage(item, language));
  if (!isMap(value)) return value;
  const { said, ...fields } = value;
  const translated = Object.fromEntries(
    Object.entries(fields).map(([field, item]) => {
      const own = isMap(said) && Object.hasOwn(said, field) ? (said[field] as Message) : null;
      return [field, own && isSayable(own) ? say(own, language) : inLanguage(item, language)];
    }),
  );
  return said === undefined ? translated : { ...translated, said };
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
