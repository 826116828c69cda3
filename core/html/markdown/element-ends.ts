/** Elements without a closing tag. */
const VOID = new Set(['hr']);

/** Where elements end, by the offset at which they begin. */
type Ends = ReadonlyMap<number, number>;

/** Of texts that are being rendered, by the object that a rendering has to itself, and by name of the element. */
const known = new WeakMap<object, Map<string, Ends>>();

/**
 * Where each element of a name ends in a text, without those that are not closed. Found in one pass and kept for the
 * rendering, so that a text takes time that grows with its length, however many elements are opened and not closed.
 */
export function endsOfElements(rendering: object, source: string, name: string): Ends {
  const byName = known.get(rendering) ?? new Map<string, Ends>();
  known.set(rendering, byName);
  const ends = byName.get(name) ?? findEnds(source, name);
  byName.set(name, ends);
  return ends;
}

function findEnds(source: string, name: string): Ends {
  const ends = new Map<number, number>();
  const open: number[] = [];
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>`, 'gi');
  for (const { 0: tag, 1: slash, index } of source.matchAll(tags)) {
    const end = index + tag.length;
    if (slash === '/') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, end);
    } else if (VOID.has(name) || tag.endsWith('/>')) ends.set(index, end);
    else open.push(index);
  }
  return ends;
}
