import type { Core } from '@strapi/strapi';
import { boundsOf, monthStart, type AskedPeriod, type Bounds } from '../listing/asked-period';
import { askedTerms } from '../listing/asked-terms';
import { countListed, countsOfMonths, type MonthCount } from '../listing/listing-counts';
import type { ListedConditions } from '../listing/listing-condition';
import { monthOf } from '../listing/listing-month';
import { listOf, listOfLocale, type ListedStatus } from '../listing/listing-tables';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { countsOfDays } from './day-counts';
import { offsetSpans } from './offset-spans';
import { joinPeriods, type ArchivePeriod, type PeriodLength } from './period';

/** Which posts an archive counts, and by what. */
export interface ArchiveArgs extends AskedPeriod {
  by: PeriodLength;
  category?: string | null;
  includeChildren?: boolean | null;
  tag?: string | null;
  status?: ListedStatus | null;
}

const DAY = 86_400_000;

/**
 * The years, months or days of the site that have posts, the newest first, with how many there are. Posts without a date are
 * in none.
 *
 * Years and months of one list (all posts of a locale, a category or a tag) are sums of the listing's counts: some rows for
 * each month, however many posts there are. Days are counted one by one, and so are posts of several lists, which may be in
 * more than one of them.
 * @throws ValidationError where year and month are none.
 */
export async function askedArchive(
  strapi: Core.Strapi,
  { by, category, includeChildren, tag, locale, ...asked }: ArchiveArgs & { locale: string },
): Promise<ArchivePeriod[]> {
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const { timezone } = settings.site;
  const bounds = boundsOf(settings, asked);
  const categories = await askedTerms(strapi, { kind: 'category', slug: category, locale, includeChildren });
  const tags = await askedTerms(strapi, { kind: 'tag', slug: tag, locale });
  if (categories?.length === 0 || tags?.length === 0) return [];
  const lists = categories
    ? categories.map((id) => listOf('category', id))
    : (tags?.map((id) => listOf('tag', id)) ?? [listOfLocale(locale)]);
  const conditions: ListedConditions = { status: asked.status ?? 'published' };
  if (categories && tags) conditions.also = { kind: 'tag', terms: tags };
  const months = monthsWithin(await countsOfMonths(strapi, lists, conditions.status), bounds, timezone);
  if (months.length === 0) return [];
  if (by !== 'day' && lists.length === 1 && !conditions.also)
    return joinPeriods(await shortened(strapi, lists, conditions, { months, bounds, timezone }), by);
  const spans = offsetSpans(
    months.flatMap((month) => spanOf(month, bounds, timezone)),
    timezone,
  );
  return joinPeriods(await countsOfDays(strapi, lists, conditions, spans), by);
}

function monthsWithin(months: readonly MonthCount[], { from, until }: Bounds, timezone: string) {
  const first = from === undefined ? 1 : monthOf(from, timezone);
  const last = until === undefined ? Infinity : monthOf(until - 1, timezone);
  return months.filter(({ year, month }) => {
    const number = year * 100 + month;
    return number >= first && number <= last;
  });
}

interface CountedMonths {
  months: readonly MonthCount[];
  bounds: Bounds;
  timezone: string;
}

/** The months' counts without the posts of the last month that are dated ahead. */
async function shortened(
  strapi: Core.Strapi,
  lists: readonly number[],
  conditions: ListedConditions,
  { months, bounds: { until }, timezone }: CountedMonths,
): Promise<ArchivePeriod[]> {
  const periods = months.map((month) => ({ ...month, day: null }));
  const [last] = periods;
  if (until === undefined || last.year * 100 + last.month !== monthOf(until - 1, timezone)) return periods;
  const end = monthStart(last.year, last.month + 1, timezone);
  if (until < end) last.count -= await countListed(strapi, lists, { ...conditions, from: until, until: end });
  return periods;
}

/**
 * A month of posts, a day longer on both sides: where clocks are set at midnight it begins twice. What lies there belongs to
 * other months that are asked for too, or is out of bounds.
 */
function spanOf({ year, month }: MonthCount, { from, until }: Bounds, timezone: string) {
  const span = {
    from: Math.max(monthStart(year, month, timezone) - DAY, from ?? -Infinity),
    until: Math.min(monthStart(year, month + 1, timezone) + DAY, until ?? Infinity),
  };
  return span.from < span.until ? [span] : [];
}
