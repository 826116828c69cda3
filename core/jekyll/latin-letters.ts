/** Letters that Unicode does not take apart into a base letter and marks. */
const LIGATURES_AND_STROKES: Record<string, string> = {
  Æ: 'AE',
  Ð: 'D',
  '×': 'x',
  Ø: 'O',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
};

const REPLACEMENT = '?';
const FIRST_LETTER = '\u00c0';
const LAST_LETTER = '\u017e';
const NOT_ASCII = /[^\0-\x7f]/gu;
const ASCII_LETTER = /^[A-Za-z]/;

/**
 * The nearest ASCII text: Latin letters up to U+017E lose their accents, any other character becomes `?`.
 * Source: i18n, `I18n::Backend::Transliterator` without rules of a locale, which Jekyll's slug mode `latin` calls.
 */
export function transliterateLatin(text: string): string {
  return text.replace(NOT_ASCII, toAscii);
}

function toAscii(character: string): string {
  const special = LIGATURES_AND_STROKES[character];
  if (special !== undefined) return special;
  if (character < FIRST_LETTER || character > LAST_LETTER) return REPLACEMENT;
  return ASCII_LETTER.exec(character.normalize('NFD'))?.[0] ?? REPLACEMENT;
}
