const NUL = /\0/g;

/**
 * A value without NUL characters, in texts, lists and maps' keys and values: YAML can write them (`"\0"`), databases cannot
 * hold them. A value that has none is given back as it is.
 */
export function withoutNul<Data>(value: Data): Data {
  return hasNul(value) ? (strip(value) as Data) : value;
}

/** Whether a text, or any text in a list or map, has a NUL character. */
export function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)].some(hasNul);
  if (Array.isArray(value)) return value.some(hasNul);
  return typeof value === 'object' && value !== null && Object.entries(value).some(hasNul);
}

function strip(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(NUL, '');
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.replace(NUL, ''), strip(item)]));
}
