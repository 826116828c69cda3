import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../diagnostics/line-index';
import { findControlCharacter } from './checks/control-characters';
import { findRefusedByLibyaml } from './checks/libyaml-limits';
import { findLosses } from './checks/losses';
import type { ReadAttempt } from './fixes/attempt';
import { fixTouchingColons } from './fixes/fix-lines';
import { syntaxFix } from './fixes/syntax-fix';
import type { Header, HeaderEntry, ReadHeaderOptions } from './header';
import { DEFAULT_HEADER_LIMITS, type HeaderLimits } from './limits';
import { locate } from './locate';
import { recentHeader } from './recent-headers';
import { foldDocument, type FoldedDocument, type FoldProblem } from './safe-yaml/fold';
import type { Value } from './value';
import { findProblem } from './yaml/find-problem';
import type { OffsetRange, YamlNode } from './yaml/node';
import { type ParsedTree, parseYaml } from './yaml/parse';
import type { YamlProblem } from './yaml/problem';

/** A text that parsed and folded to nothing or to a map, or why not. */
type Reading =
  | { kind: 'read'; parsed: ParsedTree; folded: FoldedDocument }
  | { kind: 'too-large' }
  | { kind: 'too-deep'; range: OffsetRange }
  | { kind: 'syntax'; problem: YamlProblem }
  | { kind: 'fold'; problem: FoldProblem }
  | { kind: 'not-a-map'; root: YamlNode };

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
  return recentHeader(yaml, limits, () => readAnew(yaml, limits));
}

function readAnew(yaml: string, limits: HeaderLimits): Header {
  const reading = read(yaml, limits);
  if (reading.kind !== 'read') {
    const diagnostics = [explain(yaml, reading, limits)];
    return {
      ok: false,
      map: new Map(),
      isMap: false,
      entries: [],
      root: null,
      diagnostics,
      rangeOf: () => null,
    };
  }
  const { parsed, folded } = reading;
  const { value, valueOf } = folded;
  const index = createLineIndex(yaml);
  return {
    ok: true,
    map: value instanceof Map ? value : new Map<Value, Value>(),
    isMap: value instanceof Map,
    entries: readEntries(parsed.root, valueOf),
    root: parsed.root,
    diagnostics: findLosses(yaml, parsed, valueOf, index),
    rangeOf(path) {
      const place = locate(parsed.root, path, valueOf);
      return place && index.rangeOf(place.start, place.end);
    },
  };
}

function read(yaml: string, limits: HeaderLimits): Reading {
  if (yaml.length > limits.maxLength) return { kind: 'too-large' };
  const control = findControlCharacter(yaml);
  if (control) return { kind: 'syntax', problem: control };
  const parsed = parseYaml(yaml, limits);
  if (parsed.kind === 'too-deep') return parsed;
  if (parsed.kind === 'error') return { kind: 'syntax', problem: findProblem(yaml, parsed.error, limits) };
  const refused = findRefusedByLibyaml(yaml, parsed.root);
  if (refused) return { kind: 'syntax', problem: refused };
  const folded = foldDocument(parsed.root, limits.maxAliasedValues);
  if (!folded.ok) return { kind: 'fold', problem: folded.problem };
  const isHeader = folded.value === null || folded.value === false || folded.value instanceof Map;
  return isHeader ? { kind: 'read', parsed, folded } : { kind: 'not-a-map', root: parsed.root };
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

function explain(
  yaml: string,
  reading: Exclude<Reading, { kind: 'read' }>,
  limits: HeaderLimits,
): Diagnostic {
  if (reading.kind === 'too-large') {
    const start = { line: 0, character: 0 };
    const params = { length: yaml.length, limit: limits.maxLength };
    return createDiagnostic({ ruleId: 'front-matter/too-large', range: { start, end: start }, params });
  }
  const index = createLineIndex(yaml);
  const rangeOf = ({ start, end }: OffsetRange) => index.rangeOf(start, end);
  switch (reading.kind) {
    case 'too-deep':
      return createDiagnostic({
        ruleId: 'yaml/too-deep',
        range: rangeOf(reading.range),
        params: { limit: limits.maxDepth },
      });
    case 'syntax':
      return explainSyntax(yaml, reading.problem, index, limits);
    case 'fold':
      return explainFold(reading.problem, rangeOf(reading.problem.node), limits);
    case 'not-a-map': {
      const found = yaml.slice(reading.root.start, reading.root.end).trimEnd();
      const end = reading.root.start + found.length;
      const range = rangeOf({ start: reading.root.start, end });
      const fix = fixTouchingColons(yaml, attemptWith(limits));
      return createDiagnostic({ ruleId: 'yaml/not-a-map', range, params: { found }, fix });
    }
  }
}

function explainSyntax(yaml: string, found: YamlProblem, index: LineIndex, limits: HeaderLimits): Diagnostic {
  const { start, end, ...params } = found;
  return createDiagnostic({
    ruleId: 'yaml/syntax',
    range: index.rangeOf(start, end),
    params,
    ...(found.key && { path: [found.key] }),
    fix: syntaxFix(yaml, found, attemptWith(limits)),
  });
}

function attemptWith(limits: HeaderLimits): ReadAttempt {
  return (yaml) => {
    const reading = read(yaml, limits);
    if (reading.kind === 'syntax') return { problem: reading.problem };
    return reading.kind === 'read' ? { value: reading.folded.value } : null;
  };
}

function explainFold(
  { kind, node }: FoldProblem,
  range: Diagnostic['range'],
  limits: HeaderLimits,
): Diagnostic {
  switch (kind) {
    case 'bad-merge':
      return createDiagnostic({ ruleId: 'yaml/syntax', range, params: { problem: kind } });
    case 'circular-alias': {
      const name = node.kind === 'alias' ? node.name : '';
      return createDiagnostic({ ruleId: 'yaml/circular-alias', range, params: { name } });
    }
    case 'too-many-aliases':
      return createDiagnostic({
        ruleId: 'yaml/too-many-aliases',
        range,
        params: { limit: limits.maxAliasedValues },
      });
  }
}
