import type { RegenerationState } from './regenerate-scope';

/** What the record of a job says while it runs. */
export function countsOf({ total, checked, changed }: RegenerationState): Record<string, number> {
  return { total, done: checked, changed };
}
