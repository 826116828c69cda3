import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { awaitRunningWrites } from '../database/write-barrier';
import { isUniqueViolation } from '../events/unique-violation';
import { keepSaidTerms } from './keep-said-terms';
import { regenerateLinks } from './regenerate-links';
import { regenerateRows, type RegeneratedRows, type RowConflict } from './regenerate-rows';
import { rowsInScope, type RegenerationScope, type RowLot } from './regeneration-scope';

/** How far a regeneration is. */
export interface RegenerationState {
  /** Rows that are concerned. */
  total: number;
  checked: number;
  changed: number;
  /** All rows up to this id were looked at; an interrupted regeneration goes on after it. */
  last: number;
  /** Rows that somebody was writing, or whose URL another post had; they are tried again at the end. */
  waiting: number[];
}

export interface RegenerationOptions {
  /** Where an interrupted one goes on. */
  from?: Partial<RegenerationState>;
  signal?: AbortSignal;
  /** All else is right as it is. */
  only?: 'links';
  /**
   * Called in the transaction of each lot, so that work and state are kept both or neither.
   * @param resume the state to go on from.
   */
  checkpoint?: (state: RegenerationState, resume: RegenerationState) => Promise<void>;
}

export interface ScopeResult {
  checked: number;
  changed: number;
  /** Rows that could not follow: another post has their new URL, or their text cannot say the new name of a term. */
  conflicts: RowConflict[];
}

/** How many rows are read and computed together: bounds the memory, and how long an editor's save may have to wait. */
export const LOT = 200;
const BUSY_MILLISECONDS = 100;

/** Recomputes the rows of a scope, lot by lot, each in a transaction of its own. */
export async function regenerateScope(
  strapi: Core.Strapi,
  scope: RegenerationScope,
  cause: string,
  { from, signal, only, checkpoint }: RegenerationOptions,
): Promise<ScopeResult> {
  await awaitRunningWrites(strapi);
  const rows = await rowsInScope(strapi, scope);
  let state: RegenerationState = { last: 0, checked: 0, changed: 0, waiting: [], ...from, total: rows.count };
  let resume = state;
  for await (const lot of rows.lots(LOT, state.last)) {
    if (signal?.aborted) break;
    await regenerateLot(lot);
    // Requests that came in meanwhile get their turn.
    await new Promise(setImmediate);
  }
  const left = signal?.aborted ? [] : await tryAgain(new Set(state.waiting));
  const conflicts = await keepSaidTerms(strapi, left, cause);
  return { checked: state.checked, changed: state.changed, conflicts };

  function regenerate(ids: number[]): Promise<RegeneratedRows> {
    return only === 'links'
      ? regenerateLinks(strapi, ids, { cause })
      : regenerateRows(strapi, ids, { cause, relist: scope === 'all' });
  }

  async function regenerateLot({ ids, completes }: RowLot): Promise<void> {
    try {
      const next = await strapi.db.transaction(async () => {
        const done = after(state, await regenerate(ids), completes);
        await checkpoint?.(done, completes === null ? { ...resume, changed: done.changed } : done);
        return done;
      });
      state = next;
      if (completes !== null) resume = next;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Somebody published one of the new URLs at this moment: that row alone has to wait.
      if (ids.length === 1) state = { ...state, waiting: [...state.waiting, ids[0]] };
      else for (const id of ids) await regenerateLot({ ids: [id], completes: null });
    }
  }

  async function tryAgain(ids: Set<number>): Promise<RowConflict[]> {
    let left = ids;
    while (left.size > 0) {
      const conflicts = new Map<number, RowConflict>();
      const busy: number[] = [];
      for (const id of left) {
        const result = await regenerate([id]);
        busy.push(...result.busy);
        for (const conflict of result.conflicts) conflicts.set(id, conflict);
        state = { ...state, changed: state.changed + result.changed };
      }
      if (busy.length === 0 && conflicts.size === left.size) return [...conflicts.values()];
      if (busy.length > 0) await wait(BUSY_MILLISECONDS);
      left = new Set([...conflicts.keys(), ...busy]);
    }
    return [];
  }
}

function after(
  state: RegenerationState,
  result: RegeneratedRows,
  completes: number | null,
): RegenerationState {
  return {
    ...state,
    last: completes ?? state.last,
    checked: state.checked + result.checked,
    changed: state.changed + result.changed,
    waiting: [...state.waiting, ...result.busy, ...result.conflicts.map(({ id }) => id)],
  };
}
