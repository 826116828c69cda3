import { daysInMonth } from './civil-date';
import type { DateElements } from './ruby-date/elements';
import { parseDateElements } from './ruby-date/parse-date-elements';
import type { WallClock, ZonedParts } from './time-zone';
import { offsetAt, secondsOfWallClock, wallClockToEpoch, zonedParts } from './time-zone';
import { isOffsetInRange, zoneOffset } from './zone-offset';

/** A moment, exact to the digits that were written. */
export interface RubyInstant {
  /** Seconds since 1970-01-01T00:00:00Z, rounded down. */
  epochSeconds: number;
  /** Nanoseconds after that second, 0 to 999,999,999. */
  nanoseconds: number;
}

export interface RubyTimeOptions {
  /** IANA name of the zone that texts without zone are read in. */
  timezone: string;
  /** Milliseconds since 1970-01-01T00:00:00Z that stand for today, for texts without year; the current time if absent. */
  now?: number;
}

/** `Date._parse` refuses longer texts (date 3.2.1, against denial of service). */
const LONGEST_TEXT = 128;

const utf8 = new TextEncoder();

/**
 * Reads a text as `Time.parse` of Ruby 3.1 does (lib/time.rb), milliseconds since 1970-01-01T00:00:00Z with fractions of a
 * millisecond dropped; null where Ruby raises ArgumentError.
 */
export function parseRubyTime(text: string, options: RubyTimeOptions): number | null {
  const instant = parseRubyInstant(text, options);
  return instant && instant.epochSeconds * 1000 + Math.floor(instant.nanoseconds / 1e6);
}

/** As `parseRubyTime`, to the nanosecond. */
export function parseRubyInstant(text: string, options: RubyTimeOptions): RubyInstant | null {
  if (text.length > LONGEST_TEXT || utf8.encode(text).length > LONGEST_TEXT) return null;
  const elements = parseDateElements(text);
  return makeTime(elements, options);
}

function makeTime(elements: DateElements, options: RubyTimeOptions): RubyInstant | null {
  const { year, yday, mon, mday, hour, min, sec, fraction, zone } = elements;
  const given = [year, yday, mon, mday, hour, min, sec, fraction];
  if (given.every((element) => element === undefined)) return null;
  if (yday !== undefined) return makeOrdinalTime(elements, yday, options);

  const now = options.now ?? Date.now();
  const offsetYear = year ?? zonedParts(now, options.timezone).year;
  let offset = zone === undefined ? null : zoneOffset(zone, offsetYear, options.timezone);
  if (offset !== null && !isOffsetInRange(offset)) return null;
  const today = () =>
    offset === null ? zonedParts(now, options.timezone) : zonedParts(now + offset * 1000, 'UTC');
  const wall = fillFromToday(elements, today);
  if (zone !== undefined && wall.year !== offsetYear) offset = zoneOffset(zone, wall.year, options.timezone);

  const shifted = offset === null ? wall : applyOffset(wall, offset);
  if (!inRange(shifted)) return null;
  const epochSeconds =
    offset === null ? wallClockToEpoch(shifted, options.timezone) / 1000 : secondsOfWallClock(shifted);
  return { epochSeconds, nanoseconds: Number((fraction ?? '').slice(0, 9).padEnd(9, '0')) };
}

/** What the text leaves out before its first element is today's; what it leaves out after it is the beginning. */
function fillFromToday(
  { year, mon, mday, hour, min, sec }: DateElements,
  today: () => ZonedParts,
): WallClock {
  if (year !== undefined) {
    return { year, month: mon ?? 1, day: mday ?? 1, hour: hour ?? 0, minute: min ?? 0, second: sec ?? 0 };
  }
  const current = today();
  const filled = { ...current };
  let begun = false;
  const take = (element: number | undefined, now: number, start: number) => {
    begun ||= element !== undefined;
    return element ?? (begun ? start : now);
  };
  filled.month = take(mon, current.month, 1);
  filled.day = take(mday, current.day, 1);
  filled.hour = take(hour, current.hour, 0);
  filled.minute = take(min, current.minute, 0);
  filled.second = take(sec, current.second, 0);
  return filled;
}

/** `yday` is reached in two steps, as time.rb does: a guess with months of 31 days, then the difference. */
function makeOrdinalTime(elements: DateElements, yday: number, options: RubyTimeOptions): RubyInstant | null {
  if (yday < 1 || yday > 366) return null;
  const year = elements.year ?? zonedParts(options.now ?? Date.now(), options.timezone).year;
  const guess = {
    ...elements,
    yday: undefined,
    mon: Math.floor((yday - 1) / 31) + 1,
    mday: ((yday - 1) % 31) + 1,
  };
  const guessed = makeTime(guess, options);
  if (!guessed) return null;
  const difference = yday - dayOfYear(guessed, elements.zone, year, options.timezone);
  if (difference === 0) return guessed;
  let { mon, mday } = guess;
  mday += difference;
  const length = daysInMonth(year, mon) ?? 31;
  if (mday > 28 && mday > length) {
    mon += 1;
    if (mon > 12) return null;
    mday -= length;
  }
  return makeTime({ ...guess, mon, mday }, options);
}

function dayOfYear(instant: RubyInstant, zone: string | undefined, year: number, timezone: string): number {
  const offset = zone === undefined ? null : zoneOffset(zone, year, timezone);
  const seconds = instant.epochSeconds + (offset ?? offsetAt(instant.epochSeconds, timezone));
  return zonedParts(seconds * 1000, 'UTC').yday;
}

/** Wall clock of a zone → UTC, element by element; elements out of range stay so (`apply_offset` of time.rb). */
function applyOffset(wall: WallClock, offset: number): WallClock {
  let { year, month, day, hour, minute, second } = wall;
  const direction = offset < 0 ? 1 : -1;
  const size = Math.abs(offset);
  const carry = (value: number, by: number, base: number): [value: number, carried: number] => {
    if (by === 0) return [value, 0];
    const sum = value + direction * by;
    const carried = Math.floor(sum / base);
    return [sum - carried * base, carried];
  };

  let minutes = Math.floor(size / 60);
  let carried: number;
  [second, carried] = carry(second, size % 60, 60);
  minutes += direction * carried;
  let hours = Math.floor(minutes / 60);
  [minute, carried] = carry(minute, minutes - hours * 60, 60);
  hours += direction * carried;
  let days = Math.floor(hours / 24);
  [hour, carried] = carry(hour, hours - days * 24, 24);
  days += direction * carried;
  if (days === 0) return { year, month, day, hour, minute, second };

  day += direction * days;
  if (direction > 0) {
    const length = daysInMonth(year, month);
    if (length !== undefined && length < day) {
      month += 1;
      if (month > 12) [month, year] = [1, year + 1];
      day = 1;
    }
  } else if (day < 1) {
    month -= 1;
    if (month < 1) [month, year] = [12, year - 1];
    day = daysInMonth(year, month) ?? 0;
  }
  return { year, month, day, hour, minute, second };
}

/** What `Time.local` accepts: 31 days in every month, the leap second, 24:00:00. */
function inRange({ year, month, day, hour, minute, second }: WallClock): boolean {
  return (
    Math.abs(year) < 270000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    minute >= 0 &&
    minute <= 59 &&
    second >= 0 &&
    second <= 60 &&
    hour >= 0 &&
    (hour < 24 || (hour === 24 && minute === 0 && second === 0))
  );
}
