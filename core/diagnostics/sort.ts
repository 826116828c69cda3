import type { Diagnostic } from './diagnostic';

/** Diagnostics in the order in which they stand in the text; those of one place keep their order. */
export function sortByPosition(diagnostics: Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
}
