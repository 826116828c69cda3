import { isEql } from '../front-matter/safe-yaml/value-map';
import { CalendarDate, Float, Timestamp, type Value, type ValueMap } from '../front-matter/value';

const WORDS = /[^ \t\n\v\f\r]+/g;

/** Only nil and false are untrue in Ruby; an absent key reads as nil. */
export function isTruthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** The words between ASCII white space (`String#split`); other blanks, such as U+3000, are part of a word. */
export function splitWords(text: string): string[] {
  return text.match(WORDS) ?? [];
}

/** All items of nested lists in one list (`Array#flatten`). */
export function flatten(values: Value[]): Value[] {
  return values.some(Array.isArray)
    ? values.flatMap((value) => (Array.isArray(value) ? flatten(value) : [value]))
    : values;
}

/** The items of both lists without repetition, in order (`Array#|`). */
export function union(first: Value[], second: Value[]): Value[] {
  const result: Value[] = [];
  for (const value of [...first, ...second]) {
    if (!result.some((known) => isEql(known, value))) result.push(value);
  }
  return result;
}

/**
 * A map with the pairs of another put over it: maps merge, a nil leaves what was there, all else is replaced.
 * Source: Jekyll 4.3, `Utils.deep_merge_hashes`.
 */
export function mergeDeep(target: ValueMap, over: ValueMap): ValueMap {
  const merged: ValueMap = new Map(target);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (value === null && old !== undefined) continue;
    merged.set(key, old instanceof Map && value instanceof Map ? mergeDeep(old, value) : value);
  }
  return merged;
}

/** The name of a value's class in Ruby, as its error messages have it. */
export function classNameOf(value: Value): string {
  if (value === null) return 'nil';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number' || typeof value === 'bigint') return 'Integer';
  if (value instanceof Float) return 'Float';
  if (value instanceof CalendarDate) return 'Date';
  if (value instanceof Timestamp) return 'Time';
  return Array.isArray(value) ? 'Array' : 'Hash';
}
