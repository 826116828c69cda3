/** How long the periods of an archive are. */
export const PERIOD_LENGTHS = ['year', 'month', 'day'] as const;

export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** A year, month or day of the site's time zone that has posts. */
export interface ArchivePeriod {
  year: number;
  /** 1 to 12; null in an archive by year. */
  month: number | null;
  /** 1 to 31; null in an archive by year or month. */
  day: number | null;
  count: number;
}

/** Joins periods to longer ones, the newest first; periods without posts are left out. */
export function joinPeriods(periods: readonly ArchivePeriod[], by: PeriodLength): ArchivePeriod[] {
  const joined = new Map<number, ArchivePeriod>();
  for (const { year, month, day, count } of periods) {
    const period = { year, month: by === 'year' ? null : month, day: by === 'day' ? day : null };
    const key = keyOf(period);
    joined.set(key, { ...period, count: (joined.get(key)?.count ?? 0) + count });
  }
  return [...joined.values()].filter(({ count }) => count > 0).sort((a, b) => keyOf(b) - keyOf(a));
}

function keyOf({ year, month, day }: Omit<ArchivePeriod, 'count'>): number {
  return (year * 100 + (month ?? 0)) * 100 + (day ?? 0);
}
