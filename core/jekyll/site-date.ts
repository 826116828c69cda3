import { Timestamp, type Value } from '../front-matter/value';
import { toRubyString } from '../front-matter';
import { parseRubyTime } from './ruby-time';
import { offsetAt, wallClockToEpoch, zonedParts } from './time-zone';

/** How front matter dates are read. */
export interface DateReading {
  timezone: string;
  dates: 'jekyll' | 'wall-clock';
  /** Milliseconds since 1970-01-01T00:00:00Z that stand for today. */
  now?: number;
}

/**
 * A front matter `date` in milliseconds since 1970-01-01T00:00:00Z, to the second; null where Jekyll stops the build. Under
 * `wall-clock` a YAML time without zone is read in the site's zone, under `jekyll` as UTC.
 * Source: Jekyll 4.3, `Document#merge_date!` and `Utils.parse_date`.
 */
export function readDate(value: Value, { timezone, dates, now }: DateReading): number | null {
  if (value instanceof Timestamp) {
    const seconds = Math.floor(value.epochMs / 1000) * 1000;
    if (value.hasZone || dates === 'jekyll') return seconds;
    return wallClockToEpoch(zonedParts(seconds, 'UTC'), timezone);
  }
  const parsed = parseRubyTime(toRubyString(value), { timezone, now });
  return parsed === null ? null : parsed;
}

/**
 * A date after Jekyll wrote it as text and read it again, as it does whenever it adds to a post's data. Fractions of a
 * second are lost, and so are the seconds of an offset: dates before standard time drift.
 */
export function rereadDate(epochMs: number, timezone: string): number {
  const seconds = Math.floor(epochMs / 1000);
  const offset = offsetAt(seconds, timezone);
  return (seconds + offset - Math.trunc(offset / 60) * 60) * 1000;
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** `+0800`; seconds of an offset are dropped (`%z` of Ruby). */
export function formatOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}

/** `2021-12-29 08:43:42 +0800`, in a time zone: the form that Jekyll, safe_yaml and Psych all read back. */
export function formatDate(epochMs: number, timezone: string): string {
  const { year, month, day, hour, minute, second, offset } = zonedParts(epochMs, timezone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)} ${formatOffset(offset)}`;
}
