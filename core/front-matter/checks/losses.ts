import { createDiagnostic } from '../../diagnostics/create';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { LineIndex } from '../../diagnostics/line-index';
import { toRubyString } from '../ruby-text';
import type { Value } from '../value';
import type { YamlNode } from '../yaml/node';
import type { ParsedTree } from '../yaml/parse';
import { findCutTexts } from './cut-by-comment';
import { fixOverriddenPair } from '../fixes/fix-overridden-pair';
import { quoteCutText } from '../fixes/quote-cut-text';
import { findOverriddenPairs } from './duplicate-keys';

/** What a valid text says and nobody gets: overridden keys, cut texts, lines behind the end. In the order of the text. */
export function findLosses(
  yaml: string,
  { root, rest }: ParsedTree,
  valueOf: (node: YamlNode) => Value,
  index: LineIndex,
): Diagnostic[] {
  const overridden = findOverriddenPairs(root, valueOf).map((overridden) =>
    createDiagnostic({
      ruleId: 'yaml/duplicate-key',
      range: index.rangeOf(overridden.pair.key.start, overridden.pair.key.end),
      params: { key: toRubyString(valueOf(overridden.pair.key)) },
      path: overridden.path,
      fix: fixOverriddenPair(overridden, valueOf, index),
    }),
  );
  const cut = findCutTexts(yaml, root, valueOf).map((cut) =>
    createDiagnostic({
      ruleId: 'value/cut-by-comment',
      range: index.rangeOf(cut.start, cut.end),
      params: { key: cut.path.join('.'), kept: cut.kept, lost: cut.lost },
      path: cut.path,
      fix: quoteCutText(yaml, cut, index),
    }),
  );
  const found = [...overridden, ...cut];
  if (rest) {
    const lost = yaml.slice(rest.start, rest.end).trimEnd();
    const range = index.rangeOf(rest.start, rest.start + lost.length);
    const [firstLine] = lost.split(/[\r\n]/, 1);
    found.push(createDiagnostic({ ruleId: 'yaml/content-after-end', range, params: { found: firstLine } }));
  }
  return found.sort(byPosition);
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
