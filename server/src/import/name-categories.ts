import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { saying, type Message, type Saying } from '../../../core/messages';
import { messageOf } from '../messages/message-of';
import { CATEGORY_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { TermsService } from '../terms';
import { keepPages } from '../terms/category-page';
import type { CategoryPage } from './category-pages';

/** A page that cannot be followed, and why. */
export interface PageProblem extends Saying<'reason'> {
  path: string;
}

/**
 * What the category pages of a site tell, in steps: parents before the posts come in, names after them, because a
 * footer knows a category's name better than its page; then the pages themselves, for the export.
 */
export function nameCategories(strapi: Core.Strapi, pages: CategoryPage[]) {
  const terms = pressService<TermsService>(strapi, 'terms');

  return {
    /** Creates categories that a page places under another one, and places them, where they have no parent yet. */
    async createParents(): Promise<PageProblem[]> {
      const problems: PageProblem[] = [];
      for (const page of pages) {
        if (page.parent === null) continue;
        const ids = await terms.ensure('category', [page.term, page.parent], page.locale);
        const refusal = await setParent(ids.get(page.term), ids.get(page.parent));
        if (refusal !== null) problems.push({ path: page.path, ...saying('reason', refusal) });
      }
      return problems;
    },

    /** Names the categories that exist and have no name yet. */
    async nameAll(): Promise<void> {
      for (const locale of new Set(pages.map((page) => page.locale))) {
        const titled = pages.filter((page) => page.locale === locale && page.title !== null);
        const names = Object.fromEntries(titled.map(({ term, title }) => [term, title ?? term]));
        await terms.nameTerms('category', names, locale);
      }
    },

    /** Keeps the pages of the categories that exist, as they are and with what they say now. */
    async keepPages(): Promise<void> {
      await keepPages(strapi, pages);
    },
  };

  /** @returns why it was refused; null where it was not. */
  async function setParent(id: number | undefined, parent: number | undefined): Promise<Message | null> {
    const row: unknown = await strapi.db
      .query(CATEGORY_UID)
      .findOne({ where: { id }, select: ['id'], populate: { parent: { select: ['id'] } } });
    if (!row || parent === undefined || (row as { parent: unknown }).parent) return null;
    try {
      await strapi.db
        .query(CATEGORY_UID)
        .update({ where: { id }, data: { parent: { set: [{ id: parent }] } } });
      return null;
    } catch (error) {
      if (error instanceof errors.ValidationError) return messageOf(error);
      throw error;
    }
  }
}
