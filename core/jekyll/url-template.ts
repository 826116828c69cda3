import { escapePath, escapePathStrictly } from './url-escape';

const PLACEHOLDER = /:([a-z_]+)/g;

/**
 * Fills the placeholders of a URL template from a list of values, each percent-encoded; one that is null goes together with
 * the slash before it, and a name without value stays as it is.
 * Source: Jekyll 4.3, `URL#generate_url_from_hash`, the form for pages.
 */
export function expandUrlTemplate(template: string, placeholders: Record<string, string | null>): string {
  let url = template;
  for (const [name, value] of Object.entries(placeholders)) {
    if (!url.includes(':')) break;
    url =
      value === null ? url.replaceAll(`/:${name}`, '') : url.replaceAll(`:${name}`, () => escapePath(value));
  }
  return url;
}

/** A post's URL from its template, and what of it stops a Jekyll build. */
export interface ExpandedPostUrl {
  /** Not sanitized. Unknown names stay as they are, values that Jekyll cannot encode are encoded all the same. */
  url: string;
  /** A name without value; null where all have one. */
  unknown: string | null;
  /** A value that Jekyll takes for a broken URI (`2021: x`). */
  unescapable: string | null;
}

/**
 * Fills the placeholders of a post's permalink template. A name that ends in `_` may stand for the name without it
 * (`:year_:month`).
 * Source: Jekyll 4.3, `URL#generate_url_from_drop`.
 */
export function expandPostTemplate(
  template: string,
  valueOf: (name: string) => string | null,
): ExpandedPostUrl {
  let unknown: string | null = null;
  let unescapable: string | null = null;
  const url = template.replace(PLACEHOLDER, (match, name: string) => {
    const [value, kept] = findValue(name, valueOf);
    if (value === null) {
      unknown ??= name;
      return match;
    }
    const escaped = escapePathStrictly(value);
    if (escaped === null) unescapable ??= value;
    return (escaped ?? escapePath(value)) + kept;
  });
  return { url, unknown, unescapable };
}

function findValue(
  name: string,
  valueOf: (name: string) => string | null,
): [value: string | null, kept: string] {
  const value = valueOf(name);
  if (value !== null || !name.endsWith('_')) return [value, ''];
  return [valueOf(name.slice(0, -1)), '_'];
}
