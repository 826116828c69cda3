import type { Core } from '@strapi/strapi';
import { recordPublicChange } from '../../events/posts-changed';
import { CATEGORY_UID } from '../../plugin-id';
import { leadTermTo } from '../../redirects/term-move';
import { categoryWithDescendants, countPostsWithTerm } from '../../regeneration/affected-posts';
import { TERM_TYPES } from '../term-kind';
import type { TermsToMerge } from './term-pair';

/**
 * Deletes a term that no post has any more, in one transaction: what was below a category goes below the other one, which
 * takes its place where it was below it itself, and its page leads to the other's.
 * @returns false where a post got the term at this moment.
 */
export async function finishMerge(strapi: Core.Strapi, { kind, from, into }: TermsToMerge): Promise<boolean> {
  return strapi.db.transaction(async () => {
    if ((await countPostsWithTerm(strapi, kind, from.id)) > 0) return false;
    const { uid } = TERM_TYPES[kind];
    if (uid === CATEGORY_UID) await moveChildren(strapi, { kind, from, into });
    await leadTermTo(strapi, { uid, from, into });
    const { documentId, locale } = from;
    await strapi.documents(uid).delete({ documentId, locale: locale ?? undefined });
    await recordPublicChange(
      strapi,
      { urls: [], categories: kind === 'category' ? [documentId] : [] },
      'merge',
    );
    return true;
  });
}

async function moveChildren(strapi: Core.Strapi, { from, into }: TermsToMerge): Promise<void> {
  const categories = strapi.db.query(CATEGORY_UID);
  const below = await categoryWithDescendants(strapi, [from.id]);
  if (below.includes(into.id))
    await categories.update({ where: { id: into.id }, data: { parent: from.parent?.id ?? null } });
  const children: unknown = await categories.findMany({
    where: { parent: { id: from.id } },
    select: ['id'],
    orderBy: { id: 'asc' },
  });
  for (const { id } of children as { id: number }[])
    await categories.update({ where: { id }, data: { parent: into.id } });
}
