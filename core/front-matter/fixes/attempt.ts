import type { Value } from '../value';
import type { YamlProblem } from '../yaml/problem';

/** What reading a YAML text gives: its value, or what is wrong with its syntax; null where something else is wrong. */
export type Attempt = { value: Value } | { problem: YamlProblem } | null;

/** Reads a YAML text. */
export type ReadAttempt = (yaml: string) => Attempt;

/** The value that was read; null for none. */
export function valueOf(attempt: Attempt): Value {
  return attempt && 'value' in attempt ? attempt.value : null;
}
