import type { ScalarNode } from '../yaml/node';
import { isPlainText } from './plain-text';

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

const ESCAPED = /["\\\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/** What a single-quoted text cannot hold on one line. */
const NOT_SINGLE = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/**
 * A text as YAML in one line: in the style it had where that can hold it, without quotes where that is safe, else in double quotes.
 *
 * @param style the style of the scalar that it replaces; 'plain' for a new one
 */
export function scalarText(text: string, style: ScalarNode['style'], inFlow: boolean): string {
  if (style === 'single' && !NOT_SINGLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if ((style === 'plain' || style === 'block') && isPlainText(text, inFlow)) return text;
  return doubleQuoted(text);
}

/** A text in double quotes, which can hold any. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(ESCAPED, (character) => ESCAPES[character] ?? unicodeEscape(character))}"`;
}

function unicodeEscape(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** Whether a text can be written at all: half a surrogate pair has no UTF-8. */
export function isWritableText(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}
