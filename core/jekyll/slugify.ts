import { transliterateLatin } from './latin-letters';

const REPLACED = {
  raw: /[ \t\r\n\f\v]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

type SlugMode = keyof typeof REPLACED;

const isMode = (mode: string): mode is SlugMode => Object.hasOwn(REPLACED, mode);
const OUTER_HYPHEN = /^-|-$/g;

/** Lower case as Ruby 3.1 gives it: without the final sigma that ECMAScript forms at the end of a Greek word. */
export function downcase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/**
 * A text as part of a URL, not yet percent-encoded; null for null. `mode` is `default` (also where null), `pretty`, `raw`,
 * `ascii` or `latin`; any other name leaves the characters as they are. `cased` keeps capital letters.
 * Source: Jekyll 4.3, `Utils.slugify`.
 */
export function slugify(text: string, mode?: string | null, cased?: boolean): string;
export function slugify(text: string | null, mode?: string | null, cased?: boolean): string | null;
export function slugify(text: string | null, mode?: string | null, cased = false): string | null {
  if (text === null) return null;
  const name = mode ?? 'default';
  if (!isMode(name)) return cased ? text : downcase(text);
  const plain = name === 'latin' ? transliterateLatin(text) : text;
  const slug = plain.replace(REPLACED[name], '-').replace(OUTER_HYPHEN, '');
  return cased ? slug : downcase(slug);
}

/** Digraphs and letters whose title case is not their upper case (Unicode, UnicodeData.txt). */
const TITLE_CASE: Record<string, string> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
  ŉ: 'ʼN',
};
const GEORGIAN = /^[\u10d0-\u10ff]$/;

function capitalize(word: string): string {
  const [first = ''] = word;
  const rest = downcase(word.slice(first.length));
  if (TITLE_CASE[first] !== undefined) return TITLE_CASE[first] + rest;
  if (GEORGIAN.test(first)) return first + rest;
  const [upper = '', ...expanded] = first.toUpperCase();
  return upper + downcase(expanded.join('')) + rest;
}

/**
 * The title that Jekyll gives a post without one: the words of the slug, each capitalized and the rest in lower case.
 * Source: Jekyll 4.3, `Utils.titleize_slug`.
 */
export function titleizeSlug(slug: string): string {
  const words = slug.split('-');
  while (words.length > 0 && words[words.length - 1] === '') words.pop();
  return words.map(capitalize).join(' ');
}
