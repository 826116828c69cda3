import { isPlainObject } from 'lodash';
import { message, type Message } from '../../../core/messages';

/** A config value that cannot be used: the key's path, and what was found and is expected. */
export interface WrongValue {
  path: string;
  problem: Message;
}

/** Looks at one config value; gives its problems, and those of what is in it. */
export type Check = (value: unknown, path: string) => WrongValue[];

/** A value that one test decides on. */
export function value(expected: Message, fits: (value: unknown) => boolean): Check {
  return (found, path) => (fits(found) ? [] : [unexpected(path, found, expected)]);
}

/** A text that one rule decides on: null if it fits, else a clause such as "is not an absolute URL". */
export function text(expected: Message, ruleOut: (text: string) => Message | null = () => null): Check {
  return (found, path) => {
    if (typeof found !== 'string') return [unexpected(path, found, expected)];
    const clause = ruleOut(found);
    if (clause === null) return [];
    return [{ path, problem: message('setting/unfit', { found: show(found), clause, expected }) }];
  };
}

export function oneOf(options: readonly string[]): Check {
  return value(
    message('expected/one-of', { options: options.map((option) => JSON.stringify(option)).join(', ') }),
    (found) => typeof found === 'string' && options.includes(found),
  );
}

/** A whole number from 1. */
export const count: Check = value(
  message('expected/count'),
  (found) => Number.isInteger(found) && Number(found) > 0,
);

export const flag: Check = value(message('expected/flag'), (found) => typeof found === 'boolean');

/** Null is allowed too, and means that the key says nothing. */
export function optional(check: Check): Check {
  return (found, path) => (found === null || found === undefined ? [] : check(found, path));
}

export function list(check: Check, expected: Message): Check {
  return (found, path) =>
    Array.isArray(found)
      ? found.flatMap((item: unknown, index) => check(item, `${path}[${index}]`))
      : [unexpected(path, found, expected)];
}

/** A map with keys of the user's own. */
export function map(check: Check, expected: Message, checkKey: Check = () => []): Check {
  return (found, path) =>
    isPlainObject(found)
      ? Object.entries(found as object).flatMap(([key, item]: [string, unknown]) => [
          ...checkKey(key, `${path}.${key}`),
          ...check(item, `${path}.${key}`),
        ])
      : [unexpected(path, found, expected)];
}

/** A map with known keys only; an unknown one is told the nearest known one. */
export function shape(checks: Record<string, Check>, required: readonly string[] = []): Check {
  return (found, path) => {
    if (!isPlainObject(found))
      return [unexpected(path, found, message('expected/map', { keys: Object.keys(checks).join(', ') }))];
    const entries = Object.entries(found as Record<string, unknown>);
    const problems = entries.flatMap(([key, item]) => {
      const known = Object.hasOwn(checks, key) ? checks[key] : undefined;
      return known ? optional(known)(item, `${path}.${key}`) : [unknownKey(path, key, Object.keys(checks))];
    });
    const missing = required.filter((key) => (found as Record<string, unknown>)[key] === undefined);
    return [
      ...problems,
      ...missing.map((key) => ({ path: `${path}.${key}`, problem: message('setting/missing') })),
    ];
  };
}

/** Both, the second only where the first found nothing. */
export function then(first: Check, second: Check): Check {
  return (found, path) => {
    const problems = first(found, path);
    return problems.length > 0 ? problems : second(found, path);
  };
}

/** A found value as it is shown in a message, short. */
function show(found: unknown): string | Message {
  if (found === undefined) return message('found/nothing');
  if (typeof found === 'function') return message('found/function');
  const shown =
    typeof found === 'bigint' || typeof found === 'symbol' ? found.toString() : JSON.stringify(found);
  return shown.length > 80 ? `${shown.slice(0, 77)}…` : shown;
}

function unexpected(path: string, found: unknown, expected: Message): WrongValue {
  return { path, problem: message('setting/found', { found: show(found), expected }) };
}

function unknownKey(path: string, key: string, known: string[]): WrongValue {
  const near = nearest(key, known);
  const hint = hintOf(near === undefined ? undefined : `${path}.${near}`, known);
  return { path: `${path}.${key}`, problem: message('setting/unknown-key', { hint }) };
}

/** What could be meant, or else what is known. */
export function hintOf(near: string | undefined, known: readonly string[]): Message {
  return near === undefined
    ? message('setting/known', { known: known.join(', ') })
    : message('setting/meant', { near });
}

/** The known word that a mistyped one stands for: at most a third of its letters away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined;
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
