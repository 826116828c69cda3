import type { Form } from './elements';
import { integer, rubyPattern } from './pattern';
import { takeDate } from './three-numbers';

/** `2019-07-04`. */
export const ISO: Form = {
  pattern: /('?[-+]?\d+)-(\d+)-('?-?\d+)/u,
  found: (search, [, year, month, day]) => takeDate(search, year, month, day),
};

/** The last year before each Japanese era: Meiji, Taisho, Showa, Heisei, Reiwa. */
const YEAR_BEFORE_ERA: Record<string, number> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

/** `R1.5.1`. */
export const JAPANESE: Form = {
  pattern: rubyPattern(String.raw`\b([mtshr])(\d+)\.(\d+)\.(\d+)`),
  found: (search, [, era, year, month, day]) => {
    search.year = integer(year) + (YEAR_BEFORE_ERA[era.toLowerCase()] ?? 0);
    search.mon = integer(month);
    search.mday = integer(day);
  },
};

/** `4/7/2019`, `2019/7/4`, `7/4`. */
export const SLASHES: Form = {
  pattern: /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/u,
  found: (search, [, year, month, day]) => takeDate(search, year, month, day ?? null),
};

/** `4.7.2019`. */
export const DOTS: Form = {
  pattern: /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/u,
  found: (search, [, year, month, day]) => takeDate(search, year, month, day),
};

/** ISO 8601 without year, by week (of which `Time.parse` takes nothing) and by day of the year. */
export const ISO_RARITIES: Form[] = [
  { pattern: rubyPattern(String.raw`\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b`) },
  { pattern: rubyPattern(String.raw`-w-(\d)\b`) },
  {
    pattern: rubyPattern(String.raw`--(\d{2})?-(\d{2})\b`),
    found: (search, [, month, day]) => {
      if (month !== undefined) search.mon = integer(month);
      search.mday = integer(day);
    },
  },
  {
    pattern: rubyPattern(String.raw`--(\d{2})(\d{2})?\b`),
    found: (search, [, month, day]) => {
      search.mon = integer(month);
      if (day !== undefined) search.mday = integer(day);
    },
  },
  {
    pattern: rubyPattern(String.raw`\b(\d{2}|\d{4})-(\d{3})\b`),
    unless: rubyPattern(String.raw`[,.](\d{2}|\d{4})-\d{3}\b`),
    found: (search, [, year, day]) => {
      search.year = integer(year);
      search.yday = integer(day);
    },
  },
  {
    pattern: rubyPattern(String.raw`\b-(\d{3})\b`),
    unless: rubyPattern(String.raw`\d-\d{3}\b`),
    found: (search, [, day]) => {
      search.yday = integer(day);
    },
  },
];

/** `'19`. */
export const SHORT_YEAR: Form = {
  pattern: rubyPattern(String.raw`'(\d+)\b`),
  found: (search, [, year]) => {
    search.year = integer(year);
  },
};

/** `4th`. */
export const ORDINAL_NUMBER: Form = {
  pattern: rubyPattern(String.raw`(\d+)(st|nd|rd|th)\b`),
  found: (search, [, day]) => {
    search.mday = integer(day);
  },
};

/** One or two digits that are left over: the day beside a time, the hour beside a day. */
export const LEFT_OVER: Form = {
  pattern: /^\s*(\d{1,2})\s*$/u,
  found: (search, [, digits]) => {
    const value = integer(digits);
    if (search.hour !== undefined && search.mday === undefined && value >= 1 && value <= 31)
      search.mday = value;
    if (search.mday !== undefined && search.hour === undefined && value <= 24) search.hour = value;
  },
};
