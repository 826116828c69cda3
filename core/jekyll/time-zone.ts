import type { CivilDate } from './civil-date';
import { civilFromDays, daysFromCivil, isoWeekOf, weekdayOf } from './civil-date';

/** A moment as the clocks and calendars of a time zone show it. */
export interface ZonedParts extends CivilDate {
  hour: number;
  minute: number;
  second: number;
  /** 0 for Sunday to 6 for Saturday. */
  weekday: number;
  /** Day of the year, 1 to 366. */
  yday: number;
  isoYear: number;
  isoWeek: number;
  /** Seconds east of UTC. */
  offset: number;
}

/** What a clock and a calendar on the wall show, without a zone. */
export interface WallClock extends CivilDate {
  hour: number;
  minute: number;
  second: number;
}

const SECONDS_PER_DAY = 86400;
/** The last second that a Date of ECMAScript can hold, on either side of 1970. */
const LAST_SECOND = 8.64e12;

/** The rules of one time zone. A zone is built once: an Intl.DateTimeFormat costs some fifty times a lookup. */
interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset by day since 1970-01-01 (UTC); null for a day on which the offset changes. */
  offsets: Map<number, number | null>;
}

const zones = new Map<string, Zone | null>();

function zoneOf(timezone: string): Zone | null {
  const known = zones.get(timezone);
  if (known !== undefined) return known;
  const zone = createZone(timezone);
  zones.set(timezone, zone);
  return zone;
}

function createZone(timezone: string): Zone | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, offsets: new Map() };
  } catch {
    return null;
  }
}

/** Whether a name is an IANA time zone that this runtime knows. */
export function isTimeZone(timezone: string): boolean {
  return zoneOf(timezone) !== null;
}

function readOffset(format: Intl.DateTimeFormat, epochSeconds: number): number {
  const found: Record<string, string> = {};
  for (const part of format.formatToParts(epochSeconds * 1000)) found[part.type] = part.value;
  const year = Number(found.year);
  const wall = secondsOfWallClock({
    year: found.era?.startsWith('B') ? 1 - year : year,
    month: Number(found.month),
    day: Number(found.day),
    hour: Number(found.hour),
    minute: Number(found.minute),
    second: Number(found.second),
  });
  return wall - epochSeconds;
}

/**
 * Seconds east of UTC at a moment. Unknown zone names count as UTC, as the C library under Jekyll has it; so do moments
 * that a Date cannot hold.
 */
export function offsetAt(epochSeconds: number, timezone: string): number {
  if (timezone === 'UTC' || Math.abs(epochSeconds) > LAST_SECOND - SECONDS_PER_DAY) return 0;
  const zone = zoneOf(timezone);
  if (!zone) return 0;
  const day = Math.floor(epochSeconds / SECONDS_PER_DAY);
  let offset = zone.offsets.get(day);
  if (offset === undefined) {
    const first = readOffset(zone.format, day * SECONDS_PER_DAY);
    const last = readOffset(zone.format, (day + 1) * SECONDS_PER_DAY - 1);
    offset = first === last ? first : null;
    zone.offsets.set(day, offset);
  }
  return offset ?? readOffset(zone.format, Math.floor(epochSeconds));
}

/** Seconds from 1970-01-01T00:00:00 to a wall clock in its own zone. */
export function secondsOfWallClock(wall: WallClock): number {
  return daysFromCivil(wall) * SECONDS_PER_DAY + wall.hour * 3600 + wall.minute * 60 + wall.second;
}

/**
 * What the clocks of a zone show at a moment (milliseconds since 1970-01-01T00:00:00Z; fractions of a second are dropped).
 */
export function zonedParts(epochMs: number, timezone: string): ZonedParts {
  const epochSeconds = Math.floor(epochMs / 1000);
  const offset = offsetAt(epochSeconds, timezone);
  const local = epochSeconds + offset;
  const days = Math.floor(local / SECONDS_PER_DAY);
  const secondOfDay = local - days * SECONDS_PER_DAY;
  const { year, month, day } = civilFromDays(days);
  const { isoYear, isoWeek } = isoWeekOf(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(secondOfDay / 3600),
    minute: Math.floor((secondOfDay % 3600) / 60),
    second: secondOfDay % 60,
    weekday: weekdayOf(days),
    yday: days - daysFromCivil({ year, month: 1, day: 1 }) + 1,
    isoYear,
    isoWeek,
    offset,
  };
}

/**
 * The moment at which the clocks of a zone show `wall`, in milliseconds since 1970-01-01T00:00:00Z. A time that the
 * clocks skip is read with the offset before the change, a time that they show twice is the second one: what Ruby 3.1's
 * `Time.local` answers.
 */
export function wallClockToEpoch(wall: WallClock, timezone: string): number {
  const local = secondsOfWallClock(wall);
  const before = offsetAt(local - SECONDS_PER_DAY, timezone);
  const after = offsetAt(local + SECONDS_PER_DAY, timezone);
  if (before !== after) {
    const late = local - after;
    const early = local - before;
    const lateHolds = offsetAt(late, timezone) === after;
    const earlyHolds = offsetAt(early, timezone) === before;
    if (lateHolds && (!earlyHolds || late > early)) return late * 1000;
  }
  return (local - before) * 1000;
}
