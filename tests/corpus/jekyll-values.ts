import { inspect, toRubyString } from '../../core/front-matter';
import { CalendarDate, Float, Timestamp, type Value } from '../../core/front-matter/value';
import { zonedParts } from '../../core/jekyll';

/** A value with its Ruby type, as the answers write it: `{"$time": …}`, `{"$date": …}`, typed keys as `$Class:text`. */
export function encode(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Float) return Number.isFinite(value.value) ? value.value : { $float: inspect(value) };
  if (value instanceof CalendarDate) return { $date: toRubyString(value) };
  if (value instanceof Timestamp) return { $time: isoTime(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [encodeKey(key), encode(item)]));
  return value;
}

function encodeKey(key: Value): string {
  return typeof key === 'string' ? key : `$${className(key)}:${toRubyString(key)}`;
}

function className(value: Value): string {
  if (value === true) return 'TrueClass';
  if (value === false) return 'FalseClass';
  if (value instanceof Float) return 'Float';
  if (value instanceof CalendarDate) return 'Date';
  if (value instanceof Timestamp) return 'Time';
  if (Array.isArray(value)) return 'Array';
  return value instanceof Map ? 'Hash' : 'Integer';
}

/** From `2021-12-08 10:46:18.5 +0800`, with as many digits of the second as there are, in nines. */
function isoTime(time: Timestamp): string {
  const [date, clock, zone] = inspect(time).split(' ');
  const [seconds, fraction] = clock.split('.');
  const digits = fraction === undefined ? '' : `.${fraction.padEnd(9, '0')}`;
  return `${date}T${seconds}${digits}${zone === 'UTC' ? '+00:00' : `${zone.slice(0, 3)}:${zone.slice(3)}`}`;
}

/** `2021-12-08T10:46:18+08:00`: a moment in a time zone, fractions of a second in nine digits. */
export function isoDate(
  epochMs: number,
  timezone: string,
  nanoseconds = (epochMs - Math.floor(epochMs / 1000) * 1000) * 1e6,
): string {
  const wholeMs = Math.floor(epochMs / 1000) * 1000;
  const { year, month, day, hour, minute, second, offset } = zonedParts(wholeMs, timezone);
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const minutes = Math.trunc(Math.abs(offset) / 60);
  return (
    `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}` +
    `T${pad(hour)}:${pad(minute)}:${pad(second)}` +
    (nanoseconds ? `.${pad(nanoseconds, 9)}` : '') +
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  );
}

/** Compares as JSON, the order of a map's keys aside. */
export function isSame(actual: unknown, expected: unknown): boolean {
  return canonical(actual) === canonical(expected);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
