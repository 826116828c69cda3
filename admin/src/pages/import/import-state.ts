import type { ImportState, ImportSummary } from '../../../../core/admin/import';

const OPEN: readonly ImportState[] = ['queued', 'waiting', 'running', 'cancelling'];

/** Whether an import is not at its end yet. */
export function isOpen({ state }: Pick<ImportSummary, 'state'>): boolean {
  return OPEN.includes(state);
}

/** The text that says a state. */
export const STATE_TEXTS = {
  queued: 'import.state.queued',
  waiting: 'import.state.queued',
  running: 'import.state.running',
  cancelling: 'import.state.cancelling',
  done: 'import.state.done',
  failed: 'import.state.failed',
  cancelled: 'import.state.cancelled',
  interrupted: 'import.state.interrupted',
} as const satisfies Record<ImportState, string>;
