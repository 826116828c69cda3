import { findBrokenQuotes } from './broken-quotes';
import { findStrictError, type ParseError } from './parse';
import type { YamlProblem } from './problem';

/**
 * Says what is wrong with a text that does not parse, and where. An own rule for quotes comes first: the parser's
 * column is often off there, and it is the commonest fault of real posts.
 */
export function findProblem(yaml: string, error: ParseError, maxDepth: number): YamlProblem {
  return findBrokenQuotes(yaml) ?? describe(yaml, findStrictError(yaml, maxDepth) ?? error);
}

function describe(yaml: string, { offset, code, detail }: ParseError): YamlProblem {
  const line = lineAt(yaml, offset);
  const end = Math.max(offset + 1, line.start + line.text.trimEnd().length);
  const at = { start: offset, end: Math.min(end, yaml.length) };
  const found = line.text.slice(offset - line.start).trim();
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return {
        ...at,
        end: Math.min(offset + 2, yaml.length),
        problem: 'bad-escape',
        found: found.slice(0, 2),
      };
    case 'BAD_SCALAR_START':
      return { ...at, end: offset + 1, problem: 'reserved-start', found: found.slice(0, 1), key: line.key };
    case 'TAB_AS_INDENT':
      return { ...at, end: offset + 1, problem: 'tab-indent' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        ...at,
        problem: found.startsWith('- ') ? 'list-in-line' : 'colon-in-value',
        found,
        key: line.key,
      };
    case 'BAD_INDENT':
      return { ...at, problem: /^Flow/.test(detail) ? 'unclosed-bracket' : 'bad-indent' };
    case 'MULTILINE_IMPLICIT_KEY':
      return { ...at, problem: 'missing-colon', found };
    case 'MISSING_CHAR':
      return { ...at, ...describeMissing(yaml, offset, detail, found) };
    case 'UNEXPECTED_TOKEN':
      return detail.startsWith('Unexpected block-seq-ind')
        ? { ...at, problem: 'list-in-line' }
        : { ...at, problem: 'other', detail: firstSentence(detail) };
    default:
      return { ...at, problem: 'other', detail: firstSentence(detail) };
  }
}

function describeMissing(
  yaml: string,
  offset: number,
  detail: string,
  found: string,
): Omit<YamlProblem, 'start' | 'end'> {
  if (detail.startsWith('Missing closing')) return { problem: 'unclosed-quote' };
  if (detail.startsWith('Implicit map keys')) return { problem: 'missing-colon', found };
  if (/^Flow .* must end/.test(detail)) return { problem: 'unclosed-bracket' };
  return { problem: 'other', detail: firstSentence(detail), found: yaml.slice(offset, offset + 1) };
}

function firstSentence(detail: string): string {
  return detail.split('\n', 1)[0];
}

function lineAt(yaml: string, offset: number): { start: number; text: string; key: string } {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const [text] = yaml.slice(start).split(/\r?\n/, 1);
  return { start, text, key: /^\s*([^\s:#][^:]*):/.exec(text)?.[1] ?? '' };
}
