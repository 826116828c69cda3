import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../diagnostics/line-index';

/**
 * Moves diagnostics of a YAML text (`readHeader`) to the file that holds it, their fixes too. The YAML starts at the start of a line,
 * so only lines move.
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
  const lines = index.positionAt(frame.yamlOffset).line;
  return diagnostics.map((diagnostic) => shiftDiagnostic(diagnostic, lines));
}

function shiftDiagnostic(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { fix } = diagnostic;
  return {
    ...diagnostic,
    range: shiftRange(diagnostic.range, lines),
    ...(fix && {
      fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, lines) })) },
    }),
  };
}

function shiftRange({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}
