import type { Header } from '../header';
import { isEql } from '../safe-yaml/value-map';
import type { Value } from '../value';

/**
 * Whether a header reads after a write as it should: every other key as before, in the same order, and the key itself
 * as `isWanted` says (`undefined` where it is absent).
 */
export function readsAsWritten(
  before: Header,
  after: Header,
  key: string,
  isWanted: (value: Value | undefined) => boolean,
): boolean {
  if (!after.ok || !isWanted(after.map.get(key))) return false;
  const others = (header: Header): [Value, Value][] => [...header.map].filter(([name]) => name !== key);
  const old = others(before);
  const now = others(after);
  return (
    old.length === now.length &&
    old.every(([name, value], index) => isEql(name, now[index][0]) && isEql(value, now[index][1]))
  );
}
