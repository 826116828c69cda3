import { CalendarDate, Float, Timestamp } from '../front-matter';
import type { Settings } from '../settings';

/** Stands in for a value that JSON does not have. */
interface Tagged {
  $press: 'map' | 'float' | 'date' | 'time' | 'integer';
  value: unknown;
}

/** Settings as JSON, for the admin: all of them except the schema, which is code. */
export function settingsToJson({ frontMatter, ...settings }: Settings): unknown {
  const { schema: _schema, ...rest } = frontMatter;
  return encode({ ...settings, frontMatter: rest });
}

/** Reads what `settingsToJson` gave. */
export function settingsFromJson(json: unknown): Settings {
  return decode(json) as Settings;
}

function encode(value: unknown): unknown {
  if (value instanceof Map)
    return tagged(
      'map',
      [...(value as Map<unknown, unknown>)].map(([key, item]) => [encode(key), encode(item)]),
    );
  if (value instanceof Float) return tagged('float', value.value);
  if (value instanceof CalendarDate) return tagged('date', [value.year, value.month, value.day]);
  if (value instanceof Timestamp)
    return tagged('time', [value.epochMs, value.utcOffset, value.hasZone, value.nanoseconds]);
  if (typeof value === 'bigint') return tagged('integer', String(value));
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  return value;
}

function tagged($press: Tagged['$press'], value: unknown): Tagged {
  return { $press, value };
}

function decode(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(decode);
  if (typeof json !== 'object' || json === null) return json;
  if (!('$press' in json))
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, decode(item)]));
  const { $press, value } = json as Tagged;
  switch ($press) {
    case 'map':
      return new Map((value as [unknown, unknown][]).map(([key, item]) => [decode(key), decode(item)]));
    case 'float':
      return new Float(value as number);
    case 'date':
      return new CalendarDate(...(value as [number, number, number]));
    case 'time':
      return new Timestamp(...(value as [number, number, boolean, number]));
    case 'integer':
      return BigInt(value as string);
  }
}
