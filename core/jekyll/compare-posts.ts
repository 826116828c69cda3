/** What the order of posts depends on. */
export interface OrderedPost {
  /** Milliseconds since 1970-01-01T00:00:00Z; null for a post without date. */
  date: number | null;
  path: string;
}

/**
 * The order of `site.posts`: by date, then by path, byte for byte; posts without date come by their path alone.
 * Source: Jekyll 4.3, `Document#<=>`.
 */
export function comparePosts(a: OrderedPost, b: OrderedPost): number {
  if (a.date !== null && b.date !== null && a.date !== b.date) return a.date - b.date;
  return compareBytes(a.path, b.path);
}

/** UTF-8 orders as code points do; UTF-16 does not, from U+E000 on. */
function compareBytes(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length) {
    const left = a.codePointAt(at) ?? 0;
    const right = b.codePointAt(at) ?? 0;
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
