import { printedPosition, createLineIndex } from '../../../../../core/diagnostics';
import type { PlacedDiagnostic } from '../../../../../core/admin/import';
import { readPostFile } from '../../../../../core/jekyll';
import type { Settings } from '../../../../../core/settings';

/** The problems of a file's text, found by the functions that import it. */
export function problemsOfText(path: string, text: string, settings: Settings): PlacedDiagnostic[] {
  const { diagnostics } = readPostFile({ path, bytes: new TextEncoder().encode(text) }, settings);
  const lines = createLineIndex(text);
  return diagnostics.map((diagnostic) => ({ ...diagnostic, ...printedPosition(diagnostic, lines) }));
}
