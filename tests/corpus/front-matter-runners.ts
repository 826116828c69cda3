import { decodeUtf8, readHeader, splitFrame } from '../../core/front-matter';
import { foldDocument } from '../../core/front-matter/safe-yaml/fold';
import { parseYaml } from '../../core/front-matter/yaml/parse';
import type { Failure } from './closing-lines';
import { fileBytes, type CaseFile } from './site-runner';
import { encode, isSame } from './jekyll-values';

/** Compares field by field what the answer has. */
function compareFields(actual: Record<string, unknown>, expected: Record<string, unknown>): Failure[] {
  return Object.keys(expected)
    .filter((field) => field in actual && !isSame(actual[field], expected[field]))
    .map((field) => ({ field, expected: expected[field], actual: actual[field] }));
}

/** Where front matter is found. */
export function runHeader({ file }: { file: CaseFile }, expected: Record<string, unknown>): Failure[] {
  const decoded = decodeUtf8(fileBytes(file));
  if (!decoded.ok) return compareFields({ document_matches: false }, expected);
  const { hasHeader, open, yaml, body } = splitFrame(decoded.text);
  // The answers give a file without front matter whole, its byte order mark included.
  const content = decoded.bom && !hasHeader ? `\uFEFF${body}` : body;
  return compareFields(
    { document_matches: hasHeader, yaml: hasHeader ? open + yaml : null, content },
    expected,
  );
}

interface YamlInput {
  yaml: string;
}

/** The value of the key `k`. */
export function runYamlValue({ yaml }: YamlInput, expected: Record<string, unknown>): Failure[] {
  const { ok, isMap, map } = readHeader(yaml);
  if ('error' in expected || !ok)
    return compareFields({ readable: ok }, { readable: !('error' in expected) });
  return compareFields({ is_hash: isMap, value: encode(map.get('k') ?? null) }, expected);
}

/** What a whole text is, map or not. */
export function runYamlDocument({ yaml }: YamlInput, expected: Record<string, unknown>): Failure[] {
  const parsed = parseYaml(yaml, { maxDepth: 100, fenced: true });
  const folded = parsed.kind === 'tree' ? foldDocument(parsed.root, 10_000) : null;
  const value = folded?.ok ? folded.value : null;
  const readable = folded?.ok ?? false;
  if ('error' in expected || !readable)
    return compareFields({ readable }, { readable: !('error' in expected) });
  const isPost = value === null || value === false || value instanceof Map;
  return [
    ...compareFields({ value: encode(value) }, expected),
    ...compareFields({ taken: readHeader(yaml).ok }, { taken: isPost }),
  ];
}
