import { createFix } from '../../diagnostics/create-fix';
import type { Fix } from '../../diagnostics/diagnostic';
import type { LineIndex } from '../../diagnostics/line-index';
import type { CutText } from '../checks/cut-by-comment';
import { doubleQuoted } from './quoted-text';

/** Takes a comment into the value before it, in quotes: an offer, since it may be a comment after all. */
export function quoteCutText(yaml: string, { node, end }: CutText, index: LineIndex): Fix | undefined {
  const isEmpty = node.end === node.start;
  const start = isEmpty ? yaml.indexOf('#', node.end) : node.start;
  const text = yaml.slice(start, end);
  if (node.style !== 'plain' || node.tag !== null || node.anchor !== null || /[\\\r\n]/.test(text))
    return undefined;
  const range = index.rangeOf(start, end);
  return createFix({ kind: 'quote-value', safe: false, edits: [{ range, newText: doubleQuoted(text) }] });
}
