import { isTermKey } from '../term-keys';
import type { YamlProblem } from './problem';

/** One line `key: "…` or `- "…`, up to and with the opening quote. */
const QUOTED_VALUE = /^ *(?:- +)*(?:([^\s'"#&*![{:-][^'"#]*?|"[^"\\]*"|'[^']*')[ \t]*:[ \t]+)?(["'])/;

/** Several quoted texts with commas between them. */
const QUOTED_LIST = /^(?:"[^"\\]*"|'[^']*')(?:[ \t]*,[ \t]*(?:"[^"\\]*"|'[^']*'))+$/;

/**
 * The first line whose quoted value is closed too early: a quote inside that is not escaped, with text behind it.
 * Null where there is none. A quoted value that runs over several lines is left to the parser.
 */
export function findBrokenQuotes(yaml: string): YamlProblem | null {
  let lineStart = 0;
  while (lineStart < yaml.length) {
    const lineFeed = yaml.indexOf('\n', lineStart);
    const lineEnd = lineFeed === -1 ? yaml.length : lineFeed;
    const problem = checkLine(yaml, yaml.slice(lineStart, lineEnd).trimEnd(), lineStart);
    if (problem) return problem;
    lineStart = lineEnd + 1;
  }
  return null;
}

function checkLine(yaml: string, line: string, lineStart: number): YamlProblem | null {
  const match = QUOTED_VALUE.exec(line);
  if (!match) return null;
  const [head, name, quote] = match;
  const close = closingQuote(line, head.length, quote);
  if (close === -1) return null;
  const behind = line.slice(close + 1);
  // A comment, or a colon that makes the quoted text a key.
  if (/^[ \t]*(:[ \t]|:$|$)/.test(behind) || /^[ \t]+#/.test(behind)) return null;
  const start = lineStart + close;
  const key = name?.replace(/^["']|["']$/g, '') ?? keyAbove(yaml, lineStart);
  const value = line.slice(head.length - 1);
  if (isTermKey(key) && name !== undefined && QUOTED_LIST.test(value)) {
    const valueStart = lineStart + head.length - 1;
    return { problem: 'quoted-list', start: valueStart, end: valueStart + value.length, key, found: value };
  }
  if (quote === '"' && line.endsWith('"')) return { problem: 'inner-quotes', start, end: start + 1, key };
  const found = behind.trim();
  const textStart = lineStart + line.length - behind.trimStart().length;
  return { problem: 'text-after-quote', start: textStart, end: textStart + found.length, key, found };
}

/** The key of the list that a line stands in. */
function keyAbove(yaml: string, lineStart: number): string {
  const lines = yaml.slice(0, lineStart).split('\n').reverse();
  return (
    lines.map((line) => /^ *([^\s:#-][^:]*):\s*$/.exec(line)?.[1]).find((key) => key !== undefined) ?? ''
  );
}

function closingQuote(line: string, from: number, quote: string): number {
  for (let index = from; index < line.length; index += 1) {
    if (quote === '"' && line[index] === '\\') index += 1;
    else if (line[index] === quote) {
      if (quote === '"' || line[index + 1] !== "'") return index;
      index += 1;
    }
  }
  return -1;
}
