import type { SyntaxProblem } from '../../diagnostics/messages/params';
import type { Fix } from '../../diagnostics/diagnostic';
import type { LineIndex } from '../../diagnostics/line-index';
import { isEql } from '../safe-yaml/value-map';
import type { Value } from '../value';
import type { YamlProblem } from '../yaml/problem';

/** One line `key: value`: what stands before the value, the key, the value. */
const PAIR = /^(([A-Za-z0-9_-]+):[ \t]+)(.*?)[ \t]*$/;

const FIXABLE = new Set<SyntaxProblem>([
  'inner-quotes',
  'colon-in-value',
  'reserved-start',
  'text-after-bracket',
]);

/** Keys in which brackets are meant as a list. */
const LIST_KEYS = new Set(['categories', 'category', 'tags', 'tag']);

/**
 * Offers to put the whole value of the faulty line in double quotes (escaping those inside). Only what is certain: the text
 * must then read with exactly the value that stands there, and with every other key as without that line's fault.
 *
 * @param read gives the value of a YAML text; null where it does not read
 */
export function quoteValueFix(
  yaml: string,
  problem: YamlProblem,
  index: LineIndex,
  read: (yaml: string) => Value,
): Fix | undefined {
  if (!FIXABLE.has(problem.problem)) return undefined;
  const { line } = index.positionAt(problem.start);
  const match = PAIR.exec(index.lineText(line));
  if (!match) return undefined;
  const [, head, key, written] = match;
  if (problem.problem === 'text-after-bracket' && LIST_KEYS.has(key)) return undefined;
  const text = problem.problem === 'inner-quotes' ? innerText(written) : plainText(written);
  if (text === null) return undefined;

  const start = index.offsetAt({ line, character: head.length });
  const range = index.rangeOf(start, start + written.length);
  const replaced = (value: string): string =>
    yaml.slice(0, start) + value + yaml.slice(start + written.length);
  const newText = `"${text.replace(/[\\"]/g, '\\$&')}"`;
  if (!readsAs(read(replaced(newText)), read(replaced('x')), key, text)) return undefined;
  const title = problem.problem === 'inner-quotes' ? 'Escape the inner quotes' : 'Put the value in quotes';
  return { title, edits: [{ range, newText }] };
}

/** What stands between the outer quotes, with `\"` and `\\` resolved; null where another backslash makes it uncertain. */
function innerText(written: string): string | null {
  if (written.length < 2 || !written.startsWith('"') || !written.endsWith('"')) return null;
  const inner = written.slice(1, -1);
  const unescaped = inner.replace(/\\["\\]/g, '');
  return unescaped.includes('\\') ? null : inner.replace(/\\(["\\])/g, '$1');
}

/** A value without quotes, where nothing in it can be meant otherwise (a comment, quotes around a part, an escape). */
function plainText(written: string): string | null {
  return /(^|\s)#|^['"]|\\|^[|>][-+\d]*$/.test(written) ? null : written;
}

function readsAs(fixed: Value, placeholder: Value, key: string, text: string): boolean {
  if (!(fixed instanceof Map) || !(placeholder instanceof Map)) return false;
  const expected = new Map(placeholder).set(key, text);
  return isEql(fixed, expected);
}
