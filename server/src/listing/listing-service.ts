import type { Core } from '@strapi/strapi';
import { i18nLocales } from '../i18n-locales';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { TermKind } from '../terms/term-kind';
import { compactHourly } from './compact-hourly';
import {
  compactCounts,
  countListed,
  countsAhead,
  countsOfMonths,
  countsOfTerms,
  type MonthCount,
} from './listing-counts';
import { decodeCursor } from './listing-cursor';
import type { ListedPosts } from './listing-condition';
import { readPage, type ListingPage, type ListingQuery } from './listing-page';
import { isListingMissing, listingFaults, repairListing } from './listing-repair';
import { listOf, listOfLocale, type ListedStatus } from './listing-tables';
import { countPosts, readPostPage, type PostQuery, type PostsOfLocale } from './post-page';

/**
 * Posts of categories and tags, and how many there are, in the same time for a category of 100,000 posts and one of 60
 * (DESIGN: section 3).
 */
export function listingService({ strapi }: { strapi: Core.Strapi }) {
  let stop: (() => void) | undefined;
  const timezone = async (): Promise<string> =>
    (await pressService<SettingsService>(strapi, 'settings').get()).site.timezone;

  return {
    /** One page of posts; see `ListingQuery`. */
    page: (query: ListingQuery): Promise<ListingPage> => readPage(strapi, query),

    decodeCursor,

    /** How many posts each term has, by row id; terms without posts are left out. */
    counts: (kind: TermKind, terms: readonly number[], status: ListedStatus): Promise<Map<number, number>> =>
      countsOfTerms(strapi, kind, terms, status),

    /** How many published posts of each term are dated ahead, by row id. */
    countsAhead: (kind: TermKind, terms: readonly number[]): Promise<Map<number, number>> =>
      countsAhead(strapi, kind, terms, Date.now()),

    /** How many posts have one of some terms; where the counts do not say it, they are counted one by one. */
    count: (posts: ListedPosts): Promise<number> =>
      countListed(
        strapi,
        posts.terms.map((term) => listOf(posts.kind, term)),
        posts,
      ),

    /** One page of all posts of a locale. */
    postPage: (query: PostQuery): Promise<ListingPage> => readPostPage(strapi, query),

    /** How many there are, counted one by one. */
    postCount: (posts: PostsOfLocale): Promise<number> => countPosts(strapi, posts),

    /** How many posts a term has by month in the site's time zone, the newest first. */
    months: (kind: TermKind, term: number, status: ListedStatus): Promise<MonthCount[]> =>
      countsOfMonths(strapi, [listOf(kind, term)], status),

    /** How many posts there are in all locales together, from the counts. */
    async total(status: ListedStatus): Promise<number> {
      const locales = await i18nLocales(strapi).find();
      const lists = locales.map(({ code }) => listOfLocale(code));
      const months = await countsOfMonths(strapi, lists, status);
      return months.reduce((sum, { count }) => sum + count, 0);
    },

    /** Sums up the counts, so that reading them stays short. */
    compact: (): Promise<void> => compactCounts(strapi),

    /** Does that each hour from now on; for nodes that do background work. */
    start(): void {
      stop ??= compactHourly(strapi);
    },

    stop(): void {
      stop?.();
      stop = undefined;
    },

    /** Whether posts were written before there was a listing; a rebuild fills it. */
    isMissing: (): Promise<boolean> => isListingMissing(strapi),

    /** How much of the listing is wrong beside the rows of each post. */
    async faults(): Promise<number> {
      return listingFaults(strapi, await timezone());
    },

    /** Puts that right; what a rebuild does at its end. */
    async repair(): Promise<void> {
      await repairListing(strapi, await timezone());
    },
  };
}

export type ListingService = ReturnType<typeof listingService>;
