import { inspect, toRubyString } from './ruby-text';
import { CalendarDate, Float, Timestamp, type Value } from './value';

/**
 * A value as JSON, for storing keys that have no attribute: dates as `2021-12-08`, times in ISO 8601 with the offset they were
 * written with, integers beyond 2^53 and infinite floats as text, NaN as null. A key that is no text becomes its Ruby text
 * (`2021`, `true`); a list or map inside itself becomes null there.
 */
export function toJson(value: Value): unknown {
  return toJsonWithin(value, []);
}

function toJsonWithin(value: Value, parents: Value[]): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Float) return floatToJson(value.value);
  if (value instanceof CalendarDate) return toRubyString(value);
  if (value instanceof Timestamp) return timestampToIso(value);
  if (Array.isArray(value)) {
    if (parents.includes(value)) return null;
    return value.map((item) => toJsonWithin(item, [...parents, value]));
  }
  if (value instanceof Map) {
    if (parents.includes(value)) return null;
    // `fromEntries` defines its properties, so that a key `__proto__` stays a key.
    return Object.fromEntries(
      [...value].map(([key, item]) => [keyText(key), toJsonWithin(item, [...parents, value])]),
    );
  }
  return value;
}

function keyText(key: Value): string {
  return Array.isArray(key) || key instanceof Map ? inspect(key) : toRubyString(key);
}

function floatToJson(value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : String(value);
}

/** ISO 8601 with the offset as written (`2021-12-08T10:46:18+08:00`); `Z` where it was UTC or named no zone. */
export function timestampToIso({ epochMs, utcOffset }: Timestamp): string {
  const local = new Date(epochMs + utcOffset * 1000)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '');
  if (utcOffset === 0) return `${local}Z`;
  const minutes = Math.abs(utcOffset) / 60;
  const zone = [minutes / 60, minutes % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  return `${local}${utcOffset < 0 ? '-' : '+'}${zone}`;
}
