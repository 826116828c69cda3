import { toRubyString } from '../ruby-text';
import { guessType } from '../safe-yaml/guess-type';
import { isEql } from '../safe-yaml/value-map';
import type { Value } from '../value';

/**
 * What a key can be set to: a text, a list of terms, a boolean, or a date in the form in which it shall stand
 * (`2021-12-08 10:46:18 +0800`).
 */
export type WritableValue = string | string[] | boolean | { date: { text: string } };

/** The keys whose text Jekyll splits at blanks into terms. */
const WORD_KEYS = new Set(['categories', 'tags']);

/** Whether a text under a key is a list of words. */
export function isWordKey(key: string): boolean {
  return WORD_KEYS.has(key);
}

/**
 * Whether a key that reads as this already says what is wanted, so that its text stays: texts and terms by their Ruby
 * text (`2021` says "2021"), a list also where it is written as a string of words.
 */
export function saysAlready(key: string, value: Value, wanted: WritableValue): boolean {
  if (typeof wanted === 'string') return isScalar(value) && toRubyString(value) === wanted;
  if (Array.isArray(wanted)) {
    const items = typeof value === 'string' && isWordKey(key) ? splitWords(value) : value;
    return (
      Array.isArray(items) &&
      items.length === wanted.length &&
      items.every((item, index) => isScalar(item) && toRubyString(item) === wanted[index])
    );
  }
  return readsBack(key, value, wanted);
}

/** Whether a key that was written reads as what was wanted. */
export function readsBack(key: string, value: Value, wanted: WritableValue): boolean {
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return value === wanted;
  if (Array.isArray(wanted)) return saysAlready(key, value, wanted);
  return value === wanted.date.text || isEql(value, guessType(wanted.date.text));
}

/** The words of a `categories` or `tags` text, as Ruby's `String#split` cuts it: at ASCII blanks. */
export function splitWords(text: string): string[] {
  return text.split(/[ \t\n\v\f\r\0]+/).filter((word) => word !== '');
}

/** Whether a value is one text, number, date …, and not nil. */
function isScalar(value: Value): boolean {
  return value !== null && !Array.isArray(value) && !(value instanceof Map);
}
