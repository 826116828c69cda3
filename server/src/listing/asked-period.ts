import { errors } from '@strapi/utils';
import { wallClockToEpoch } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import type { ListedStatus } from './listing-tables';

/** A year, or a month of it, or a day of that, in the site's time zone. */
export interface AskedPeriod {
  year?: number | null;
  month?: number | null;
  day?: number | null;
}

/** The moments between which posts are dated, in milliseconds. */
export interface Bounds {
  from?: number;
  until?: number;
}

/**
 * The moments between which the posts of a query are dated.
 * @throws ValidationError where year, month and day are none.
 */
export function boundsOf(
  { future, site }: Settings,
  { status, ...period }: AskedPeriod & { status?: ListedStatus | null },
): Bounds {
  const bounds = periodOf(period, site.timezone);
  // Jekyll leaves out what is dated ahead, unless `future` is set; drafts are for those who write.
  if (future || status === 'draft') return bounds;
  return { ...bounds, until: Math.min(bounds.until ?? Infinity, Date.now()) };
}

/** The moment at which a month begins; one past December is in the next year. */
export function monthStart(year: number, month: number, timezone: string): number {
  return dayStart(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1, timezone);
}

function dayStart(year: number, month: number, day: number, timezone: string): number {
  return wallClockToEpoch({ year, month, day, hour: 0, minute: 0, second: 0 }, timezone);
}

function periodOf({ year, month, day }: AskedPeriod, timezone: string): Bounds {
  if (!isGiven(month) && isGiven(day)) throw new errors.ValidationError('day needs month: the one it is in.');
  if (!isGiven(year)) {
    if (isGiven(month)) throw new errors.ValidationError('month needs year: the year that it is in.');
    return {};
  }
  requireRange('year', year, 9999);
  if (!isGiven(month))
    return { from: monthStart(year, 1, timezone), until: monthStart(year + 1, 1, timezone) };
  requireRange('month', month, 12);
  const next = monthStart(year, month + 1, timezone);
  if (!isGiven(day)) return { from: monthStart(year, month, timezone), until: next };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  requireRange('day', day, days);
  const until = day === days ? next : dayStart(year, month, day + 1, timezone);
  return { from: dayStart(year, month, day, timezone), until };
}

function isGiven(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

function requireRange(name: string, value: number, last: number): void {
  if (value < 1 || value > last)
    throw new errors.ValidationError(`${name} is ${value}; expected 1 to ${last}.`);
}
