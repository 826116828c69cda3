/** One item of the list that is wanted: an old one that stays, an old one whose text changes, or a new one. */
export type ListStep =
  | { kind: 'keep'; from: number }
  | { kind: 'replace'; from: number; text: string }
  | { kind: 'insert'; text: string };

/**
 * How a list becomes another with the fewest changed items (longest common subsequence). Between two items that stay, old
 * items are replaced by new ones in order; the rest is inserted, or dropped by not being named.
 *
 * @param isSame whether an old item says the wanted text
 */
export function diffList(
  oldLength: number,
  wanted: string[],
  isSame: (from: number, text: string) => boolean,
): ListStep[] {
  const lengths = commonLengths(oldLength, wanted, isSame);
  const steps: ListStep[] = [];
  let from = 0;
  let to = 0;
  while (to < wanted.length || from < oldLength) {
    const gapFrom = from;
    const gapTo = to;
    while (from < oldLength && to < wanted.length && !isSame(from, wanted[to])) {
      if (lengths[from + 1][to] >= lengths[from][to + 1]) from += 1;
      else to += 1;
    }
    if (from === oldLength || to === wanted.length) {
      from = oldLength;
      to = wanted.length;
    }
    wanted.slice(gapTo, to).forEach((text, index) => {
      const old = gapFrom + index;
      steps.push(old < from ? { kind: 'replace', from: old, text } : { kind: 'insert', text });
    });
    if (from < oldLength && to < wanted.length) {
      steps.push({ kind: 'keep', from });
      from += 1;
      to += 1;
    }
  }
  return steps;
}

/** The length of the longest common subsequence of the lists from each pair of indexes on. */
function commonLengths(
  oldLength: number,
  wanted: string[],
  isSame: (from: number, text: string) => boolean,
): number[][] {
  const lengths = Array.from({ length: oldLength + 1 }, () => new Array<number>(wanted.length + 1).fill(0));
  for (let from = oldLength - 1; from >= 0; from -= 1) {
    for (let to = wanted.length - 1; to >= 0; to -= 1) {
      lengths[from][to] = isSame(from, wanted[to])
        ? lengths[from + 1][to + 1] + 1
        : Math.max(lengths[from + 1][to], lengths[from][to + 1]);
    }
  }
  return lengths;
}
