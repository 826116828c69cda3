/** A list that ends after its first items, and how many there are. */
export interface ShortList<Item> {
  count: number;
  first: Item[];
}

const MOST_LISTED = 100;

export function emptyList<Item>(): ShortList<Item> {
  return { count: 0, first: [] };
}

export function addToList<Item>(list: ShortList<Item>, item: Item): void {
  list.count += 1;
  if (list.first.length < MOST_LISTED) list.first.push(item);
}
