import type { Core } from '@strapi/strapi';
import { categoryClue, categoryUrl } from '../../../core/links';
import type { CategoryPage } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { CATEGORY_UID } from '../plugin-id';
import { askedPath } from './asked-path';

interface CategoryRow {
  id: number;
  documentId: string;
  locale: string;
  name: string | null;
  slug: string | null;
  term: string | null;
}

/** The path of a category's page below the site's base; null where the settings put it on another site. */
export function categoryPath(
  { name, slug, term }: Pick<CategoryRow, 'name' | 'slug' | 'term'>,
  locale: string | null,
  settings: Settings,
): string | null {
  return askedPath(categoryUrl(pageOf({ name, slug, term }), settings, locale), settings);
}

/** The category whose page is at a path of the site. */
export async function categoryAt(
  strapi: Core.Strapi,
  path: string,
  locale: string,
  settings: Settings,
): Promise<{ id: number; documentId: string; locale: string } | null> {
  const clue = categoryClue(path, settings, locale, (url) => askedPath(url, settings));
  if (!clue) return null;
  const { attribute, value } = clue;
  const found: unknown = await strapi.db
    .query(CATEGORY_UID)
    .findMany({ where: { [attribute]: value, locale }, orderBy: { id: 'asc' } });
  const category = (found as CategoryRow[]).find((row) => categoryPath(row, locale, settings) === path);
  return category ? { id: category.id, documentId: category.documentId, locale: category.locale } : null;
}

/** Where the page of a category is now, a path or, where the settings put it on another site, an absolute URL. */
export async function categoryUrlOf(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  settings: Settings,
): Promise<string | null> {
  const row: unknown = await strapi.db.query(CATEGORY_UID).findOne({ where: { documentId, locale } });
  if (!row) return null;
  const category = row as CategoryRow;
  return categoryPath(category, locale, settings) ?? categoryUrl(pageOf(category), settings, locale);
}

function pageOf({ name, slug, term }: Pick<CategoryRow, 'name' | 'slug' | 'term'>): CategoryPage {
  return { name: name ?? term ?? '', slug: slug ?? '', term: term ?? '' };
}
