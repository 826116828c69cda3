import type { SyntaxProblem } from '../../diagnostics/messages/params';
import { findBrokenQuotes } from './broken-quotes';
import { findStrictError, type ParseError, type ParseLimits } from './parse';
import type { YamlProblem } from './problem';

/** One line of a pair or list item: what stands before the value, the key, the value. */
const PAIR_LINE = /^(\s*(?:- +)*(?:([^\s:#][^:]*?)[ \t]*:(?=\s|$)[ \t]*)?)(.*?)\s*$/;

/** The line that an error stands in. */
interface ErrorLine {
  start: number;
  /** Where the value of its pair starts, and the value. */
  valueStart: number;
  value: string;
  key: string;
  end: number;
}

/**
 * Says what is wrong with a text that does not parse, and where. An own rule for quotes comes first: the parser's
 * column is often off there, and it is the commonest fault of real posts.
 *
 * @param error what the lax parser says; a strict parse says it nearer to the fault
 */
export function findProblem(yaml: string, error: ParseError, limits: ParseLimits): YamlProblem {
  return findBrokenQuotes(yaml) ?? describe(yaml, findStrictError(yaml, limits) ?? error);
}

function describe(yaml: string, error: ParseError): YamlProblem {
  const { offset, code, detail } = error;
  const line = lineAt(yaml, offset);
  const end = Math.min(Math.max(offset + 1, line.end), yaml.length);
  const found = yaml.slice(offset, end).trim();
  const toLineEnd = { start: offset, end };
  const [character = ''] = yaml.slice(offset, offset + 2);
  const oneCharacter = { start: offset, end: offset + character.length };
  switch (code) {
    case 'BAD_DQ_ESCAPE': {
      const [escape] = /\\[^]?/u.exec(yaml.slice(offset, offset + 3)) ?? [''];
      return { start: offset, end: offset + escape.length, problem: 'bad-escape', found: escape };
    }
    case 'TAB_AS_INDENT':
      return { ...oneCharacter, problem: 'tab-indent' };
    case 'BAD_SCALAR_START':
      return { ...oneCharacter, problem: 'reserved-start', found: character, key: line.key };
    case 'MULTILINE_IMPLICIT_KEY':
      return { ...toLineEnd, problem: 'missing-colon', found };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return describeColon(yaml, line, toLineEnd);
  }
  if (detail.startsWith('Missing closing')) return { ...toLineEnd, problem: 'unclosed-quote' };
  if (detail.startsWith('Implicit map keys')) return { ...toLineEnd, problem: 'missing-colon', found };
  if (detail.startsWith('Unexpected block-seq-ind'))
    return { ...toLineEnd, problem: 'list-in-line', key: line.key };
  if (/^Flow .* must/.test(detail)) return describeBracket(yaml, offset);
  return (
    describeValue(line, offset) ??
    (code === 'BAD_INDENT'
      ? { ...toLineEnd, problem: 'bad-indent' }
      : { ...toLineEnd, problem: 'other', detail: detail.split('\n', 1)[0] })
  );
}

/** A second colon in a value, or a pair on the next line that is indented like a part of the value. */
function describeColon(yaml: string, line: ErrorLine, place: { start: number; end: number }): YamlProblem {
  const found = yaml.slice(place.start, place.end);
  if (found.startsWith('- ')) return { ...place, problem: 'list-in-line', key: line.key };
  const reserved = describeValue(line, place.start);
  if (reserved) return reserved;
  if (/:(\s|$)/.test(found)) return { ...place, problem: 'colon-in-value', found, key: line.key };
  const next = /\n[ \t]*(\S[^\n]*?:)(?=\s)/.exec(yaml.slice(place.end));
  if (!next) return { ...place, problem: 'bad-indent' };
  const end = place.end + next.index + next[0].length;
  return { start: end - next[1].length, end, problem: 'bad-indent' };
}

/** A bracket that is never closed: the last one that was opened before the parser noticed. */
function describeBracket(yaml: string, offset: number): YamlProblem {
  const start = Math.max(yaml.lastIndexOf('[', offset - 1), yaml.lastIndexOf('{', offset - 1), 0);
  return { start, end: lineAt(yaml, start).end, problem: 'unclosed-bracket' };
}

/** A value that begins with a character which makes it something else than text. */
function describeValue({ valueStart, value, key, end }: ErrorLine, offset: number): YamlProblem | null {
  const [first] = value;
  if (valueStart > offset || first === undefined) return null;
  if (/[[{]/.test(first)) {
    return {
      problem: 'text-after-bracket',
      start: offset,
      end,
      key,
      found: value.slice(offset - valueStart),
    };
  }
  if (!/[*&!|>%@`?]/.test(first)) return null;
  const problem: SyntaxProblem = 'reserved-start';
  return { problem, start: valueStart, end: valueStart + 1, key, found: first };
}

function lineAt(yaml: string, offset: number): ErrorLine {
  const start = offset === 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1;
  const lineFeed = yaml.indexOf('\n', start);
  const text = yaml.slice(start, lineFeed === -1 ? yaml.length : lineFeed);
  const [, head = '', key = '', value = ''] = PAIR_LINE.exec(text) ?? [];
  return { start, key, value, valueStart: start + head.length, end: start + text.trimEnd().length };
}
