import type { CategoryNode } from '../post';
import { termSlug } from './slug';

/** A category of a post as its footer needs it, known to the site or not. */
export interface FooterTerm {
  term: string;
  /** Null (or equal to the term) where it is not known: the footer may tell it. */
  name: string | null;
  /** Null where the category is not known: `termSlug` gives it. */
  slug: string | null;
  shareUrl?: string | null;
  backLinkLabel?: string | null;
  parent?: FooterTerm | null;
}

function nameIsKnown({ name, term }: FooterTerm): boolean {
  return name !== null && name !== '' && name !== term;
}

/** The terms as categories, with their parents; `nameOf` names those whose name is not known. */
export function asCategories(terms: FooterTerm[], nameOf: (term: string) => string): CategoryNode[] {
  const nodes = new Map<FooterTerm, CategoryNode>();
  function asCategory(term: FooterTerm): CategoryNode {
    const known = nodes.get(term);
    if (known !== undefined) return known;
    const node: CategoryNode = {
      id: term.term,
      name: nameIsKnown(term) ? (term.name ?? '') : nameOf(term.term),
      slug: term.slug || termSlug(term.term),
      term: term.term,
      shareUrl: term.shareUrl ?? null,
      backLinkLabel: term.backLinkLabel ?? null,
      parent: null,
    };
    nodes.set(term, node);
    node.parent = term.parent ? asCategory(term.parent) : null;
    return node;
  }
  return terms.map(asCategory);
}

/** The terms and their ancestors whose names are not known, each once. */
export function namelessTerms(terms: FooterTerm[]): string[] {
  const seen = new Set<FooterTerm>();
  for (const start of terms) {
    for (let term: FooterTerm | null = start; term && !seen.has(term); term = term.parent ?? null)
      seen.add(term);
  }
  return [...new Set([...seen].filter((term) => !nameIsKnown(term)).map(({ term }) => term))];
}
