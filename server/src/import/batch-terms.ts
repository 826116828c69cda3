import type { Core } from '@strapi/strapi';
import { pressService } from '../press-service';
import type { TermsService } from '../terms';
import type { TermKind } from '../terms/term-kind';
import type { ReadyPost } from './import-post';

/** Row ids of terms, by locale and term. */
export type TermIds = Map<string, Map<string, number>>;

/** Row ids of the terms of many posts; missing ones are created in the order of the posts. */
export async function ensureTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  posts: readonly ReadyPost[],
): Promise<TermIds> {
  const service = pressService<TermsService>(strapi, 'terms');
  const wanted = new Map<string, Set<string>>();
  for (const { file, locale } of posts) {
    const { fields } = file.reading;
    const terms = wanted.get(locale) ?? new Set();
    for (const term of kind === 'category' ? fields.categories : fields.tags) terms.add(term);
    wanted.set(locale, terms);
  }
  const found: TermIds = new Map();
  for (const [locale, terms] of wanted) found.set(locale, await service.ensure(kind, [...terms], locale));
  return found;
}

/** Row ids in the order of a post's own terms. */
export function idsOf(ids: TermIds, locale: string, terms: readonly string[]): number[] {
  return terms.flatMap((term) => ids.get(locale)?.get(term) ?? []);
}
