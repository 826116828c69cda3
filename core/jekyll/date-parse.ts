/** What `Date._parse` found in a text. Only the elements that `Time.parse` uses; absent ones are undefined. */
export interface DateElements {
  year?: number;
  yday?: number;
  mon?: number;
  mday?: number;
  hour?: number;
  min?: number;
  sec?: number;
  /** Digits after the decimal point of the seconds. */
  fraction?: string;
  /** The zone as written (`PDT`, `+08:00`). */
  zone?: string;
}

interface State extends DateElements {
  text: string;
  /** Two-digit years mean 1969 to 2068. */
  completeYear: boolean;
  beforeChrist: boolean;
}

type Rule = [pattern: RegExp, found: (state: State, match: RegExpExecArray) => void];

// Ruby's \b looks at Unicode words even where \d and \s are ASCII; ECMAScript's does not.
const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const ERA = String.raw`(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?`;

function pattern(source: string, flags = 'iu'): RegExp {
  return new RegExp(source.replaceAll('\\b', EDGE), flags);
}

const NOISE = /[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu;
const DAY_NAME = pattern(String.raw`\b(sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*`);
const TIME = pattern(
  String.raw`((?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)` +
    String.raw`(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))` +
    String.raw`(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?` +
    String.raw`|[\p{Alphabetic}.\s]+(?:standard|daylight)\stime\b|\p{Alphabetic}+(?:\sdst)?\b))?`,
);
const CLOCK = pattern(
  String.raw`^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?`,
);

const monthNumber = (name: string) => String(MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1);
const isBefore = (era: string | undefined) => /^b/i.test(era ?? '');
const number = (digits: string) => Number.parseInt(digits, 10) || 0;

const EUROPEAN: Rule = [
  pattern(
    String.raw`('?\d+)[^-\d\s]*\s*(${MONTHS})[^-\d\s']*(?:\s*${ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
  ),
  (state, [, day, month, era, year]) => setDate(state, year ?? null, monthNumber(month), day, isBefore(era)),
];
const AMERICAN: Rule = [
  pattern(String.raw`\b(${MONTHS})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*${ERA}\s*('?-?\d+))?`),
  (state, [, month, day, era, year]) => setDate(state, year ?? null, monthNumber(month), day, isBefore(era)),
];
const ISO: Rule = [
  /('?[-+]?\d+)-(\d+)-('?-?\d+)/u,
  (state, [, year, month, day]) => setDate(state, year, month, day),
];
const JAPANESE: Rule = [
  pattern(String.raw`\b([mtshr])(\d+)\.(\d+)\.(\d+)`),
  (state, [, era, year, month, day]) => {
    const before = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }[era.toLowerCase()] ?? 0;
    Object.assign(state, { year: number(year) + before, mon: number(month), mday: number(day) });
  },
];
const VMS: Rule[] = [
  [
    pattern(String.raw`('?-?\d+)-(${MONTHS})[^-/.]*-('?-?\d+)`),
    (state, [, day, month, year]) => setDate(state, year, monthNumber(month), day),
  ],
  [
    pattern(String.raw`\b(${MONTHS})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?`),
    (state, [, month, day, year]) => setDate(state, year ?? null, monthNumber(month), day),
  ],
];
const SLASHES: Rule = [
  /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/u,
  (state, [, year, month, day]) => setDate(state, year, month, day ?? null),
];
const DOTS: Rule = [
  /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/u,
  (state, [, year, month, day]) => setDate(state, year, month, day),
];
const NO_ELEMENT = () => undefined;
const WEEK_AND_ORDINAL: Array<Rule & { 2?: RegExp }> = [
  [pattern(String.raw`\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b`), NO_ELEMENT],
  [pattern(String.raw`-w-(\d)\b`), NO_ELEMENT],
  [
    pattern(String.raw`--(\d{2})?-(\d{2})\b`),
    (state, [, month, day]) => {
      if (month !== undefined) state.mon = number(month);
      state.mday = number(day);
    },
  ],
  [
    pattern(String.raw`--(\d{2})(\d{2})?\b`),
    (state, [, month, day]) => {
      state.mon = number(month);
      if (day !== undefined) state.mday = number(day);
    },
  ],
];
const ORDINAL: Rule = [
  pattern(String.raw`\b(\d{2}|\d{4})-(\d{3})\b`),
  (state, [, year, day]) => Object.assign(state, { year: number(year), yday: number(day) }),
];
const ORDINAL_IN_A_LIST = pattern(String.raw`[,.](\d{2}|\d{4})-\d{3}\b`);
const ORDINAL_DAY: Rule = [
  pattern(String.raw`\b-(\d{3})\b`),
  (state, [, day]) => {
    state.yday = number(day);
  },
];
const DIGIT_BEFORE_ORDINAL = pattern(String.raw`\d-\d{3}\b`);
const SHORT_YEAR: Rule = [
  pattern(String.raw`'(\d+)\b`),
  (state, [, year]) => {
    state.year = number(year);
  },
];
const MONTH_NAME: Rule = [
  pattern(String.raw`\b(${MONTHS})\S*`),
  (state, [, month]) => {
    state.mon = number(monthNumber(month));
  },
];
const ORDINAL_NUMBER: Rule = [
  pattern(String.raw`(\d+)(st|nd|rd|th)\b`),
  (state, [, day]) => {
    state.mday = number(day);
  },
];
const DIGITS: Rule = [
  pattern(
    String.raw`([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?`,
  ),
  readDigits,
];
const BEFORE_CHRIST: Rule = [
  pattern(String.raw`\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)`),
  (state) => {
    state.beforeChrist = true;
  },
];
const FRAGMENT: Rule = [
  /^\s*(\d{1,2})\s*$/u,
  (state, [, digits]) => {
    const value = number(digits);
    if (state.hour !== undefined && state.mday === undefined && value >= 1 && value <= 31) state.mday = value;
    if (state.mday !== undefined && state.hour === undefined && value <= 24) state.hour = value;
  },
];

function apply(state: State, [regexp, found]: Rule): boolean {
  const match = regexp.exec(state.text);
  if (!match) return false;
  state.text = `${state.text.slice(0, match.index)} ${state.text.slice(match.index + match[0].length)}`;
  found(state, match);
  return true;
}

/** Leading sign and digits of a text, and whether more follows them; null where it has none. */
function leadingNumber(text: string): { sign: string; digits: string; more: boolean } | null {
  const match = /[-+0-9]/.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index);
  const sign = /^[-+]/.exec(rest)?.[0] ?? '';
  const digits = /^\d*/.exec(rest.slice(sign.length))?.[0] ?? '';
  return { sign, digits, more: rest.length > sign.length + digits.length };
}

const looksLikeYear = (text: string) => text.startsWith("'") || text.length > 2;

/** Sorts three numbers into year, month and day by their length and apostrophe (`s3e` of date_parse.c). */
function setDate(
  state: State,
  first: string | null,
  second: string | null,
  third: string | null,
  beforeChrist = false,
): void {
  let [year, month, day] = [first, second, third];
  if (year !== null && month !== null && day === null) [year, month, day] = [null, year, month];
  if (year === null && day !== null && looksLikeYear(day)) [year, day] = [day, null];
  if (year !== null) {
    const found = leadingNumber(year);
    if (found?.more) [year, day] = [day, found.sign + found.digits];
  }
  if (month !== null && looksLikeYear(month)) [year, month, day] = [month, day, year];
  if (day !== null && looksLikeYear(day)) [year, day] = [day, year];

  const yearFound = year === null ? null : leadingNumber(year);
  if (yearFound) {
    if (yearFound.sign || yearFound.digits.length > 2) state.completeYear = false;
    state.year = number(yearFound.sign + yearFound.digits);
  }
  if (beforeChrist) state.beforeChrist = true;
  const monthDigits = /\d+/.exec(month ?? '');
  if (monthDigits) state.mon = number(monthDigits[0]);
  const dayDigits = /\d+/.exec(day ?? '');
  if (dayDigits) state.mday = number(dayDigits[0]);
}

function readClock(state: State, [, clock, zone]: RegExpExecArray): void {
  if (zone !== undefined) state.zone = zone;
  const match = CLOCK.exec(clock);
  if (!match) return;
  const [, hour, minute, second, fraction, half] = match;
  state.hour = half ? (number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : number(hour);
  if (minute !== undefined) state.min = number(minute);
  if (second !== undefined) state.sec = number(second);
  if (fraction !== undefined) state.fraction = fraction;
}

type Layout = Array<[key: 'year' | 'mon' | 'mday' | 'yday' | 'hour' | 'min' | 'sec', length: number]>;

/** How a run of digits is read as a date, by its length. */
const DATE_LAYOUTS: Record<number, Layout> = {
  2: [['mday', 2]],
  3: [['yday', 3]],
  4: [
    ['mon', 2],
    ['mday', 2],
  ],
  5: [
    ['year', 2],
    ['yday', 3],
  ],
  6: [
    ['year', 2],
    ['mon', 2],
    ['mday', 2],
  ],
  7: [
    ['year', 4],
    ['yday', 3],
  ],
  8: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
  ],
  10: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
  ],
  12: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
  ],
  14: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

/** How it is read where a fraction follows at once: its end is the second. */
const TIME_LAYOUTS: Record<number, Layout> = {
  2: [['sec', 2]],
  3: [
    ['min', 1],
    ['sec', 2],
  ],
  4: [
    ['min', 2],
    ['sec', 2],
  ],
  5: [
    ['hour', 1],
    ['min', 2],
    ['sec', 2],
  ],
  6: [
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  7: [
    ['mday', 1],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  8: [
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  10: [
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  12: [
    ['year', 2],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  14: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

const CLOCK_LAYOUTS: Record<number, Layout> = {
  2: [['hour', 2]],
  4: [
    ['hour', 2],
    ['min', 2],
  ],
  6: [
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

function readLayout(state: State, digits: string, layout: Layout | undefined, sign: string): void {
  let at = 0;
  for (const [key, length] of layout ?? []) {
    const value = number(digits.slice(at, at + length));
    state[key] = key === 'year' && sign === '-' ? -value : value;
    at += length;
    if (key === 'year' && length === 4 && digits.length !== 7) state.completeYear = false;
  }
}

/** Runs of digits without separators (`20211208`, `20211208T104618`); `parse_ddd` of date_parse.c. */
function readDigits(state: State, [, sign, digits, clock, fraction, zone]: RegExpExecArray): void {
  const isTime = clock === undefined && fraction !== undefined;
  readLayout(state, digits, (isTime ? TIME_LAYOUTS : DATE_LAYOUTS)[digits.length], sign);
  if (clock !== undefined) {
    readLayout(
      state,
      clock,
      (fraction === undefined ? CLOCK_LAYOUTS : TIME_LAYOUTS_OF_CLOCK)[clock.length],
      '',
    );
  }
  if (fraction !== undefined) state.fraction = fraction;
  if (zone !== undefined) state.zone = zone.startsWith('[') ? zoneInBrackets(zone) : zone;
}

const TIME_LAYOUTS_OF_CLOCK: Record<number, Layout> = {
  2: TIME_LAYOUTS[2],
  4: TIME_LAYOUTS[4],
  6: TIME_LAYOUTS[6],
};

/** `[-5:EST]` names its zone after the colon. */
function zoneInBrackets(zone: string): string {
  const inside = zone.slice(1, -1);
  const colon = inside.indexOf(':');
  return colon < 0 ? inside : inside.slice(colon + 1);
}

/** Whether a text has the kinds of characters that a rule needs: it saves running most of them. */
function kindsOf(text: string) {
  return {
    letter: /[a-z]/i.test(text),
    digit: /\d/.test(text),
    dash: text.includes('-'),
    dot: text.includes('.'),
    slash: text.includes('/'),
  };
}

/** The rules for the day, in their order; the first that matches ends the search. */
function readDay(state: State): void {
  const { letter, digit, dash, dot, slash } = kindsOf(state.text);
  if (letter && digit && (apply(state, EUROPEAN) || apply(state, AMERICAN))) return;
  if (digit && dash && apply(state, ISO)) return;
  if (digit && dot && apply(state, JAPANESE)) return;
  if (letter && digit && dash && VMS.some((rule) => apply(state, rule))) return;
  if (digit && slash && apply(state, SLASHES)) return;
  if (digit && dot && apply(state, DOTS)) return;
  if (digit && readOrdinalDate(state)) return;
  if (digit && apply(state, SHORT_YEAR)) return;
  if (letter && apply(state, MONTH_NAME)) return;
  if (digit && apply(state, ORDINAL_NUMBER)) return;
  if (digit) apply(state, DIGITS);
}

function readOrdinalDate(state: State): boolean {
  return (
    WEEK_AND_ORDINAL.some((rule) => apply(state, rule)) ||
    (!ORDINAL_IN_A_LIST.test(state.text) && apply(state, ORDINAL)) ||
    (!DIGIT_BEFORE_ORDINAL.test(state.text) && apply(state, ORDINAL_DAY))
  );
}

/**
 * Finds date and time elements in a text the way `Date._parse(text, true)` of Ruby 3.1 does (date 3.2, date_parse.c):
 * it looks for a day name, a time, then the first form of date that matches anywhere, and skips what it does not know.
 */
export function parseDateElements(text: string): DateElements {
  const state: State = { text: text.replace(NOISE, ' '), completeYear: true, beforeChrist: false };
  const { letter, digit } = kindsOf(state.text);
  if (letter) apply(state, [DAY_NAME, NO_ELEMENT]);
  if (digit) apply(state, [TIME, readClock]);
  readDay(state);
  if (letter) apply(state, BEFORE_CHRIST);
  if (digit) apply(state, FRAGMENT);

  if (state.year !== undefined && state.beforeChrist) state.year = 1 - state.year;
  if (state.year !== undefined && state.completeYear && state.year >= 0 && state.year <= 99) {
    state.year += state.year >= 69 ? 1900 : 2000;
  }
  const { year, yday, mon, mday, hour, min, sec, fraction, zone } = state;
  return { year, yday, mon, mday, hour, min, sec, fraction, zone };
}
