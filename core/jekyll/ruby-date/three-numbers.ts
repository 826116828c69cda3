import type { Search } from './elements';
import { integer } from './pattern';

/** Leading sign and digits of a text, and whether more follows them; null where it has none. */
function leadingNumber(text: string): { sign: string; digits: string; more: boolean } | null {
  const match = /([-+]?)(\d*)(.*)/s.exec(text.replace(/^[^-+\d]+/, ''));
  if (!match || match[0] === '') return null;
  return { sign: match[1], digits: match[2], more: match[3] !== '' };
}

const looksLikeYear = (text: string) => text.startsWith("'") || text.length > 2;

/**
 * Takes three numbers for year, month and day in that order, unless an apostrophe or a length of more than two digits shows
 * that another one is the year. Absent ones are null; with the last one absent they are month and day.
 * Source: date 3.2, date_parse.c, `s3e`.
 */
export function takeDate(
  search: Search,
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
    if (yearFound.sign || yearFound.digits.length > 2) search.completeYear = false;
    search.year = integer(yearFound.sign + yearFound.digits);
  }
  if (beforeChrist) search.beforeChrist = true;
  const monthDigits = /\d+/.exec(month ?? '');
  if (monthDigits) search.mon = integer(monthDigits[0]);
  const dayDigits = /\d+/.exec(day ?? '');
  if (dayDigits) search.mday = integer(dayDigits[0]);
}
