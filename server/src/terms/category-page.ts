import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
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

/** A page as an import found it. */
export interface FoundPage {
  path: string;
  text: string;
  term: string;
  locale: string;
}

/** Notes the pages that an import found for categories, those that are not known already. */
export async function keepPages(strapi: Core.Strapi, pages: readonly FoundPage[]): Promise<void> {
  for (const lot of chunk(pages, BATCH)) {
    const found: unknown = await strapi.db.query(CATEGORY_UID).findMany({
      where: { termKey: { $in: lot.map(({ locale, term }) => termKeyOf(locale, term)) } },
      select: [...SELECT, 'termKey'],
      populate: PARENT,
    });
    const categories = new Map(
      (found as (PagedCategory & { termKey: string })[]).map((row) => [row.termKey, row]),
    );
    for (const page of lot) {
      const category = categories.get(termKeyOf(page.locale, page.term));
      if (category) await keepPage(strapi, category, page);
    }
  }
}

async function keepPage(
  strapi: Core.Strapi,
  category: PagedCategory,
  { path, text }: FoundPage,
): Promise<void> {
  if (category.page?.path === path && category.page.text === text) return;
  const { id, name, term, slug, parent } = category;
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
