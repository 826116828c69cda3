import { createFix } from '../../diagnostics/create-fix';
import type { Fix } from '../../diagnostics/diagnostic';
import type { LineIndex } from '../../diagnostics/line-index';
import { isEql } from '../safe-yaml/value-map';
import type { Value } from '../value';
import type { YamlNode } from '../yaml/node';
import type { OverriddenPair } from '../checks/duplicate-keys';

/**
 * Removes the line of a pair that a later one overrides. Jekyll reads the same without it; but where the two values differ,
 * the one that is lost may be the right one, and an editor has to look. Only for a pair that is alone in its line, names
 * nothing (`&name`) that others repeat, and has no comment.
 */
export function fixOverriddenPair(
  { pair, last }: OverriddenPair,
  valueOf: (node: YamlNode) => Value,
  index: LineIndex,
): Fix | undefined {
  const { key, value } = pair;
  const start = index.positionAt(key.propsStart);
  const end = index.positionAt(Math.max(value.end, pair.colonEnd));
  const line = index.lineText(start.line);
  const isAlone = /^[ ]*$/.test(line.slice(0, start.character)) && /^[ \t]*$/.test(line.slice(end.character));
  const isName =
    [key, value].some(({ anchor }) => anchor !== null) || value.kind === 'map' || value.kind === 'list';
  if (start.line !== end.line || !isAlone || pair.explicit || isName) return undefined;
  const range = { start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } };
  return createFix({
    kind: 'remove-line',
    safe: isEql(valueOf(value), valueOf(last.value)),
    edits: [{ range, newText: '' }],
  });
}
