import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../diagnostics/line-index';
import { findControlCharacter } from './checks/control-characters';
import { findRefusedByLibyaml } from './checks/libyaml-limits';
import { findLosses } from './checks/losses';
import { quoteValueFix } from './fixes/quote-value';
import type { Header, HeaderEntry, ReadHeaderOptions } from './header';
import { DEFAULT_HEADER_LIMITS, type HeaderLimits } from './limits';
import { locate } from './locate';
import { foldDocument, type FoldProblem, type FoldedDocument } from './safe-yaml/fold';
import { findProblem } from './yaml/find-problem';
import type { YamlNode } from './yaml/node';
import { type ParsedTree, parseYaml } from './yaml/parse';
import type { YamlProblem } from './yaml/problem';

/**
 * Reads a front matter text as Jekyll 4.3.4 with safe_yaml 1.0.5 does: the same texts read, with the same typed values.
 * Never throws; what is wrong is in `diagnostics`, at ranges of this text.
 *
 * Size and nesting are limited before they can cost anything: a longer text is not looked at (`front-matter/too-large`),
 * a deeper one is left at that depth (`yaml/too-deep`).
 *
 * @param yaml the text between the fences (`splitFrame`)
 */
export function readHeader(yaml: string, options: ReadHeaderOptions = {}): Header {
  const limits = { ...DEFAULT_HEADER_LIMITS, ...options };
  if (yaml.length > limits.maxLength) return unreadable([tooLarge(yaml, limits)]);
  const index = createLineIndex(yaml);
  const control = findControlCharacter(yaml);
  if (control) return unreadable([syntaxError(yaml, control, index, options)]);
  const parsed = parseYaml(yaml, limits.maxDepth);
  switch (parsed.kind) {
    case 'error':
      return unreadable([syntaxError(yaml, findProblem(yaml, parsed.error), index, options)]);
    case 'too-deep': {
      const range = index.rangeOf(parsed.range.start, parsed.range.end);
      return unreadable([createDiagnostic({ ruleId: 'yaml/too-deep', range, params: { limit: limits.maxDepth } })]);
    }
    case 'tree':
      return readTree(yaml, parsed, index, options);
  }
}

function readTree(yaml: string, parsed: ParsedTree, index: LineIndex, options: ReadHeaderOptions): Header {
  const { root } = parsed;
  const limits = { ...DEFAULT_HEADER_LIMITS, ...options };
  const refused = findRefusedByLibyaml(root);
  if (refused) return unreadable([syntaxError(yaml, refused, index, options)]);
  const folded = foldDocument(root, limits.maxAliasedValues);
  if (!folded.ok) return unreadable([foldError(folded.problem, index, limits)]);
  const { value, valueOf } = folded;
  const isEmpty = value === null || value === false;
  if (!isEmpty && !(value instanceof Map)) return unreadable([notAMap(yaml, root, index)]);
  return {
    ok: true,
    map: value instanceof Map ? value : new Map(),
    isMap: value instanceof Map,
    entries: readEntries(root, valueOf),
    diagnostics: findLosses(yaml, parsed, valueOf, index),
    rangeOf(path) {
      const place = locate(root, path, valueOf);
      return place && index.rangeOf(place.start, place.end);
    },
  };
}

function readEntries(root: YamlNode, valueOf: FoldedDocument['valueOf']): HeaderEntry[] {
  if (root.kind !== 'map') return [];
  return root.pairs.map((pair) => {
    const key = valueOf(pair.key);
    return {
      key: typeof key === 'string' ? key : null,
      value: valueOf(pair.value),
      keyRange: { start: pair.key.start, end: pair.key.end },
      valueRange: { start: pair.value.start, end: pair.value.end },
      pair,
    };
  });
}

function unreadable(diagnostics: Diagnostic[]): Header {
  return { ok: false, map: new Map(), isMap: false, entries: [], diagnostics, rangeOf: () => null };
}

function tooLarge(yaml: string, { maxLength }: HeaderLimits): Diagnostic {
  const start = { line: 0, character: 0 };
  return createDiagnostic({
    ruleId: 'front-matter/too-large',
    range: { start, end: start },
    params: { length: yaml.length, limit: maxLength },
  });
}

function syntaxError(yaml: string, found: YamlProblem, index: LineIndex, options: ReadHeaderOptions): Diagnostic {
  const { start, end, ...named } = found;
  const fix = quoteValueFix(yaml, found, index, (text) => readHeader(text, options));
  return createDiagnostic({
    ruleId: 'yaml/syntax',
    range: index.rangeOf(start, end),
    params: named,
    ...(found.key && { path: [found.key] }),
    ...(fix && { fix }),
  });
}

function foldError({ kind, node }: FoldProblem, index: LineIndex, limits: HeaderLimits): Diagnostic {
  const range = index.rangeOf(node.start, node.end);
  switch (kind) {
    case 'bad-merge':
      return createDiagnostic({ ruleId: 'yaml/syntax', range, params: { problem: kind } });
    case 'circular-alias':
      return createDiagnostic({
        ruleId: 'yaml/circular-alias',
        range,
        params: { name: node.kind === 'alias' ? node.name : '' },
      });
    case 'too-many-aliases':
      return createDiagnostic({
        ruleId: 'yaml/too-many-aliases',
        range,
        params: { limit: limits.maxAliasedValues },
      });
  }
}

function notAMap(yaml: string, root: YamlNode, index: LineIndex): Diagnostic {
  const found = yaml.slice(root.start, root.end);
  const range = index.rangeOf(root.start, root.start + found.trimEnd().length);
  return createDiagnostic({ ruleId: 'yaml/not-a-map', range, params: { found } });
}
