import { CalendarDate, Timestamp } from '../value';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t\n\v\f\r]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?[ \t\n\v\f\r]*(Z|[-+]\d{1,2}(?::?\d{2})?)?$/;

const SECONDS_PER_DAY = 86_400;

/**
 * The date or time that safe_yaml 1.0.5 recognises in a scalar (`SafeYAML::Parse::Date`, with Ruby 3.1's `DateTime.parse`);
 * null for any other text and for days that do not exist, which stay text. A time without zone is UTC.
 */
export function readDateText(text: string): CalendarDate | Timestamp | null {
  const date = DATE.exec(text);
  if (date) {
    const [year, month, day] = date.slice(1).map(Number);
    return isRubyDay(year, month, day) ? new CalendarDate(year, month, day) : null;
  }
  const time = TIME.exec(text);
  return time && readTime(time);
}

function readTime(match: RegExpExecArray): Timestamp | null {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (!isRubyDay(year, month, day) || !isRubyTime(hour, minute, second)) return null;
  const utcOffset = readOffset(match[8]);
  if (utcOffset === null) return null;
  const nanoseconds = Number((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  // Date.UTC takes the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const seconds = hour * 3600 + minute * 60 + Math.min(second, 59) - utcOffset;
  const epochMs = midnight + seconds * 1000 + Math.floor(nanoseconds / 1e6);
  return new Timestamp(epochMs, utcOffset, match[8] !== undefined, nanoseconds);
}

/** Seconds east of UTC. Ruby drops an offset of more than a day, and fails at one of exactly a day. */
function readOffset(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = digits.length > 2 ? digits.slice(0, -2) : digits;
  const minutes = digits.length > 2 ? digits.slice(-2) : '0';
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  if (seconds > SECONDS_PER_DAY) return 0;
  if (seconds === SECONDS_PER_DAY) return null;
  return zone.startsWith('-') ? 0 - seconds : seconds;
}

function isRubyTime(hour: number, minute: number, second: number): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}

/** Whether Ruby's Date has the day: Gregorian from 1582-10-15 on, Julian to 1582-10-04, the ten days between missing. */
export function isRubyDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year === 1582 && month === 10 && day > 4 && day < 15) return false;
  const gregorian = year > 1582 || (year === 1582 && month > 10);
  const leap = gregorian ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 : year % 4 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1];
}
