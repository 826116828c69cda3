import { pinyin } from 'pinyin-pro';
import type { Settings } from '../settings';

const LONGEST_SLUG = 100;
/** No step after the first shortens a text much, so what lies behind this many characters cannot reach the slug. */
const READ_AHEAD = 2 * LONGEST_SLUG;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{Nd}]+/gu;

/** Latin letters that no decomposition of Unicode takes apart. */
const LATIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};

/** Latin letters without their marks. Marks of other scripts are part of the letter (й, が, नि) and stay. */
function plainLatin(text: string): string {
  return text
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LATIN_LETTERS[letter] ?? letter);
}

/** Chinese as syllables with blanks between; a text with kana is Japanese, where pinyin would be wrong. */
function withPinyin(text: string): string {
  if (!/\p{Script=Han}/u.test(text) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return text;
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ');
}

/** Cuts at a hyphen where there is one in the second half, else between two characters. */
function shorten(slug: string): string {
  const letters = Array.from(slug);
  if (letters.length <= LONGEST_SLUG) return slug;
  const cut = letters.slice(0, LONGEST_SLUG).join('');
  const hyphen = letters[LONGEST_SLUG] === '-' ? cut.length : cut.lastIndexOf('-');
  return cut.slice(0, hyphen > cut.length / 2 ? hyphen : cut.length).replace(/-$/, '');
}

/**
 * A slug for a text that people wrote: lower case, Chinese as pinyin (unless switched off), Latin letters without marks,
 * letters and digits of other scripts as they are, hyphens for all else, at most 100 characters. '' where nothing is left.
 */
export function slugFromText(text: string, { transliterate }: Settings['slug']): string {
  const words = text.normalize('NFKC').replace(/['’ʼ]/g, '').replace(BETWEEN_WORDS, ' ').trim();
  const start = Array.from(words).slice(0, READ_AHEAD).join('');
  const spelled = transliterate === 'pinyin' ? withPinyin(start) : start;
  const slug = plainLatin(spelled.toLowerCase().normalize('NFC'))
    .replace(BETWEEN_WORDS, '-')
    .replace(/^-|-$/g, '');
  return shorten(slug);
}

/**
 * The slug of a category or tag that only its term tells: the term itself where it can stand in a URL path as it is
 * (`linyiribao`, `AIcaijingshe`), else its slug, else the code points of its characters in hexadecimal.
 */
export function termSlug(term: string, slug: Settings['slug'] = { transliterate: 'pinyin' }): string {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9_~])?$/.test(term)) return term;
  return (
    slugFromText(term, slug) ||
    shorten(Array.from(term, (character) => character.codePointAt(0)?.toString(16) ?? '').join('-'))
  );
}

/** The wanted slug, then the same with `-2`, `-3` …, without end; for '' the numbers alone. */
export function* slugCandidates(wanted: string): Generator<string, never> {
  yield wanted;
  for (let number = 2; ; number += 1) yield wanted === '' ? String(number) : `${wanted}-${number}`;
}

/** The first candidate that is not taken. */
export function uniqueSlug(wanted: string, taken: (slug: string) => boolean): string {
  const candidates = slugCandidates(wanted);
  let slug = candidates.next().value;
  while (taken(slug)) slug = candidates.next().value;
  return slug;
}
