import type { Form } from './elements';
import { integer, rubyPattern } from './pattern';
import { takeDate } from './three-numbers';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${NAMES.join('|')})`;
const ERA = String.raw`(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?`;
const SIGNED = String.raw`('?-?\d+)`;

const numberOf = (name: string) => String(NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1);
const isBefore = (era: string | undefined) => era !== undefined && /^b/i.test(era);

/** `4th July 2019`. */
export const DAY_FIRST: Form = {
  pattern: rubyPattern(
    String.raw`('?\d+)[^-\d\s]*\s*${MONTH}[^-\d\s']*(?:\s*${ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
  ),
  found: (search, [, day, month, era, year]) =>
    takeDate(search, year ?? null, numberOf(month), day, isBefore(era)),
};

/** `July 4th, 2019`. */
export const MONTH_FIRST: Form = {
  pattern: rubyPattern(String.raw`\b${MONTH}[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*${ERA}\s*${SIGNED})?`),
  found: (search, [, month, day, era, year]) =>
    takeDate(search, year ?? null, numberOf(month), day, isBefore(era)),
};

/** `4-Jul-2019` and `Jul-4-2019`. */
export const HYPHENATED: Form[] = [
  {
    pattern: rubyPattern(String.raw`${SIGNED}-${MONTH}[^-/.]*-${SIGNED}`),
    found: (search, [, day, month, year]) => takeDate(search, year, numberOf(month), day),
  },
  {
    pattern: rubyPattern(String.raw`\b${MONTH}[^-/.]*-${SIGNED}(?:-${SIGNED})?`),
    found: (search, [, month, day, year]) => takeDate(search, year ?? null, numberOf(month), day),
  },
];

/** A month alone. */
export const MONTH_NAME: Form = {
  pattern: rubyPattern(String.raw`\b${MONTH}\S*`),
  found: (search, [, month]) => {
    search.mon = integer(numberOf(month));
  },
};
