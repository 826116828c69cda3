import type { Core } from '@strapi/strapi';
import { sumBy } from 'lodash';
import type { Overview, ProblemPost } from '../../../core/admin/overview';
import { i18nLocales } from '../i18n-locales';
import { countListed, countsOfMonths } from '../listing/listing-counts';
import { listOfLocale } from '../listing/listing-tables';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { largestCategories } from './largest-categories';
import { brokenRules, postsBreaking } from './posts-with-problems';

/** What the overview of the admin shows; all of it from counts and indexes, so that it costs the same on a large site. */
export function overviewService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /** @param asked the default locale where null. */
    async read(asked: string | null): Promise<Overview> {
      const locales = i18nLocales(strapi);
      const locale = asked ?? (await locales.getDefaultLocale());
      const settings = await pressService<SettingsService>(strapi, 'settings').get();
      const list = listOfLocale(locale);
      const months = await countsOfMonths(strapi, [list], 'published');
      const rows = await countsOfMonths(strapi, [list], 'draft');
      const published = sumBy(months, 'count');
      const problems = await brokenRules(strapi, locale, settings.frontMatter.rules);
      return {
        locale,
        locales: (await locales.find()).map(({ code }) => code),
        counts: {
          published,
          // Each published post has a draft row beside it.
          drafts: sumBy(rows, 'count') - published,
          scheduled: settings.future
            ? 0
            : await countListed(strapi, [list], { status: 'published', from: Date.now() }),
          withProblems: problems.posts,
        },
        months: months.filter(({ month }) => month > 0),
        ...(await largestCategories(strapi, locale)),
        problems: problems.rules,
      };
    },

    /** A page of the posts that break a rule. @param page from 1 @param asked the default locale where null. */
    async problems(rule: string, page: number, asked: string | null): Promise<ProblemPost[]> {
      const locale = asked ?? (await i18nLocales(strapi).getDefaultLocale());
      return postsBreaking(strapi, rule, locale, page);
    },
  };
}

export type OverviewService = ReturnType<typeof overviewService>;
