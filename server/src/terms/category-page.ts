import type { Core } from '@strapi/strapi';
import { CATEGORY_UID } from '../plugin-id';
import { termKeyOf } from './terms-service';

/** A category's page in the site that was imported, and what the category was called then: only what changes is written. */
export interface CategoryPageRecord {
  /** Relative to the site's root. */
  path: string;
  /** The whole page, with its byte order mark. */
  text: string;
  name: string | null;
  term: string | null;
  slug: string | null;
  /** Term of the parent. */
  parent: string | null;
}

/** A category with the page it came with. */
export interface PagedCategory {
  id: number;
  name: string | null;
  term: string | null;
  slug: string | null;
  parent: { term: string | null } | null;
  page: CategoryPageRecord | null;
}

const SELECT = ['id', 'name', 'term', 'slug', 'page'];
const PARENT = { parent: { select: ['term'] } };
const BATCH = 500;

/** Notes the page that an import found for a category, unless it is known already. */
export async function keepPage(
  strapi: Core.Strapi,
  { path, text, term, locale }: { path: string; text: string; term: string; locale: string },
): Promise<void> {
  const found: unknown = await strapi.db
    .query(CATEGORY_UID)
    .findOne({ where: { termKey: termKeyOf(locale, term) }, select: SELECT, populate: PARENT });
  const category = found as PagedCategory | null;
  if (!category || (category.page?.path === path && category.page.text === text)) return;
  const { id, name, slug, parent } = category;
  const page: CategoryPageRecord = { path, text, name, term, slug, parent: parent?.term ?? null };
  // Past the hook, which refuses pages from anybody else.
  await strapi.db
    .queryBuilder(CATEGORY_UID)
    .where({ id })
    .update({ page: JSON.stringify(page) })
    .execute();
}

/** The categories of all locales that came with a page. */
export async function* pagedCategories(
  strapi: Core.Strapi,
): AsyncGenerator<PagedCategory & { page: CategoryPageRecord }> {
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(CATEGORY_UID).findMany({
      where: { id: { $gt: last }, page: { $notNull: true } },
      select: SELECT,
      populate: PARENT,
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const categories = found as PagedCategory[];
    if (categories.length === 0) return;
    for (const category of categories) if (category.page) yield { ...category, page: category.page };
    last = categories[categories.length - 1].id;
  }
}
