import type { TextEdit } from '../../diagnostics/diagnostic';
import type { LineIndex } from '../../diagnostics/line-index';
import type { LineRepair } from './faulty-line';

/** A line and what it becomes; its end and number stay. */
export interface RepairedLine extends LineRepair {
  line: number;
}

/** A text with each repaired line's value, or another one in its place. */
export function withValues(
  index: LineIndex,
  repairs: readonly RepairedLine[],
  valueOf: (repair: RepairedLine) => string,
): string {
  let text = index.text;
  for (const repair of [...repairs].sort((a, b) => b.line - a.line)) {
    const start = index.offsetAt({ line: repair.line, character: repair.start });
    const end = start + repair.end - repair.start;
    text = text.slice(0, start) + repair.before + valueOf(repair) + text.slice(end);
  }
  return text;
}

/** The edit of a repair; where it only adds characters in one place, it touches nothing else. */
export function editOf(index: LineIndex, { line, start, end, before, value }: RepairedLine): TextEdit {
  const written = index.lineText(line).slice(start, end);
  const newText = before + value;
  const edit = (from: number, to: number, text: string): TextEdit => ({
    range: { start: { line, character: from }, end: { line, character: to } },
    newText: text,
  });
  if (newText.startsWith(written)) return edit(end, end, newText.slice(written.length));
  if (newText.endsWith(written)) return edit(start, start, newText.slice(0, -written.length));
  return edit(start, end, newText);
}
