import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { CATEGORY_UID } from '../plugin-id';
import type { RequestContext } from './graphql-plugin';
import { requestLoader } from './request-loader';

/** A category by document id, in the locale of the post that links to it. */
export interface CategoryScope {
  category?: unknown;
  locale: string | null;
}

interface CategoryKey {
  documentId: string;
  locale: string | null;
}

type Category = Record<string, unknown>;
type Loader = DataLoader<CategoryKey, Category | null, string>;

/**
 * The category that a back link leads to, sanitized for the caller. All links of one request are answered by one query
 * for each locale.
 */
export async function loadCategory(
  strapi: Core.Strapi,
  { category: documentId, locale }: CategoryScope,
  context: unknown,
): Promise<Category | null> {
  if (typeof documentId !== 'string') return null;
  const request = context as RequestContext;
  const loader = requestLoader(request, 'categories of links', () => createLoader(strapi, request));
  return loader.load({ documentId, locale });
}

function createLoader(strapi: Core.Strapi, { state }: RequestContext): Loader {
  return new DataLoader<CategoryKey, Category | null, string>(
    async (keys) => {
      const rows: unknown = await strapi.db.query(CATEGORY_UID).findMany({
        where: { documentId: { $in: keys.map(({ documentId }) => documentId) } },
      });
      const found = new Map<string, Category>();
      for (const row of rows as (Category & CategoryKey)[]) found.set(cacheKey(row), row);
      const model = strapi.contentType(CATEGORY_UID);
      return Promise.all(
        keys.map(async (key) => {
          const row = found.get(cacheKey(key));
          if (!row) return null;
          const clean: unknown = await strapi.contentAPI.sanitize.output(row, model, { auth: state.auth });
          // Relations of the category resolve from its row id, which sanitizing leaves out.
          return { ...(clean as Category), id: row.id };
        }),
      );
    },
    { cacheKeyFn: cacheKey },
  );
}

function cacheKey({ documentId, locale }: CategoryKey): string {
  return `${locale ?? ''}:${documentId}`;
}
