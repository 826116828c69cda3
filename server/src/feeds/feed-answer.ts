import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { canonicalUrl } from '../../../core/links';
import type { Settings } from '../../../core/settings';
import { i18nLocales } from '../i18n-locales';
import { CATEGORY_UID } from '../plugin-id';
import type { FeedAnswer } from './answer';
import { atomDocument } from './atom';
import { entityTag } from './entity-tag';
import { feedId, feedUrl, type FeedFormat, type FeedPlace } from './feed-address';
import { feedHtml } from './feed-html';
import { feedItem, momentOf } from './feed-item';
import { feedPosts, feedTexts, type FeedPost } from './feed-posts';
import { feedTime } from './feed-time';
import { jsonFeed } from './json-feed';

/** Which feed a reader asks for. */
export interface FeedQuery {
  format: FeedFormat;
  limit?: number;
  /** Slug of a category. */
  category?: string;
  locale?: string;
}

interface FeedCategory {
  name: string;
  slug: string;
  term: string;
}

const CONTENT_TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' };
/** Of which settings a feed is made. */
const SETTINGS = ['site', 'feeds', 'excerptSeparator', 'siteFiles'] as const;
const WRITERS = { atom: atomDocument, json: jsonFeed };

/** The newest published posts of the site or a category. @throws NotFoundError where there is no such category. */
export async function feedAnswer(
  strapi: Core.Strapi,
  settings: Settings,
  { format, limit = settings.feeds.limit, category: slug, locale: asked }: FeedQuery,
): Promise<FeedAnswer> {
  const standard = await i18nLocales(strapi).getDefaultLocale();
  const locale = asked ?? standard;
  const category = slug === undefined ? null : await findCategory(strapi, slug, locale);
  const posts = await feedPosts(strapi, { category: slug, locale, limit });
  const place: FeedPlace = { format, category, locale: locale === standard ? null : locale };
  const language = languageTag(place.locale ?? settings.site.language ?? locale);
  return {
    contentType: `${CONTENT_TYPES[format]}; charset=utf-8`,
    etag: entityTag([SETTINGS.map((key) => settings[key]), place, category, posts]),
    lastModified: newest(posts.flatMap(({ date, updatedAt }) => [momentOf(date), momentOf(updatedAt)])),
    async write() {
      const texts = await feedTexts(strapi, posts);
      const html = await feedHtml(strapi, posts, texts, settings);
      const items = posts.map((post, index) => feedItem(post, texts.get(post.id), html[index], settings));
      return WRITERS[format]({
        id: feedId(place, settings),
        title: titleOf(settings, category),
        homeUrl: canonicalUrl('/', settings) ?? '/',
        selfUrl: feedUrl(place, settings),
        language,
        updated: feedTime(updatedAt(posts), settings.site.timezone),
        items,
      });
    },
  };
}

async function findCategory(strapi: Core.Strapi, slug: string, locale: string): Promise<FeedCategory> {
  const found: unknown = await strapi.db
    .query(CATEGORY_UID)
    .findOne({ where: { slug, locale }, select: ['name', 'slug', 'term'] });
  if (!found) throw new errors.NotFoundError(`There is no category with the slug ${slug} in ${locale}`);
  const { name, term } = found as Partial<Record<'name' | 'term', string | null>>;
  return { name: name ?? term ?? slug, slug, term: term ?? slug };
}

/** As Atom takes it (RFC 3066); null for what is none, such as a name. */
function languageTag(text: string): string | null {
  const tag = text.replace(/_/g, '-');
  return /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
}

function titleOf({ site }: Settings, category: FeedCategory | null): string {
  const title = site.title ?? new URL(site.url ?? '').host;
  return category ? `${title} | ${category.name}` : title;
}

/** When anything of the feed last changed, the posts that were edited among them; an empty feed never did. */
function updatedAt(posts: readonly FeedPost[]): number {
  return newest(posts.flatMap((post) => [momentOf(post.date), momentOf(post.updatedAt)])) ?? 0;
}

function newest(moments: (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.max(...known);
}
