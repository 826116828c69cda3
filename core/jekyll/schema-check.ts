import type { ZodType } from 'zod';
import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import { toRubyString } from '../front-matter';
import { CalendarDate, Float, Timestamp, type Value, type ValueMap } from '../front-matter/value';

/** Where a value of the front matter stands; null where there is none. */
type RangeOf = (path: (string | number)[]) => Range | null;

interface Issue {
  path: PropertyKey[];
  message: string;
  /** The keys that a strict object does not know. */
  keys?: string[];
}

/**
 * Checks front matter with the site's own schema. Each issue stands at the value concerned; a missing key at the end of
 * the map where it belongs. Dates are given as Date, whole floats as numbers.
 */
export function checkSchema(schema: ZodType, values: ValueMap, rangeOf: RangeOf, end: Range): Diagnostic[] {
  const result = schema.safeParse(toSchemaValue(values));
  if (result.success) return [];
  return result.error.issues.flatMap((issue: Issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const places = issue.keys ? issue.keys.map((key) => [...path, key]) : [path];
    return places.map((place) =>
      createDiagnostic({
        ruleId: 'schema',
        range: rangeFor(place, rangeOf, end),
        params: { problem: describe(place, issue.message) },
        path: place.map(String),
      }),
    );
  });
}

function describe(path: (string | number)[], message: string): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}

/** The range of a value; else the end of the innermost collection on the way to it that the text has. */
function rangeFor(path: (string | number)[], rangeOf: RangeOf, end: Range): Range {
  const own = rangeOf(path);
  if (own) return own;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const parent = rangeOf(path.slice(0, length));
    if (parent) return { start: parent.end, end: parent.end };
  }
  return end;
}

function toSchemaValue(value: Value): unknown {
  if (value instanceof Float) return value.value;
  if (value instanceof Timestamp) return new Date(value.epochMs);
  if (value instanceof CalendarDate)
    return new Date(new Date(0).setUTCFullYear(value.year, value.month - 1, value.day));
  if (Array.isArray(value)) return value.map(toSchemaValue);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [toRubyString(key), toSchemaValue(item)]));
  }
  return value;
}
