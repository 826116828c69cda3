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
    url = value === null ? url.replaceAll(`/:${name}`, '') : url.replaceAll(`:${name}`, () => escapePath(value));
  }
  return url;
}

/** A post's URL from its template, or what stops a Jekyll build: a name without value, a value that is no URL. */
export type ExpandedPostUrl = { url: string } | { unknown: string } | { unescapable: string };

/**
 * Fills the placeholders of a post's permalink template. A name that ends in `_` may stand for the name without it
 * (`:year_:month`).
 * Source: Jekyll 4.3, `URL#generate_url_from_drop`.
 */
export function expandPostTemplate(template: string, valueOf: (name: string) => string | null): ExpandedPostUrl {
  let failure: ExpandedPostUrl | null = null;
  const url = template.replace(PLACEHOLDER, (match, name: string) => {
    const [value, kept] = findValue(name, valueOf);
    if (value === null) {
      failure ??= { unknown: name };
      return match;
    }
    const escaped = escapePathStrictly(value);
    if (escaped === null) failure ??= { unescapable: value };
    return (escaped ?? escapePath(value)) + kept;
  });
  return failure ?? { url };
}

function findValue(name: string, valueOf: (name: string) => string | null): [value: string | null, kept: string] {
  const value = valueOf(name);
  if (value !== null || !name.endsWith('_')) return [value, ''];
  return [valueOf(name.slice(0, -1)), '_'];
}
