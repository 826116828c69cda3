import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../core/settings';
import { urlKeyOf } from '../hook/derive-post';
import { askedPath } from './asked-path';
import { categoryAt, categoryUrlOf, tagAt, type TermAt } from './term-page';
import { i18nLocales } from '../i18n-locales';
import type { ListedStatus } from '../listing/listing-tables';
import { POST_UID, REDIRECT_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';

/** What is found at a URL. */
export type UrlAnswer =
  | { kind: 'post'; id: number; documentId: string; locale: string }
  | ({ kind: 'category' | 'tag' } & TermAt)
  | { kind: 'redirect'; to: string; code: number };

interface RedirectRow {
  to: string;
  code: number | null;
  target: string | null;
  locale: string;
}

interface PostRow {
  id: number;
  documentId: string;
  locale: string;
  url: string | null;
  date: string | Date | null;
}

/** Redirects that somebody made may lead to one another; a longer chain is given up. */
const MOST_HOPS = 10;

/** Finds out what readers get at a URL. */
export function redirectsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * What is at a URL of the site: a published post, the page of a category or tag, or where either moved; null where there is
     * nothing.
     * @param url a path or a whole URL of the site, percent-encoded or not; query and fragment do not matter.
     * @param locale looks in this one only; else in the default one first, then in the others.
     * @param status of the posts that are looked for; of drafts several may have one URL, and the first of them is answered.
     */
    async resolve(
      url: string,
      locale?: string,
      status: ListedStatus = 'published',
    ): Promise<UrlAnswer | null> {
      const settings = await pressService<SettingsService>(strapi, 'settings').get();
      const path = askedPath(url, settings);
      if (path === null) return null;
      const locales = locale === undefined ? await allLocales() : [locale];
      for (const code of locales) {
        const post = status === 'draft' ? await draftAt(path, code) : await publishedAt(path, code, settings);
        if (post) return { kind: 'post', id: post.id, documentId: post.documentId, locale: post.locale };
      }
      for (const code of locales) {
        const category = await categoryAt(strapi, path, code, settings);
        if (category) return { kind: 'category', ...category };
      }
      for (const code of locales) {
        const tag = await tagAt(strapi, path, code, settings);
        if (tag) return { kind: 'tag', ...tag };
      }
      for (const code of locales) {
        const redirect = await follow(path, code, settings);
        if (redirect) return redirect;
      }
      return null;
    },
  };

  async function allLocales(): Promise<string[]> {
    const service = i18nLocales(strapi);
    const standard = await service.getDefaultLocale();
    const codes = (await service.find()).map(({ code }) => code);
    return [standard, ...codes.filter((code) => code !== standard)];
  }

  async function draftAt(path: string, locale: string): Promise<PostRow | null> {
    const where = { url: { $in: urlsOf(path) }, locale, publishedAt: null };
    const found: unknown = await strapi.db.query(POST_UID).findOne({ where, orderBy: { id: 'asc' } });
    return found as PostRow | null;
  }

  async function publishedAt(path: string, locale: string, settings: Settings): Promise<PostRow | null> {
    const urlKey = { $in: urlsOf(path).map((url) => urlKeyOf(locale, url)) };
    return visible(await strapi.db.query(POST_UID).findOne({ where: { urlKey } }), settings);
  }

  /** Jekyll leaves out what is dated ahead, unless `future` is set. */
  function visible(found: unknown, { future }: Settings): PostRow | null {
    const post = found as PostRow | null;
    const ahead = post?.date && new Date(post.date).getTime() > Date.now();
    return ahead && !future ? null : post;
  }

  /** Where a post or category is now; nowhere while the post is not published. */
  async function targetUrl(documentId: string, locale: string, settings: Settings): Promise<string | null> {
    const where = { documentId, locale, publishedAt: { $notNull: true } };
    const post = visible(await strapi.db.query(POST_UID).findOne({ where }), settings);
    return post ? post.url : categoryUrlOf(strapi, documentId, locale, settings);
  }

  async function follow(path: string, locale: string, settings: Settings): Promise<UrlAnswer | null> {
    let [at, code] = [path, 301];
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const redirect = (await strapi.db
        .query(REDIRECT_UID)
        .findOne({ where: { fromKey: urlKeyOf(locale, at) } })) as RedirectRow | null;
      if (!redirect) return hop === 0 ? null : { kind: 'redirect', to: at, code };
      if (hop === 0) code = redirect.code ?? code;
      if (redirect.target !== null) {
        const to = await targetUrl(redirect.target, locale, settings);
        return to !== null && to !== path ? { kind: 'redirect', to, code } : null;
      }
      at = redirect.to;
      if (at === path) return null;
      if (!at.startsWith('/') || (await publishedAt(at, locale, settings)))
        return { kind: 'redirect', to: at, code };
    }
    return null;
  }
}

/** The URLs of posts that are found at a path. */
function urlsOf(path: string): string[] {
  return [path, `${path}index.html`];
}

export type RedirectsService = ReturnType<typeof redirectsService>;
