import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createLineIndex } from '../diagnostics/line-index';
import { toRubyString, type Header } from '../front-matter';
import type { Value } from '../front-matter/value';

/** An escape in double quotes; the group is one of a NUL character. */
const ESCAPE = /\\(?:(0|x00|u0000|U00000000)|[^])/gu;

/** The NUL characters that YAML writes (`"\0"`): the first of each value, at its escape. */
export function checkNulCharacters(yaml: string, header: Header): Diagnostic[] {
  const paths = [...header.map].flatMap(([key, value]) => nulPaths(value, [toRubyString(key)]));
  if (paths.length === 0) return [];
  const index = createLineIndex(yaml);
  return paths.flatMap((path) => {
    const place = header.rangeOf(path);
    if (!place) return [];
    const start = index.offsetAt(place.start);
    const range = escapeIn(yaml.slice(start, index.offsetAt(place.end)));
    return [
      createDiagnostic({
        ruleId: 'encoding/nul-character',
        range: range ? index.rangeOf(start + range.start, start + range.end) : place,
        path,
      }),
    ];
  });
}

function escapeIn(written: string): { start: number; end: number } | null {
  if (!written.startsWith('"')) return null;
  for (const match of written.matchAll(ESCAPE)) {
    if (match[1] !== undefined) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The paths of all texts with a NUL character; a key that has one counts as its value. */
function nulPaths(value: Value, path: string[]): string[][] {
  if (typeof value === 'string') return value.includes('\0') ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => nulPaths(item, [...path, String(index)]));
  if (!(value instanceof Map)) return [];
  return [...value].flatMap(([key, item]) => {
    const name = toRubyString(key);
    const inside = nulPaths(item, [...path, name]);
    return name.includes('\0') && inside.length === 0 ? [[...path, name]] : inside;
  });
}
