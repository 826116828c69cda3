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

/** Letters whose title case is not their upper case (Unicode, UnicodeData.txt and SpecialCasing.txt). */
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
  ᾳ: 'ᾼ',
  ῃ: 'ῌ',
  ῳ: 'ῼ',
  ᾲ: 'Ὰ\u0345',
  ᾴ: 'Ά\u0345',
  ᾷ: 'Α\u0342\u0345',
  ῂ: 'Ὴ\u0345',
  ῄ: 'Ή\u0345',
  ῇ: 'Η\u0342\u0345',
  ῲ: 'Ὼ\u0345',
  ῴ: 'Ώ\u0345',
  ῷ: 'Ω\u0342\u0345',
};
/** Greek letters with an iota below, of which each has its title case eight places on. */
const GREEK_WITH_IOTA = /^[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]$/;
const TITLE_CASE_LETTER = /^\p{Lt}$/u;
const GEORGIAN = /^[\u10d0-\u10ff\u1c90-\u1cbf]$/;

function capitalize(word: string): string {
  const [first = ''] = word;
  return titleCase(first) + downcase(word.slice(first.length));
}

function titleCase(letter: string): string {
  if (TITLE_CASE[letter] !== undefined) return TITLE_CASE[letter];
  if (TITLE_CASE_LETTER.test(letter)) return letter;
  if (GREEK_WITH_IOTA.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 8);
  if (GEORGIAN.test(letter)) return downcase(letter);
  const [upper = '', ...expanded] = letter.toUpperCase();
  return upper + downcase(expanded.join(''));
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
