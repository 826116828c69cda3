import type { Core } from '@strapi/strapi';
import { categoryWithDescendants } from '../regeneration/affected-posts';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';

/** The category or tag that a query names. */
export interface AskedTerm {
  kind: TermKind;
  slug: string | null | undefined;
  locale: string;
  /** The categories below it too. */
  includeChildren?: boolean | null;
}

/** Row ids of the terms that a slug names, none where there is no such term; undefined where none is asked for. */
export async function askedTerms(
  strapi: Core.Strapi,
  { kind, slug, locale, includeChildren }: AskedTerm,
): Promise<number[] | undefined> {
  if (slug === null || slug === undefined) return undefined;
  const found: unknown = await strapi.db
    .query(TERM_TYPES[kind].uid)
    .findMany({ where: { slug, locale }, select: ['id'] });
  const ids = (found as { id: number }[]).map(({ id }) => id);
  return kind === 'category' && includeChildren ? categoryWithDescendants(strapi, ids) : ids;
}
