import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { MOST_POSTS, send, type AnswerContext, type FeedAnswer, type FeedsService } from '../feeds';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { QueryContext } from './core-controller';
import { numberValue, requireKnown, textValue } from './query-values';
import { requireLocale } from './require-locale';

interface FeedContext extends QueryContext, AnswerContext {
  state: { route: { path: string } };
}

type Find = (feeds: FeedsService, context: FeedContext) => Promise<FeedAnswer>;

/** Feeds and sitemaps: one action, since whoever may read one may read all. */
export function feed({ strapi }: { strapi: Core.Strapi }) {
  const byPath: Record<string, Find> = {
    '/feed.xml': (feeds, context) => feeds.feed({ format: 'atom', ...feedParameters(context) }),
    '/feed.json': (feeds, context) => feeds.feed({ format: 'json', ...feedParameters(context) }),
    '/feeds/category/:slug.xml': (feeds, context) =>
      feeds.feed({ format: 'atom', ...feedParameters(context, context.params?.slug) }),
    '/sitemap.xml': (feeds, context) => feeds.sitemap(localeParameter(context)),
    '/sitemap-news.xml': (feeds, context) => feeds.newsSitemap(localeParameter(context).locale),
    '/sitemap-:part.xml': (feeds, context) =>
      feeds.sitemap({ part: Number(context.params?.part), ...localeParameter(context) }),
  };

  return {
    /** Answers the feed or sitemap of the route, or 304 to a client that has it. */
    async find(context: FeedContext): Promise<void> {
      const path = Object.keys(byPath).find((known) => context.state.route.path.endsWith(known)) ?? '';
      await requireLocale(strapi, textValue(context.query, 'locale'));
      const { feeds } = await pressService<SettingsService>(strapi, 'settings').get();
      const answer = await byPath[path](pressService<FeedsService>(strapi, 'feeds'), context);
      await send(context, answer, feeds.cacheControl);
    },
  };
}

function localeParameter({ query }: FeedContext): { locale?: string } {
  requireKnown(query, ['locale']);
  return { locale: textValue(query, 'locale') };
}

function feedParameters({ query }: FeedContext, category?: string) {
  requireKnown(query, ['limit', 'locale', ...(category === undefined ? ['category'] : [])]);
  const limit = numberValue(query, 'limit');
  if (limit !== undefined && (limit < 1 || limit > MOST_POSTS))
    throw new errors.ValidationError(`limit is ${limit}; a feed has 1 to ${MOST_POSTS} posts.`);
  return { limit, category: category ?? textValue(query, 'category'), locale: textValue(query, 'locale') };
}
