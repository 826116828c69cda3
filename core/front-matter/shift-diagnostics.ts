import type { Diagnostic, Position, Range } from '../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../diagnostics/line-index';

/**
 * Moves diagnostics of a YAML text (`readHeader`) to the file that holds it, their fixes too. Only lines move,
 * and what stands on the first line, where the YAML starts within one.
 *
 * @param frame the file's frame, which says where the YAML starts
 * @param file the whole file without its byte order mark, or its line index
 */
export function shiftDiagnostics(
  diagnostics: Diagnostic[],
  frame: { yamlOffset: number },
  file: string | LineIndex,
): Diagnostic[] {
  const index = typeof file === 'string' ? createLineIndex(file.slice(0, frame.yamlOffset)) : file;
  const start = index.positionAt(frame.yamlOffset);
  return diagnostics.map((diagnostic) => shiftDiagnostic(diagnostic, start));
}

function shiftDiagnostic(diagnostic: Diagnostic, by: Position): Diagnostic {
  const { fix } = diagnostic;
  return {
    ...diagnostic,
    range: shiftRange(diagnostic.range, by),
    ...(fix && {
      fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, by) })) },
    }),
  };
}

function shiftRange({ start, end }: Range, by: Position): Range {
  return { start: shift(start, by), end: shift(end, by) };
}

function shift({ line, character }: Position, by: Position): Position {
  return { line: line + by.line, character: line === 0 ? character + by.character : character };
}
