import { applyEdits } from '../../diagnostics/apply-edits';
import { createFix } from '../../diagnostics/create-fix';
import type { Fix, TextEdit } from '../../diagnostics/diagnostic';
import { createLineIndex } from '../../diagnostics/line-index';
import { findControlCharacters } from '../checks/control-characters';
import { valueOf, type ReadAttempt } from './attempt';

/** Breaks between words, as word processors leave them. */
const WORD_BREAK = /[\v\f]/;
/** Nothing that can be seen. The C1 characters are none of them: in a file that was decoded wrongly they stand for quotes and dashes. */
const INVISIBLE = /[\x00-\x1f\x7f\uFFFE\uFFFF]/;

/** Removes all control characters, where none of them can stand for something else. */
export function fixControlCharacters(yaml: string, attempt: ReadAttempt): Fix | undefined {
  const index = createLineIndex(yaml);
  const edits: TextEdit[] = [];
  for (const { start, end } of findControlCharacters(yaml)) {
    const character = yaml.slice(start, end);
    if (!INVISIBLE.test(character)) return undefined;
    edits.push({ range: index.rangeOf(start, end), newText: WORD_BREAK.test(character) ? ' ' : '' });
  }
  const fixed = applyEdits(yaml, edits);
  if (fixed === null || !(valueOf(attempt(fixed)) instanceof Map)) return undefined;
  return createFix({ kind: 'remove-control-characters', safe: true, edits });
}
