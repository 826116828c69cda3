import type { Overview } from '../../../../core/admin/overview';

type Month = Overview['months'][number];

const SHOWN = 24;

/**
 * The months of a chart, the oldest first, with those in between that have no posts: the months of a year, or the last 24 up
 * to the newest post.
 * @param months the newest first
 */
export function monthBars(months: readonly Month[], year: number | null): Month[] {
  const newest = months.find((month) => year === null || month.year === year);
  if (!newest) return [];
  const last = year === null ? indexOf(newest) : year * 12 + 11;
  const first = year === null ? last - SHOWN + 1 : year * 12;
  const counts = new Map(months.map((month) => [indexOf(month), month.count]));
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const index = first + offset;
    return { year: Math.floor(index / 12), month: (index % 12) + 1, count: counts.get(index) ?? 0 };
  });
}

function indexOf({ year, month }: Pick<Month, 'year' | 'month'>): number {
  return year * 12 + month - 1;
}
