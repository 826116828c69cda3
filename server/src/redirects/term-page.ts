import type { Core } from '@strapi/strapi';
import { categoryUrl, tagUrl, termClue } from '../../../core/links';
import type { CategoryPage } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';
import { askedPath } from './asked-path';

interface TermRow {
  id: number;
  documentId: string;
  locale: string;
  name: string | null;
  slug: string | null;
  term: string | null;
}

/** The path of a category's page below the site's base; null where the settings put it on another site. */
export function categoryPath(
  { name, slug, term }: Pick<TermRow, 'name' | 'slug' | 'term'>,
  locale: string | null,
  settings: Settings,
): string | null {
  return askedPath(categoryUrl(pageOf({ name, slug, term }), settings, locale), settings);
}

/** A category or tag that has a page. */
export interface TermAt {
  id: number;
  documentId: string;
  locale: string;
}

/** The category whose page is at a path of the site. */
export async function categoryAt(
  strapi: Core.Strapi,
  path: string,
  locale: string,
  settings: Settings,
): Promise<TermAt | null> {
  return termAt(strapi, CATEGORY_UID, { path, locale }, (term) => categoryPath(term, locale, settings));
}

/** The tag whose page is at a path of the site; none where the settings give tags no pages. */
export async function tagAt(
  strapi: Core.Strapi,
  path: string,
  locale: string,
  settings: Settings,
): Promise<TermAt | null> {
  return termAt(strapi, TAG_UID, { path, locale }, (term) => {
    const url = tagUrl(pageOf(term), settings, locale);
    return url === null ? null : askedPath(url, settings);
  });
}

async function termAt(
  strapi: Core.Strapi,
  uid: typeof CATEGORY_UID | typeof TAG_UID,
  { path, locale }: { path: string; locale: string },
  pathOf: (term: Pick<TermRow, 'name' | 'slug' | 'term'>) => string | null,
): Promise<TermAt | null> {
  const clue = termClue(path, pathOf);
  if (!clue) return null;
  const { attribute, value } = clue;
  const found: unknown = await strapi.db
    .query(uid)
    .findMany({ where: { [attribute]: value, locale }, orderBy: { id: 'asc' } });
  const term = (found as TermRow[]).find((row) => pathOf(row) === path);
  return term ? { id: term.id, documentId: term.documentId, locale: term.locale } : null;
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
  const category = row as TermRow;
  return categoryPath(category, locale, settings) ?? categoryUrl(pageOf(category), settings, locale);
}

function pageOf({ name, slug, term }: Pick<TermRow, 'name' | 'slug' | 'term'>): CategoryPage {
  return { name: name ?? term ?? '', slug: slug ?? '', term: term ?? '' };
}
