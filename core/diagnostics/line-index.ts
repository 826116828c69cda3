import type { Position, Range } from './diagnostic';

/** Translates between offsets (UTF-16 code units from the start) and positions of one text. */
export interface LineIndex {
  readonly text: string;
  /** Number of lines; a text that ends with a line break has an empty last line. */
  readonly lineCount: number;
  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of a position; a character past its line is moved to the end of that line, before the line break. */
  offsetAt(position: Position): number;
  rangeOf(start: number, end: number): Range;
  /** A line without its line break; '' outside the text. */
  lineText(line: number): string;
}

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * Indexes the lines of a text. Line breaks are `\n`, `\r\n` and a lone `\r`, positions are counted in UTF-16 code units
 * (Language Server Protocol 3.17, "Text Documents").
 */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  const contentEnds: number[] = [];
  for (const match of text.matchAll(LINE_BREAK)) {
    contentEnds.push(match.index);
    starts.push(match.index + match[0].length);
  }
  contentEnds.push(text.length);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const positionAt = (offset: number): Position => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const line = lineOf(inside);
    return { line, character: inside - starts[line] };
  };

  return {
    text,
    lineCount: starts.length,
    positionAt,
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(starts[line] + Math.max(character, 0), contentEnds[line]);
    },
    rangeOf: (start, end) => ({ start: positionAt(start), end: positionAt(end) }),
    lineText: (line) =>
      line < 0 || line >= starts.length ? '' : text.slice(starts[line], contentEnds[line]),
  };
}
