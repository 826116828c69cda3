/** A day of the proleptic Gregorian calendar, as Ruby's Time and ECMAScript's Intl count it; the year may be 0 or negative. */
export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const DAYS_PER_ERA = 146097;
const YEARS_PER_ERA = 400;
/** From 0000-03-01, where the eras below begin, to 1970-01-01. */
const DAYS_TO_EPOCH = 719468;

/**
 * Days from 1970-01-01 to a day. A day beyond the end of its month counts on into the next one, as Ruby's `Time.local`
 * does for 30 February.
 */
export function daysFromCivil({ year, month, day }: CivilDate): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / YEARS_PER_ERA);
  const yearOfEra = shifted - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** The day that lies `days` after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Days of a month, 1 to 12; `undefined` for any other number. */
export function daysInMonth(year: number, month: number): number | undefined {
  if (month < 1 || month > 12) return undefined;
  return daysFromCivil({ year, month: month + 1, day: 1 }) - daysFromCivil({ year, month, day: 1 });
}

/** 0 for Sunday to 6 for Saturday, from days since 1970-01-01. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

/** Year and number of the ISO 8601 week (1 to 53) in which a day lies. */
export function isoWeekOf(days: number): { isoYear: number; isoWeek: number } {
  const thursday = days + 4 - (weekdayOf(days) || 7);
  const { year } = civilFromDays(thursday);
  return {
    isoYear: year,
    isoWeek: Math.floor((thursday - daysFromCivil({ year, month: 1, day: 1 })) / 7) + 1,
  };
}
