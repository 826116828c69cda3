import type { RuleId } from './rules';
import type { Severity } from './severity';

/** A place in a text, as in the Language Server Protocol 3.17: 0-based line, 0-based UTF-16 code unit in the line. */
export interface Position {
  line: number;
  character: number;
}

/** A half-open stretch of text: `end` is the position after the last character. */
export interface Range {
  start: Position;
  end: Position;
}

/** A replacement of one range, as in the Language Server Protocol. */
export interface TextEdit {
  range: Range;
  newText: string;
}

/** A change that solves a problem, offered to the editor and applied by `validate --fix`. */
export interface Fix {
  /** What it does, in English ("Escape the inner quotes"). */
  title: string;
  edits: TextEdit[];
}

/** Values that a message names: `{found}`, `{expected}`; kept so that the message can be shown in another language. */
export type MessageParams = Record<string, string | number>;

/**
 * One problem of one file. Positions count from the first character of the whole file, header fence included
 * (a byte order mark is not counted); in a post's stored front matter they count from the first character of the YAML text.
 */
export interface Diagnostic {
  ruleId: RuleId;
  severity: Severity;
  /** English; `translateMessage` gives the other languages from `ruleId` and `params`. */
  message: string;
  params: MessageParams;
  /** Path relative to the site root, with forward slashes. */
  file?: string;
  range: Range;
  /** The front matter key concerned, with list indexes as strings: `['categories', '1']`. */
  path?: string[];
  fix?: Fix;
}
