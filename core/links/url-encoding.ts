const SURROGATE = /[\ud800-\udfff]/;
/** Whatever `encodeIllegal` may have to encode. */
const DOUBTFUL = /[^\x21-\x7e]|["<>\\^`{|}%]/;

/** Replaces halves of surrogate pairs, which no URL can hold and which make `encodeURIComponent` throw. */
export function wellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
}

/** `encodeURIComponent` for any text: `%20` for a space, U+FFFD for half a surrogate pair. */
export function encodeValue(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/**
 * Percent-encodes a decoded URL path. Left as they are: unreserved characters, sub-delimiters, `:`, `@` and `/`
 * (`pchar` of RFC 3986 section 3.3), which is also what `Jekyll::URL.escape_path` (Jekyll 4.3.4) leaves.
 */
export function encodePath(path: string): string {
  return encodeValue(path).replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent);
}

/** Percent-encodes what may stand nowhere in a URI (RFC 3986 section 2): the rest of the text is left as it is. */
export function encodeIllegal(uri: string): string {
  if (!DOUBTFUL.test(uri)) return uri;
  return wellFormed(uri)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent);
}

/**
 * A text as an absolute http or https URL, or null. It is given back as written, save that blanks, quotes and angle
 * brackets inside are percent-encoded as the URL standard does, so that it can stand in HTML and in `<…>`.
 */
export function absoluteUrl(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  if (!/^https?:\/\/[^/]/i.test(trimmed) || !URL.canParse(trimmed)) return null;
  return /[\s<>"]/.test(trimmed) ? new URL(trimmed).href : trimmed;
}
