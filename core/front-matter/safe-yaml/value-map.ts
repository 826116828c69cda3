import { CalendarDate, Float, Timestamp, type Value, type ValueMap } from '../value';

/**
 * Sets a pair as a Ruby Hash does (`Object#eql?`): an equal key keeps its place and takes the new value. Dates, times and
 * floats are equal by value, `1` and `1.0` are not.
 */
export function setPair(map: ValueMap, key: Value, value: Value): void {
  map.set(storedKey(map, key), value);
}

/** The key of the map that is equal to this one, or this one. */
export function storedKey(map: ReadonlyMap<Value, unknown>, key: Value): Value {
  if (key === null || typeof key !== 'object' || map.has(key)) return key;
  for (const other of map.keys()) {
    if (isEql(other, key)) return other;
  }
  return key;
}

/** Ruby's `eql?` of two values. */
export function isEql(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof Float) return b instanceof Float && a.value === b.value;
  if (a instanceof CalendarDate) {
    return b instanceof CalendarDate && a.year === b.year && a.month === b.month && a.day === b.day;
  }
  if (a instanceof Timestamp)
    return b instanceof Timestamp && a.epochMs === b.epochMs && a.nanoseconds === b.nanoseconds;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEql(item, b[index]));
  }
  if (a instanceof Map) {
    return (
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, value]) => {
        const other = storedKey(b, key);
        return b.has(other) && isEql(value, b.get(other) ?? null);
      })
    );
  }
  return false;
}
