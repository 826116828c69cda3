/** Begins each lot while the one before it is still worked on. */
export async function* readAhead<Lot, Begun>(
  lots: AsyncIterable<Lot>,
  begin: (lot: Lot) => Promise<Begun>,
): AsyncGenerator<Begun> {
  let before: { begun: Begun } | undefined;
  for await (const lot of lots) {
    const begun = await begin(lot);
    if (before) yield before.begun;
    before = { begun };
  }
  if (before) yield before.begun;
}
