import type { TextEdit } from './diagnostic';
import { createLineIndex } from './line-index';

/**
 * A text with edits made in it. All ranges are those of the text as it is given, in any order, as in the Language Server
 * Protocol.
 *
 * @returns null where two edits overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | null {
  const index = createLineIndex(text);
  const splices = edits
    .map(({ range, newText }) => ({
      start: index.offsetAt(range.start),
      end: index.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let offset = 0;
  for (const { start, end, newText } of splices) {
    if (start < offset) return null;
    result += text.slice(offset, start) + newText;
    offset = end;
  }
  return result + text.slice(offset);
}
