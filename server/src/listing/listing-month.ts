import { zonedParts } from '../../../core/jekyll';
import { UNDATED } from './listing-tables';

/** A month as a number, `202112`; 0 for posts without date. */
export type MonthNumber = number;

/** The month in which a moment lies in a time zone. */
export function monthOf(date: number, timezone: string): MonthNumber {
  if (date <= UNDATED) return 0;
  const { year, month } = zonedParts(date, timezone);
  return year * 100 + month;
}
