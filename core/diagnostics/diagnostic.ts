import type { FixKind } from './fix-kind';
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

/** A change that solves a problem, offered to the editor. */
export interface Fix {
  kind: FixKind;
  /** What it does, in English ("Escape the inner quotes"); `fixTitle` gives the other languages from `kind` and `params`. */
  title: string;
  /** Values that the title names. */
  params?: Record<string, string>;
  /**
   * Whether it may be applied unasked, as `validate --fix` does: it makes something that Jekyll cannot read be read as
   * it is plainly meant, or changes nothing of what Jekyll reads. Any other fix is an offer that an editor has to judge.
   */
  safe: boolean;
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
