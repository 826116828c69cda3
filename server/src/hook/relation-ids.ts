type Id = number | string;

interface Position {
  before?: Id;
  after?: Id;
  start?: boolean;
  end?: boolean;
}

interface Connection {
  id: Id;
  position?: Position;
}

interface RelationChange {
  set?: unknown;
  connect?: unknown;
  disconnect?: unknown;
}

/**
 * The ids of a relation after a write, in order. At a database lifecycle Strapi 5.54 gives relations as `{set}`,
 * `{connect, disconnect}`, a list, one id, null or nothing; ids are those of the row's locale by then. The order is the
 * stored one, less what is disconnected, then each connected id by its `position` (default: the end; one that is there
 * already moves).
 * @returns undefined where the write does not touch the relation.
 */
export function finalRelationIds(stored: readonly number[], input: unknown): number[] | undefined {
  if (input === undefined) return undefined;
  if (input === null) return [];
  if (!isChange(input)) return unique(toConnections(input).map(({ id }) => Number(id)));
  if (input.set !== undefined && input.set !== null) {
    return applyConnections(unique(toConnections(input.set).map(({ id }) => Number(id))), input);
  }
  const connected = toConnections(input.connect);
  const disconnected = toConnections(input.disconnect);
  if (connected.length === 0 && disconnected.length === 0) return undefined;
  return applyConnections([...stored], input);
}

function applyConnections(ids: number[], change: RelationChange): number[] {
  const gone = new Set(toConnections(change.disconnect).map(({ id }) => Number(id)));
  let result = ids.filter((id) => !gone.has(id));
  for (const { id, position } of toConnections(change.connect)) {
    const moved = Number(id);
    result = result.filter((other) => other !== moved);
    result.splice(insertionIndex(result, position), 0, moved);
  }
  return result;
}

function insertionIndex(ids: number[], position: Position | undefined): number {
  if (position?.start) return 0;
  if (position?.before !== undefined) {
    const index = ids.indexOf(Number(position.before));
    return index < 0 ? ids.length : index;
  }
  if (position?.after !== undefined) {
    const index = ids.indexOf(Number(position.after));
    return index < 0 ? ids.length : index + 1;
  }
  return ids.length;
}

function isChange(input: unknown): input is RelationChange {
  return (
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    ('set' in input || 'connect' in input || 'disconnect' in input)
  );
}

function toConnections(input: unknown): Connection[] {
  if (input === undefined || input === null) return [];
  if (Array.isArray(input)) return input.flatMap(toConnections);
  if (typeof input === 'number' || typeof input === 'string') return [{ id: input }];
  if (typeof input === 'object' && 'id' in input) {
    const { id, position } = input as Connection;
    return [position ? { id, position } : { id }];
  }
  return [];
}

function unique(ids: number[]): number[] {
  return [...new Set(ids)];
}
