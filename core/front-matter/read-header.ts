import { createDiagnostic } from '../diagnostics/create';
import { createLineIndex } from '../diagnostics/line-index';
import type { Header, ReadHeaderOptions } from './header';
import { DEFAULT_HEADER_LIMITS } from './limits';
import { foldDocument } from './safe-yaml/fold';
import { parseYaml } from './yaml/parse';

export function readHeader(yaml: string, options: ReadHeaderOptions = {}): Header {
  const result = parseYaml(yaml, options.maxDepth ?? DEFAULT_HEADER_LIMITS.maxDepth);
  const empty: Header = { ok: false, map: new Map(), isMap: false, entries: [], diagnostics: [], rangeOf: () => null };
  const index = createLineIndex(yaml);
  if (result.kind !== 'tree') {
    return {
      ...empty,
      diagnostics: [createDiagnostic({ ruleId: 'yaml/syntax', range: index.rangeOf(0, 0), params: { problem: 'other', detail: JSON.stringify(result) } })],
    };
  }
  const folded = foldDocument(result.root, DEFAULT_HEADER_LIMITS.maxAliasedValues);
  if (!folded.ok) return empty;
  const { value } = folded;
  if (value === null || value === false) return { ...empty, ok: true };
  if (!(value instanceof Map)) return empty;
  return {
    ...empty,
    ok: true,
    isMap: true,
    map: value,
    entries:
      result.root.kind === 'map'
        ? result.root.pairs.map((pair) => {
            const key = folded.valueOf(pair.key);
            return {
              key: typeof key === 'string' ? key : null,
              value: folded.valueOf(pair.value),
              keyRange: { start: pair.key.start, end: pair.key.end },
              valueRange: { start: pair.value.start, end: pair.value.end },
              pair,
            };
          })
        : [],
  };
}
