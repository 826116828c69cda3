const TERM_KEYS = new Set(['categories', 'category', 'tags', 'tag']);

/** Whether a key holds terms, so that brackets, commas and several quoted texts are meant as a list. */
export function isTermKey(key: string): boolean {
  return TERM_KEYS.has(key);
}
