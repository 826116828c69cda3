import type { Core } from '@strapi/strapi';
import { requestedPath } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { urlKeyOf } from '../hook/derive-post';
import { POST_UID, REDIRECT_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';

/** What is found at a URL. */
export type UrlAnswer =
  | { kind: 'post'; id: number; documentId: string; locale: string }
  | { kind: 'redirect'; to: string; code: number };

interface RedirectRow {
  to: string;
  code: number | null;
  post: string | null;
  locale: string;
}

interface PostRow {
  id: number;
  documentId: string;
  locale: string;
  url: string | null;
  date: string | Date | null;
}

interface LocalesService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

/** Redirects that somebody made may lead to one another; a longer chain is given up. */
const MOST_HOPS = 10;

/** Finds out what readers get at a URL. */
export function redirectsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * What is at a URL of the site: a published post, or where it moved; null where there is nothing.
     * @param url a path or a whole URL of the site, percent-encoded or not; query and fragment do not matter.
     * @param locale looks in this one only; else in the default one first, then in the others.
     */
    async resolve(url: string, locale?: string): Promise<UrlAnswer | null> {
      const settings = await pressService<SettingsService>(strapi, 'settings').get();
      const path = sitePath(url, settings);
      if (path === null) return null;
      const locales = locale === undefined ? await allLocales() : [locale];
      for (const code of locales) {
        const post = await publishedAt(path, code, settings);
        if (post) return { kind: 'post', id: post.id, documentId: post.documentId, locale: post.locale };
      }
      for (const code of locales) {
        const redirect = await follow(path, code, settings);
        if (redirect) return redirect;
      }
      return null;
    },
  };

  async function allLocales(): Promise<string[]> {
    const service = strapi.plugin('i18n').service<LocalesService>('locales');
    const standard = await service.getDefaultLocale();
    const codes = (await service.find()).map(({ code }) => code);
    return [standard, ...codes.filter((code) => code !== standard)];
  }

  async function publishedAt(path: string, locale: string, settings: Settings): Promise<PostRow | null> {
    const urlKey = { $in: [path, `${path}index.html`].map((url) => urlKeyOf(locale, url)) };
    return visible(await strapi.db.query(POST_UID).findOne({ where: { urlKey } }), settings);
  }

  /** Jekyll leaves out what is dated ahead, unless `future` is set. */
  function visible(found: unknown, { future }: Settings): PostRow | null {
    const post = found as PostRow | null;
    const ahead = post?.date && new Date(post.date).getTime() > Date.now();
    return ahead && !future ? null : post;
  }

  async function follow(path: string, locale: string, settings: Settings): Promise<UrlAnswer | null> {
    let [at, code] = [path, 301];
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const redirect = (await strapi.db
        .query(REDIRECT_UID)
        .findOne({ where: { fromKey: urlKeyOf(locale, at) } })) as RedirectRow | null;
      if (!redirect) return hop === 0 ? null : { kind: 'redirect', to: at, code };
      if (hop === 0) code = redirect.code ?? code;
      if (redirect.post !== null) {
        // It leads to the post, wherever that is; to nowhere while it is not published.
        const where = { documentId: redirect.post, locale, publishedAt: { $notNull: true } };
        const post = visible(await strapi.db.query(POST_UID).findOne({ where }), settings);
        return post?.url && post.url !== path ? { kind: 'redirect', to: post.url, code } : null;
      }
      at = redirect.to;
      if (at === path) return null;
      if (!at.startsWith('/') || (await publishedAt(at, locale, settings)))
        return { kind: 'redirect', to: at, code };
    }
    return null;
  }
}

export type RedirectsService = ReturnType<typeof redirectsService>;

/** The path below the site's base of what a reader asked for; null where it is on another site. */
function sitePath(url: string, { site }: Settings): string | null {
  let path = url.replace(/[?#].*$/s, '');
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path)) {
    if (site.url === null) return null;
    const own = site.url.replace(/^[a-z]+:/i, '');
    const rest = path.replace(/^[a-z][a-z0-9+.-]*:/i, '');
    if (rest !== own && !rest.startsWith(`${own}/`)) return null;
    path = rest.slice(own.length);
  }
  const base = site.baseurl.replace(/^\/*|\/*$/g, '');
  if (base !== '' && (path === `/${base}` || path.startsWith(`/${base}/`)))
    path = path.slice(base.length + 1);
  return requestedPath(path.startsWith('/') ? path : `/${path}`);
}
