import type { Core } from '@strapi/strapi';
import type { ListingService } from './listing-service';
import type { AskedPage } from './asked-page';
import { boundsOf } from './asked-period';
import { askedTerms } from './asked-terms';
import type { ListingPage } from './listing-page';
import type { ListedStatus } from './listing-tables';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';

/** Which posts a query asks for. */
export interface PostArgs {
  category?: string | null;
  includeChildren?: boolean | null;
  tag?: string | null;
  year?: number | null;
  month?: number | null;
  day?: number | null;
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
 * @throws ValidationError where year, month and day are none.
 */
export async function askedPosts(
  strapi: Core.Strapi,
  { category, includeChildren, tag, year, month, day, author, status, locale }: PostArgs & { locale: string },
): Promise<AskedPosts> {
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const listing = pressService<ListingService>(strapi, 'listing');
  const common = {
    status: status ?? 'published',
    ...boundsOf(settings, { year, month, day, status }),
    ...(author === null || author === undefined ? {} : { author }),
  };
  const categories = await askedTerms(strapi, { kind: 'category', slug: category, locale, includeChildren });
  const tags = await askedTerms(strapi, { kind: 'tag', slug: tag, locale });
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
}
