import { isEqual } from 'lodash';
import { toInstant, type StoredPost } from './stored-post';

/** The data of a write as a lifecycle hook may change it. */
export type Data = Record<string, unknown>;

/**
 * Puts computed columns into the data of a write, over whatever a form sent. What the row holds already is left out of
 * the statement, and so is null for a new row.
 */
export function setColumns(data: Data, columns: Data, stored: StoredPost | null): void {
  const before: Data = stored ? { ...stored, date: toInstant(stored.date) } : {};
  for (const [name, value] of Object.entries(columns)) {
    if (isEqual(value, before[name] ?? null)) delete data[name];
    else data[name] = value;
  }
}

/** Writes a relation back as the ids it was computed from; leaves it out where nothing changes. */
export function setRelation(
  data: Data,
  name: string,
  ids: number[],
  stored: { id: number }[] | undefined,
): void {
  const same = stored && stored.length === ids.length && stored.every(({ id }, index) => id === ids[index]);
  if (same) delete data[name];
  else data[name] = { set: ids.map((id) => ({ id })) };
}
