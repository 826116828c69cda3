import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { wallClockToEpoch } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import type { ListingService } from './listing-service';
import type { AskedPage } from './asked-page';
import type { ListingPage } from './listing-page';
import type { ListedStatus } from './listing-tables';
import { pressService } from '../press-service';
import { categoryWithDescendants } from '../regeneration/affected-posts';
import type { SettingsService } from '../settings';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';

/** Which posts a query asks for. */
export interface PostArgs {
  category?: string | null;
  includeChildren?: boolean | null;
  tag?: string | null;
  year?: number | null;
  month?: number | null;
  author?: string | null;
  status?: ListedStatus | null;
  locale?: string | null;
}

/** Those posts, page by page and counted. */
export interface AskedPosts {
  page(part: AskedPage): Promise<ListingPage>;
  count(): Promise<number>;
}

const NONE: AskedPosts = {
  page: () => Promise.resolve({ ids: [], cursors: [], hasNextPage: false, hasPreviousPage: false }),
  count: () => Promise.resolve(0),
};

/**
 * The posts of a query: those of a category or tag by their listing, all others by their dates. A category or tag that is
 * not there has none.
 * @throws ValidationError where year and month are none.
 */
export async function askedPosts(
  strapi: Core.Strapi,
  { category, includeChildren, tag, year, month, author, status, locale }: PostArgs & { locale: string },
): Promise<AskedPosts> {
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const listing = pressService<ListingService>(strapi, 'listing');
  const common = {
    status: status ?? 'published',
    ...boundsOf(settings, { year, month, status }),
    ...(author === null || author === undefined ? {} : { author }),
  };
  const categories = await termsAt('category', category);
  const tags = await termsAt('tag', tag);
  if (categories?.length === 0 || tags?.length === 0) return NONE;
  if (!categories && !tags) {
    const posts = { ...common, locale };
    return { page: (part) => listing.postPage({ ...posts, ...part }), count: () => listing.postCount(posts) };
  }
  const posts = categories
    ? {
        ...common,
        kind: 'category' as const,
        terms: categories,
        ...(tags ? { also: { kind: 'tag' as const, terms: tags } } : {}),
      }
    : { ...common, kind: 'tag' as const, terms: tags ?? [] };
  return { page: (part) => listing.page({ ...posts, ...part }), count: () => listing.count(posts) };

  /** Row ids of the terms that a slug names; undefined where none is asked for. */
  async function termsAt(kind: TermKind, slug: string | null | undefined): Promise<number[] | undefined> {
    if (slug === null || slug === undefined) return undefined;
    const found: unknown = await strapi.db
      .query(TERM_TYPES[kind].uid)
      .findMany({ where: { slug, locale }, select: ['id'] });
    const ids = (found as { id: number }[]).map(({ id }) => id);
    return kind === 'category' && includeChildren ? categoryWithDescendants(strapi, ids) : ids;
  }
}

interface Bounds {
  from?: number;
  until?: number;
}

/** The moments between which posts are dated. */
function boundsOf(
  { future, site }: Settings,
  { year, month, status }: Pick<PostArgs, 'year' | 'month' | 'status'>,
): Bounds {
  const bounds = periodOf(year ?? null, month ?? null, site.timezone);
  // Jekyll leaves out what is dated ahead, unless `future` is set; drafts are for those who write.
  if (future || status === 'draft') return bounds;
  return { ...bounds, until: Math.min(bounds.until ?? Infinity, Date.now()) };
}

function periodOf(year: number | null, month: number | null, timezone: string): Bounds {
  if (year === null) {
    if (month !== null) throw new errors.ValidationError('month needs year: the year that it is in.');
    return {};
  }
  if (year < 1 || year > 9999) throw new errors.ValidationError(`year is ${year}; expected 1 to 9999.`);
  if (month !== null && (month < 1 || month > 12))
    throw new errors.ValidationError(`month is ${month}; expected 1 to 12.`);
  const start = (ofYear: number, ofMonth: number): number =>
    wallClockToEpoch({ year: ofYear, month: ofMonth, day: 1, hour: 0, minute: 0, second: 0 }, timezone);
  const next = month === null || month === 12 ? start(year + 1, 1) : start(year, month + 1);
  return { from: start(year, month ?? 1), until: next };
}
