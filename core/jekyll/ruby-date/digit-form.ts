import type { Form, Search } from './elements';
import { integer, rubyPattern } from './pattern';

type Element = 'year' | 'mon' | 'mday' | 'yday' | 'hour' | 'min' | 'sec';

const ELEMENT_OF_LETTER: Record<string, Element> = {
  Y: 'year',
  M: 'mon',
  D: 'mday',
  J: 'yday',
  h: 'hour',
  m: 'min',
  s: 'sec',
};

/** Which digit belongs to which element, by the length of the run. */
type Layouts = Record<number, string>;

const DATE: Layouts = {
  2: 'DD',
  3: 'JJJ',
  4: 'MMDD',
  5: 'YYJJJ',
  6: 'YYMMDD',
  7: 'YYYYJJJ',
  8: 'YYYYMMDD',
  10: 'YYYYMMDDhh',
  12: 'YYYYMMDDhhmm',
  14: 'YYYYMMDDhhmmss',
};

/** Where a fraction follows at once, the run ends with the seconds. */
const DATE_WITH_FRACTION: Layouts = {
  2: 'ss',
  3: 'mss',
  4: 'mmss',
  5: 'hmmss',
  6: 'hhmmss',
  7: 'Dhhmmss',
  8: 'DDhhmmss',
  10: 'MMDDhhmmss',
  12: 'YYMMDDhhmmss',
  14: 'YYYYMMDDhhmmss',
};

const CLOCK: Layouts = { 2: 'hh', 4: 'hhmm', 6: 'hhmmss' };
const CLOCK_WITH_FRACTION: Layouts = { 2: 'ss', 4: 'mmss', 6: 'hhmmss' };

/** A year of four digits is complete, but not before a day of the year. */
const COMPLETE_YEAR = /^YYYYM/;

/** `20190704`, `20190704T090506Z`, `201907040905`. Source: date 3.2, date_parse.c, `parse_ddd`. */
export const DIGITS: Form = {
  pattern: rubyPattern(
    String.raw`([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?` +
      String.raw`(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?`,
  ),
  found: (search, [, sign, digits, clock, fraction, zone]) => {
    const isEndOfTime = clock === undefined && fraction !== undefined;
    takeElements(search, digits, isEndOfTime ? DATE_WITH_FRACTION : DATE);
    if (sign === '-' && search.year !== undefined) search.year = -search.year;
    if (clock !== undefined)
      takeElements(search, clock, fraction === undefined ? CLOCK : CLOCK_WITH_FRACTION);
    if (fraction !== undefined) search.fraction = fraction;
    if (zone !== undefined) search.zone = zone.startsWith('[') ? zoneInBrackets(zone) : zone;
  },
};

function takeElements(search: Search, digits: string, layouts: Layouts): void {
  const layout = layouts[digits.length] ?? '';
  let at = 0;
  for (const [run] of layout.matchAll(/(.)\1*/g)) {
    search[ELEMENT_OF_LETTER[run[0]]] = integer(digits.slice(at, at + run.length));
    at += run.length;
  }
  if (COMPLETE_YEAR.test(layout)) search.completeYear = false;
}

/** `[-5:EST]` names its zone after the colon. */
function zoneInBrackets(zone: string): string {
  const inside = zone.slice(1, -1);
  const colon = inside.indexOf(':');
  return colon < 0 ? inside : inside.slice(colon + 1);
}
