import type { Core } from '@strapi/strapi';
import type { CategoryNode } from '../../../core/post';
import { pressService } from '../press-service';
import { loadCategoryNodes } from './category-nodes';
import { TERM_TYPES } from './term-kind';
import { termKeyOf, type TermsService } from './terms-service';

/** A category, or what it would be if a post with it were saved now. */
export interface ForeseenCategory extends CategoryNode {
  isStored: boolean;
}

/**
 * The categories that a post's front matter names, in order: the stored ones, and the missing ones as they would be created.
 * @param names of categories by term, for those that have none of their own.
 */
export async function foreseenCategories(
  strapi: Core.Strapi,
  terms: string[],
  locale: string | null,
  names: Record<string, string> = {},
): Promise<ForeseenCategory[]> {
  const rows: unknown = await strapi.db.query(TERM_TYPES.category.uid).findMany({
    where: { termKey: { $in: terms.map((term) => termKeyOf(locale, term)) } },
    select: ['id'],
  });
  const ids = (rows as { id: number }[]).map(({ id }) => id);
  const nodes = await loadCategoryNodes(strapi, ids);
  const stored = new Map(ids.flatMap((id) => nodes.get(id) ?? []).map((node) => [node.term, node]));
  const missing = terms.filter((term) => !stored.has(term));
  const slugs = await pressService<TermsService>(strapi, 'terms').slugs('category', missing, locale);
  return terms.map((term) => {
    const node = stored.get(term);
    if (!node)
      return {
        ...UNPLACED,
        id: term,
        term,
        name: names[term] ?? term,
        slug: slugs.get(term) ?? '',
        isStored: false,
      };
    // A name equal to the term counts as none: the given one would be taken.
    const name = node.name === node.term ? (names[term] ?? node.name) : node.name;
    return { ...node, name, isStored: true };
  });
}

const UNPLACED = { shareUrl: null, backLinkLabel: null, parent: null };
