import { CLOCK } from './clock-form';
import { DIGITS } from './digit-form';
import { findForm, type DateElements, type Form, type Search } from './elements';
import { DAY_FIRST, HYPHENATED, MONTH_FIRST, MONTH_NAME } from './month-forms';
import {
  DOTS,
  ISO,
  ISO_RARITIES,
  JAPANESE,
  LEFT_OVER,
  ORDINAL_NUMBER,
  SHORT_YEAR,
  SLASHES,
} from './number-forms';
import { rubyPattern } from './pattern';

const NOISE = /[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu;
const DAY_NAME: Form = { pattern: rubyPattern(String.raw`\b(sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*`) };
const BEFORE_CHRIST: Form = {
  pattern: rubyPattern(String.raw`\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)`),
  found: (search) => {
    search.beforeChrist = true;
  },
};

/** Characters without which a form cannot match: looking for them first saves most of the work. */
const LETTER = /[a-z]/i;
const DIGIT = /\d/;

/** The forms of a day in their order, with the characters that they need. */
const DAY_FORMS: { forms: Form[]; needs: (RegExp | string)[] }[] = [
  { forms: [DAY_FIRST, MONTH_FIRST], needs: [LETTER, DIGIT] },
  { forms: [ISO], needs: ['-', DIGIT] },
  { forms: [JAPANESE], needs: ['.', DIGIT] },
  { forms: HYPHENATED, needs: ['-', LETTER, DIGIT] },
  { forms: [SLASHES], needs: ['/', DIGIT] },
  { forms: [DOTS], needs: ['.', DIGIT] },
  { forms: ISO_RARITIES, needs: [DIGIT] },
  { forms: [SHORT_YEAR], needs: ["'", DIGIT] },
  { forms: [MONTH_NAME], needs: [LETTER] },
  { forms: [ORDINAL_NUMBER], needs: [LETTER, DIGIT] },
  { forms: [DIGITS], needs: [DIGIT] },
];

/**
 * Finds date and time elements in a text the way `Date._parse(text, true)` of Ruby 3.1 does (date 3.2, date_parse.c):
 * it looks for a day name, a time, then the first form of a day that matches anywhere, and skips what it does not know.
 */
export function parseDateElements(text: string): DateElements {
  const search: Search = { text: text.replace(NOISE, ' '), completeYear: true, beforeChrist: false };
  findForm(search, DAY_NAME);
  if (DIGIT.test(search.text)) findForm(search, CLOCK);
  findDay(search);
  findForm(search, BEFORE_CHRIST);
  findForm(search, LEFT_OVER);

  if (search.year !== undefined && search.beforeChrist) search.year = 1 - search.year;
  if (search.year !== undefined && search.completeYear && search.year >= 0 && search.year <= 99) {
    search.year += search.year >= 69 ? 1900 : 2000;
  }
  const { year, yday, mon, mday, hour, min, sec, fraction, zone } = search;
  return { year, yday, mon, mday, hour, min, sec, fraction, zone };
}

function findDay(search: Search): void {
  const { text } = search;
  for (const { forms, needs } of DAY_FORMS) {
    const canMatch = needs.every((need) =>
      typeof need === 'string' ? text.includes(need) : need.test(text),
    );
    if (canMatch && forms.some((form) => findForm(search, form))) return;
  }
}
