import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { groupBy } from 'lodash';
import { canonicalUrl } from '../../../core/links';
import type { Settings } from '../../../core/settings';
import { i18nLocales } from '../i18n-locales';
import type { FeedAnswer } from './answer';
import { entityTag } from './entity-tag';
import { sitemapUrl } from './feed-address';
import {
  MOST_PAGES,
  partSizes,
  ROWS_PER_PART,
  siblingRows,
  sitemapRows,
  sitemapState,
  type RowRange,
  type SitemapRow,
  type SitemapScope,
} from './sitemap-rows';
import { SITEMAP_END, SITEMAP_START, sitemapEntry, sitemapIndex } from './sitemap-xml';

/** Which sitemap a crawler asks for. */
export interface SitemapQuery {
  /** The number of a part, from 1; all pages, or the list of the parts, where absent. */
  part?: number;
  /** Pages of this locale only; of all where absent. */
  locale?: string;
}

const CONTENT_TYPE = 'application/xml; charset=utf-8';

/** The pages of the site, or where they are too many for one sitemap, the list of its parts. @throws NotFoundError */
export async function sitemapAnswer(
  strapi: Core.Strapi,
  settings: Settings,
  { part, locale: asked }: SitemapQuery,
): Promise<FeedAnswer> {
  const locale = asked ?? null;
  const scope: SitemapScope = { locale, until: settings.future ? null : new Date() };
  const sizes = await partSizes(strapi, scope);
  const pages = sizes.reduce((sum, size) => sum + size.pages, 0);
  // The home page is one more.
  if (part === undefined && pages + 1 > MOST_PAGES) {
    const urls = sizes.map((size) => sitemapUrl(size.part, locale, settings));
    return {
      contentType: CONTENT_TYPE,
      etag: entityTag(urls),
      lastModified: null,
      write: () => Promise.resolve(sitemapIndex(urls)),
    };
  }
  const firstPart = sizes[0]?.part ?? 1;
  if (part !== undefined && part !== firstPart && !sizes.some((size) => size.part === part))
    throw new errors.NotFoundError(`The sitemap has no part ${part}`);
  const range = part === undefined ? null : { after: (part - 1) * ROWS_PER_PART, last: part * ROWS_PER_PART };
  const hasLocales = (await i18nLocales(strapi).find()).length > 1;
  const state = await sitemapState(strapi, scope, range);
  // The same post in another locale may lie in another part.
  const siblings =
    range && hasLocales ? (await sitemapState(strapi, { ...scope, locale: null }, null)).key : [];
  return {
    contentType: CONTENT_TYPE,
    etag: entityTag([settings.site, state.key, siblings]),
    lastModified: state.updatedAt,
    write() {
      const withHome = part === undefined || part === firstPart;
      return Readable.from(sitemapText(strapi, settings, { scope, range, withHome, hasLocales }));
    },
  };
}

interface Written {
  scope: SitemapScope;
  range: RowRange;
  withHome: boolean;
  hasLocales: boolean;
}

/** The text piece by piece, so that memory does not grow with the site. */
async function* sitemapText(
  strapi: Core.Strapi,
  settings: Settings,
  { scope, range, withHome, hasLocales }: Written,
): AsyncGenerator<string> {
  const locOf = (url: string): string => canonicalUrl(url, settings) ?? url;
  yield SITEMAP_START;
  if (withHome) yield sitemapEntry({ loc: locOf('/'), lastmod: null, alternates: [] });
  for await (const rows of sitemapRows(strapi, scope, range)) {
    const alternates = hasLocales ? await alternatesOf(rows) : null;
    yield rows
      .filter(({ url }) => !(withHome && url === '/'))
      .map(({ url, lastModified, documentId }) =>
        sitemapEntry({
          loc: locOf(url),
          lastmod: new Date(lastModified).toISOString(),
          alternates: alternates?.get(documentId) ?? [],
        }),
      )
      .join('');
  }
  yield SITEMAP_END;

  async function alternatesOf(rows: readonly SitemapRow[]) {
    const found = await siblingRows(strapi, scope, [...new Set(rows.map(({ documentId }) => documentId))]);
    return new Map(
      Object.entries(groupBy(found, 'documentId'))
        .filter(([, siblings]) => siblings.length > 1)
        .map(([documentId, siblings]) => [
          documentId,
          siblings.map(({ locale, url }) => ({ locale, href: locOf(url) })),
        ]),
    );
  }
}
