import type { Core } from '@strapi/strapi';
import { CATEGORY_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { categoryPath } from './term-page';
import { followMoves, leadOthersTo } from './url-move';

/** A category or tag as far as its page depends on it. */
interface PagedTerm {
  documentId: string;
  locale: string | null;
  name: string | null;
  slug: string | null;
  term: string | null;
}

/** A category's page moved: its former URL leads to it. Tags have no pages. */
export async function followTermMove(
  strapi: Core.Strapi,
  uid: string,
  before: PagedTerm,
  after: PagedTerm,
): Promise<void> {
  if (uid !== CATEGORY_UID) return;
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const placeOf = (term: PagedTerm) => ({ url: categoryPath(term, after.locale, settings), redirects: [] });
  const { documentId, locale } = after;
  await followMoves(strapi, [{ documentId, locale, before: placeOf(before), after: placeOf(after) }]);
}

/** A category becomes another one: its page, and all that led to it, lead to the other's page. */
export async function leadTermTo(
  strapi: Core.Strapi,
  { uid, from, into }: { uid: string; from: PagedTerm; into: PagedTerm },
): Promise<void> {
  if (uid !== CATEGORY_UID) return;
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const to = categoryPath(into, into.locale, settings);
  const left = categoryPath(from, from.locale, settings);
  if (to === null || left === null) return;
  const { documentId, locale } = into;
  await leadOthersTo(strapi, { from: from.documentId, into: documentId, locale, left, to });
}
