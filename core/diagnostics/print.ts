import type { Diagnostic } from './diagnostic';
import { createLineIndex, type LineIndex } from './line-index';

/**
 * One line for terminals and logs: `file:line:column severity rule message`. Line and column are 1-based, the column is
 * counted in code points, so that an emoji before it counts once.
 *
 * @param file the path to print; the diagnostic's own `file` where it is empty
 * @param text the whole file, or its line index when many diagnostics of one file are printed; without it the column is
 *   counted in UTF-16 code units
 */
export function formatDiagnostic(diagnostic: Diagnostic, file: string, text?: string | LineIndex): string {
  const { line, column } = printedPosition(diagnostic, text);
  const name = file === '' ? (diagnostic.file ?? '') : file;
  return `${name}:${line}:${column} ${diagnostic.severity} ${diagnostic.ruleId} ${diagnostic.message}`;
}

/** Where a diagnostic starts as people count: 1-based line, 1-based column in code points. */
export function printedPosition(
  diagnostic: Diagnostic,
  text?: string | LineIndex,
): { line: number; column: number } {
  const { line, character } = diagnostic.range.start;
  if (text === undefined) return { line: line + 1, column: character + 1 };
  const index = typeof text === 'string' ? createLineIndex(text) : text;
  const before = index.lineText(line).slice(0, character);
  return { line: line + 1, column: [...before].length + 1 };
}
