import { applyEdits } from '../../diagnostics/apply-edits';
import { createFix } from '../../diagnostics/create-fix';
import type { Fix, TextEdit } from '../../diagnostics/diagnostic';
import { createLineIndex } from '../../diagnostics/line-index';
import { isEql } from '../safe-yaml/value-map';
import { valueOf, type ReadAttempt } from './attempt';

/** Tabs in the blanks that indent a line. */
const TABBED_INDENT = /^ *\t[ \t]*(?=\S)/;

/** How wide editors show a tab. */
const WIDTHS = [2, 4, 8];

/** Puts spaces in place of the tabs that indent lines, where the text means the same however wide a tab was shown. */
export function fixTabs(yaml: string, attempt: ReadAttempt): Fix | undefined {
  const edits = WIDTHS.map((width) => editsFor(yaml, width));
  const [first, ...others] = edits.map((these) => valueOf(attempt(applyEdits(yaml, these) ?? yaml)));
  if (!(first instanceof Map) || !others.every((value) => isEql(value, first))) return undefined;
  return createFix({ kind: 'spaces-for-tabs', safe: true, edits: edits[0] });
}

function editsFor(yaml: string, width: number): TextEdit[] {
  const index = createLineIndex(yaml);
  return Array.from({ length: index.lineCount }, (_, line) => line).flatMap((line) => {
    const indent = TABBED_INDENT.exec(index.lineText(line))?.[0];
    if (indent === undefined) return [];
    const range = { start: { line, character: 0 }, end: { line, character: indent.length } };
    return [{ range, newText: indent.replaceAll('\t', ' '.repeat(width)) }];
  });
}
