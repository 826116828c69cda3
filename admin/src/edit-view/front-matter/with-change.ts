/**
 * The terms of a text after a relation field changed: as the field shows them; where the text had others, which are not stored
 * yet, it keeps those and gets only what changed.
 * @param text the terms that the text names @param before what the field showed @param after what it shows now
 */
export function withChange(
  text: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const isSame = text.length === before.length && text.every((term, index) => term === before[index]);
  if (isSame) return [...after];
  const kept = text.filter((term) => !before.includes(term) || after.includes(term));
  return [...kept, ...after.filter((term) => !before.includes(term) && !kept.includes(term))];
}
