import type { FileOutcome } from '../../../../../core/admin/import';

/** The text that says what becomes of a file. */
export const OUTCOME_TEXTS = {
  created: 'import.outcome.created',
  updated: 'import.outcome.updated',
  unchanged: 'import.outcome.unchanged',
  conflict: 'import.outcome.conflict',
  invalid: 'import.outcome.invalid',
  rejected: 'import.outcome.rejected',
  ignored: 'import.outcome.ignored',
} as const satisfies Record<FileOutcome, string>;
