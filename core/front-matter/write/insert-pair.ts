import type { Header, HeaderEntry } from '../header';
import { lineEndOf, lineStart, nextLineStart } from './lines';
import type { Splice } from './splice';

/** The order in which new keys enter a header. */
const KEY_ORDER = ['layout', 'title', 'slug', 'date', 'categories', 'tags'];

/**
 * The change that adds a pair: after its nearest predecessor in the usual order, else after the last pair; with the header's
 * own indent and line ends.
 *
 * @param lineEnd for a header that has none yet
 */
export function insertPair(
  yaml: string,
  header: Header,
  key: string,
  valueText: string,
  lineEnd: string,
): Splice {
  const predecessors = KEY_ORDER.slice(0, Math.max(0, KEY_ORDER.indexOf(key))).reverse();
  const entryOf = (name: string): HeaderEntry | undefined =>
    header.entries.findLast((entry) => entry.key === name);
  const predecessor = predecessors.map(entryOf).find((entry) => entry !== undefined) ?? header.entries.at(-1);
  const start = predecessor ? endOfPair(yaml, predecessor) : yaml.length;
  const first = header.entries[0];
  const indent = first ? (/^ */.exec(yaml.slice(lineStart(yaml, first.keyRange.start)))?.[0] ?? '') : '';
  const end = lineEndOf(yaml, lineEnd);
  const line = `${indent}${key}: ${valueText}${end}`;
  const isLineStart = start === 0 || yaml[start - 1] === '\n';
  return { start, end: start, text: isLineStart ? line : end + line.slice(0, -end.length) };
}

/** Where the lines of a pair end. A block that keeps its last blank lines (`|+`) owns those. */
export function endOfPair(yaml: string, { pair }: HeaderEntry): number {
  const { value, colonEnd } = pair;
  const end = nextLineStart(yaml, Math.max(value.end, colonEnd));
  const keepsBlankLines =
    value.kind === 'scalar' && value.style === 'block' && /^.[1-9]?\+/.test(yaml.slice(value.start));
  if (!keepsBlankLines) return end;
  return end + (/^(?:[ \t]*\r?\n)*/.exec(yaml.slice(end))?.[0].length ?? 0);
}
