import type { FixKind } from '../../diagnostics/fix-kind';

/** One line `key: value` or `- value` with a fault in its value. */
export interface FaultyLine {
  /** The line without its end. */
  text: string;
  /** '' for an item of a list. */
  key: string;
  /** Columns of the value, blanks around it not counted. */
  start: number;
  end: number;
  /** The value as it stands. */
  written: string;
}

/** What is to stand in place of a line's value. */
export interface LineRepair {
  kind: FixKind;
  /** Whether nothing else can well have been meant. */
  safe: boolean;
  /** Columns that are replaced. */
  start: number;
  end: number;
  /** What then stands before the value: a blank where one is missing. */
  before: '' | ' ';
  /** The value as YAML. */
  value: string;
}

const KEY = `[^\\s"'#&*!|>%@\`\\[\\]{},?:-][^:#"']*?`;
const LINE = new RegExp(
  `^((?:[ \\t]*(?:- +)*)(?:(${KEY}|"[^"\\\\]*"|'[^']*')[ \\t]*:[ \\t]+)?)(\\S.*?)?[ \\t]*$`,
  'u',
);

/** Takes a line apart; null for one that is neither a pair nor an item of a list, or has no value. */
export function readFaultyLine(text: string): FaultyLine | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const [, head, key = '', written] = match;
  if (written === undefined || (key === '' && !/- +$/.test(head))) return null;
  const start = head.length;
  return {
    text,
    key: key.replace(/^["']|["']$/g, ''),
    start,
    end: start + written.length,
    written,
  };
}

/** A repair that puts another text in place of the whole value. */
export function replaceValue(line: FaultyLine, kind: FixKind, value: string, safe = true): LineRepair {
  return { kind, safe, start: line.start, end: line.end, before: '', value };
}
