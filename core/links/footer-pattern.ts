/** A stretch of a footer: text that is known, or a place whose text is to be found. */
export type Piece = { text: string } | { place: Place };

/** A place to fill: which value it holds, and what may stand there. */
export interface Place {
  key: string;
  /** A character that cannot stand there. */
  barrier: RegExp;
  accepts: (text: string) => boolean;
}

/** Longest text of one place, in UTF-16 code units: no URL or name is longer, and the search stays short. */
export const LONGEST_PLACE = 2000;

/** Splits a text at marks into pieces; each mark stands for a place. Places side by side cannot be told apart: null. */
export function piecesOf(text: string, marks: ReadonlyMap<string, Place>): Piece[] | null {
  let pieces: Piece[] = [{ text }];
  for (const [mark, place] of marks) {
    pieces = pieces.flatMap((piece) =>
      'place' in piece
        ? [piece]
        : piece.text
            .split(mark)
            .flatMap((part, index): Piece[] =>
              index === 0 ? [{ text: part }] : [{ place }, { text: part }],
            ),
    );
  }
  const filled = pieces.filter((piece) => 'place' in piece || piece.text !== '');
  const adjoining = filled.some((piece, index) => {
    const next = filled[index + 1];
    return 'place' in piece && next !== undefined && 'place' in next;
  });
  return adjoining ? null : filled;
}

/** How far to the left of `end` the text of a place can reach. */
function floorOf(text: string, end: number, { barrier }: Place): number {
  let floor = end;
  while (floor > 0 && end - floor < LONGEST_PLACE && !barrier.test(text.charAt(floor - 1))) floor -= 1;
  return floor;
}

/** Where a place that ends at `end` may begin: nearest first, each time right after the text before it. */
function* beginnings(text: string, before: string | null, end: number, place: Place): Generator<number> {
  const floor = floorOf(text, end, place);
  if (before === null) {
    yield floor;
    return;
  }
  for (let from = end - before.length; from >= 0; from -= 1) {
    const found = text.lastIndexOf(before, from);
    if (found < 0 || found + before.length < floor) return;
    yield found + before.length;
    from = found;
  }
}

/**
 * Finds the pieces at the very end of a text: where they begin and what stands in the places. The shortest fitting text
 * of each place, from the right, wins. Null if they are not there.
 */
export function matchAtEnd(
  text: string,
  pieces: Piece[],
): { start: number; values: Map<string, string> } | null {
  const failed = new Set<number>();

  function matchUpTo(count: number, end: number): { start: number; values: Map<string, string> } | null {
    const piece = pieces[count - 1];
    if (piece === undefined) return { start: end, values: new Map() };
    // A position fails for good, whatever stood to its right: without this, many places would take forever.
    const position = count * (text.length + 1) + end;
    if (failed.has(position)) return null;
    const match = 'text' in piece ? matchText(piece.text, count, end) : matchPlace(piece.place, count, end);
    if (match === null) failed.add(position);
    return match;
  }

  function matchText(expected: string, count: number, end: number): ReturnType<typeof matchUpTo> {
    return text.endsWith(expected, end) ? matchUpTo(count - 1, end - expected.length) : null;
  }

  function matchPlace(place: Place, count: number, end: number): ReturnType<typeof matchUpTo> {
    const previous = pieces[count - 2];
    const before = previous !== undefined && 'text' in previous ? previous.text : null;
    for (const start of beginnings(text, before, end, place)) {
      const value = text.slice(start, end);
      const match = place.accepts(value) ? matchUpTo(count - 1, start) : null;
      if (match !== null) return { start: match.start, values: match.values.set(place.key, value) };
    }
    return null;
  }

  return matchUpTo(pieces.length, text.length);
}
