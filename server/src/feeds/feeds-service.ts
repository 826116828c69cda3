import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Settings } from '../../../core/settings';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { FeedAnswer } from './answer';
import { feedAnswer, type FeedQuery } from './feed-answer';
import { newsSitemapAnswer } from './news-sitemap';
import { sitemapAnswer, type SitemapQuery } from './sitemap-answer';

/** What feed readers and search engines ask for: only published posts with a URL, none dated ahead unless `future` is on. */
export function feedsService({ strapi }: { strapi: Core.Strapi }) {
  /** @throws NotFoundError: whatever leaves the site needs whole URLs. */
  async function settingsOfSite(): Promise<Settings> {
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    if (settings.site.url === null)
      throw new errors.NotFoundError('Feeds and sitemaps need the address of the site: set site.url');
    return settings;
  }

  return {
    /** The newest posts of the site or of a category. */
    async feed(query: FeedQuery): Promise<FeedAnswer> {
      return feedAnswer(strapi, await settingsOfSite(), query);
    },

    /** All pages for search engines, in parts where they are many. */
    async sitemap(query: SitemapQuery): Promise<FeedAnswer> {
      return sitemapAnswer(strapi, await settingsOfSite(), query);
    },

    /** The posts of the last two days for news search; of all locales where none is named. */
    async newsSitemap(locale?: string): Promise<FeedAnswer> {
      return newsSitemapAnswer(strapi, await settingsOfSite(), locale ?? null);
    },
  };
}

export type FeedsService = ReturnType<typeof feedsService>;
