import type { Core } from '@strapi/strapi';
import type { FooterTerm } from '../../../core/links';
import type { CategoryNode } from '../../../core/post';
import { CATEGORY_UID } from '../plugin-id';
import { loadCategoryNodes } from '../terms';
import { termKeyOf } from '../terms/terms-service';

/** Categories as footers need them, read once for each term of an import. */
export function footerTerms(strapi: Core.Strapi) {
  const known = new Map<string, FooterTerm>();

  return {
    /** The categories of a post, in order; one that the site does not have yet has no name. */
    async of(terms: string[], locale: string): Promise<FooterTerm[]> {
      const missing = terms.filter((term) => !known.has(termKeyOf(locale, term)));
      if (missing.length > 0) {
        for (const node of await findNodes(missing, locale))
          known.set(termKeyOf(locale, node.term), asFooterTerm(node));
      }
      return terms.map((term) => known.get(termKeyOf(locale, term)) ?? { term, name: null, slug: null });
    },

    /** Takes over names that a footer told, for the posts that come after it. */
    learn(names: Record<string, string>, locale: string): void {
      for (const [term, name] of Object.entries(names)) {
        const key = termKeyOf(locale, term);
        known.set(key, { ...(known.get(key) ?? { term, slug: null }), name });
      }
    },

    /** Forgets what was read, after categories were created or named. */
    forget(): void {
      known.clear();
    },
  };

  async function findNodes(terms: string[], locale: string): Promise<CategoryNode[]> {
    const rows: unknown = await strapi.db.query(CATEGORY_UID).findMany({
      where: { termKey: { $in: terms.map((term) => termKeyOf(locale, term)) } },
      select: ['id'],
    });
    const ids = (rows as { id: number }[]).map(({ id }) => id);
    const nodes = await loadCategoryNodes(strapi, ids);
    return ids.flatMap((id) => nodes.get(id) ?? []);
  }
}

function asFooterTerm(node: CategoryNode): FooterTerm {
  const { term, name, slug, shareUrl, backLinkLabel, parent } = node;
  return { term, name, slug, shareUrl, backLinkLabel, parent: parent ? asFooterTerm(parent) : null };
}
