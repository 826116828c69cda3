import type { SyntaxProblem } from '../../diagnostics/messages/params';
import { isTermKey } from '../term-keys';
import { readFaultyLine, replaceValue, type FaultyLine, type LineRepair } from './faulty-line';
import { repairEscapes } from './repair-escapes';
import { repairInnerQuotes, repairOpenQuote, repairTextAfterQuote, repairUnquoted } from './repair-quotes';

/** A key whose colon touches its value. A scheme (`http://`), a drive (`C:\`) and a time (`10:30`) are none. */
const TOUCHING_COLON = /^([ \t]*(?:- +)*[A-Za-z_][\w-]*:)([^\s:/\\].*?)[ \t]*$/;

/** A list in brackets without its end, nothing else opened in it. */
const OPEN_LIST = /^\[[^[\]{}#]*[^[\]{}#,\s]$/;

type Repair = (line: FaultyLine) => LineRepair | null;

const REPAIRS: Partial<Record<SyntaxProblem, Repair>> = {
  'inner-quotes': repairInnerQuotes,
  'text-after-quote': repairTextAfterQuote,
  'quoted-list': (line) => replaceValue(line, 'list-in-brackets', `[${line.written}]`),
  'unclosed-quote': repairOpenQuote,
  'bad-escape': repairEscapes,
  'reserved-start': repairUnquoted,
  'text-after-bracket': (line) => (isTermKey(line.key) ? null : repairUnquoted(line)),
  // In quotes the words of `categories: News: local` would still be terms of their own.
  'colon-in-value': (line) => (isTermKey(line.key) ? null : repairUnquoted(line)),
  'unclosed-bracket': (line) =>
    isTermKey(line.key) && OPEN_LIST.test(line.written)
      ? replaceValue(line, 'close-bracket', `${line.written}]`)
      : null,
};

/** How the faulty line of a problem is plainly meant; null where that is uncertain. */
export function repairLine(text: string, problem: SyntaxProblem): LineRepair | null {
  if (problem === 'missing-colon') return repairColon(text);
  const line = readFaultyLine(text);
  return (line && REPAIRS[problem]?.(line)) ?? null;
}

/** Puts a blank between a colon and the value that touches it. */
export function repairColon(text: string): LineRepair | null {
  const match = TOUCHING_COLON.exec(text);
  if (!match) return null;
  const [, head, value] = match;
  const end = head.length + value.length;
  return { kind: 'blank-after-colon', safe: true, start: head.length, end, before: ' ', value };
}
