import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  CategoryChange,
  ChangedPost,
  ChosenPosts,
  ProblemsByPost,
  RecategorizeRequest,
  RegeneratedPosts,
} from '../../../core/admin/post-list';
import type { Diagnostic } from '../../../core/diagnostics';
import { message, saying } from '../../../core/messages';
import { i18nLocales } from '../i18n-locales';
import { messageOf } from '../messages/message-of';
import { POST_UID } from '../plugin-id';
import { regenerateRows } from '../regeneration/regenerate-rows';

/** Whether somebody may change one post, by the conditions of their roles. */
export type MayUpdate = (post: object) => boolean;

interface DraftRow {
  id: number;
  documentId: string;
  title: string | null;
  diagnostics: Diagnostic[] | null;
}

/** The problems of posts, for a list of them; one query. */
export async function problemsOf(strapi: Core.Strapi, chosen: ChosenPosts): Promise<ProblemsByPost> {
  const where = { ...(await rowsOf(strapi, chosen)), publishedAt: null };
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where, select: ['documentId', 'diagnostics'] });
  return Object.fromEntries(
    (rows as DraftRow[]).flatMap(({ documentId, diagnostics }) =>
      diagnostics?.length ? [[documentId, diagnostics]] : [],
    ),
  );
}

/**
 * Changes the categories of drafts, each by itself through the Document Service, so that text, URL and links follow; what is
 * published stays until it is published again.
 */
export async function recategorize(
  strapi: Core.Strapi,
  { categories, change, ...chosen }: RecategorizeRequest,
  mayUpdate: MayUpdate,
): Promise<ChangedPost[]> {
  const { locale } = await rowsOf(strapi, chosen);
  const documents = strapi.documents(POST_UID);
  const results: ChangedPost[] = [];
  for (const documentId of chosen.documentIds) {
    const post = (await documents.findOne({
      documentId,
      locale,
      populate: ['createdBy'],
    })) as DraftRow | null;
    const title = post?.title ?? null;
    if (!post) {
      results.push({ documentId, title, ...saying('refused', message('post/gone-in-locale')) });
      continue;
    }
    if (!mayUpdate(post)) {
      results.push({ documentId, title, ...saying('refused', message('role/this-post')) });
      continue;
    }
    try {
      const data = { categories: relationChange(change, categories) } as object;
      await documents.update({ documentId, locale, data });
      results.push({ documentId, title, refused: null });
    } catch (error) {
      if (!(error instanceof errors.ApplicationError)) throw error;
      results.push({ documentId, title, ...saying('refused', messageOf(error)) });
    }
  }
  return results;
}

/** Computes the generated attributes of posts anew, drafts and published ones. */
export async function regenerateChosen(strapi: Core.Strapi, chosen: ChosenPosts): Promise<RegeneratedPosts> {
  const where = await rowsOf(strapi, chosen);
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where, select: ['id'], orderBy: { id: 'asc' } });
  const ids = (rows as DraftRow[]).map(({ id }) => id);
  const { checked, changed, conflicts } = await regenerateRows(strapi, ids, {
    cause: 'regenerate',
    relist: true,
  });
  return {
    checked,
    changed,
    conflicts: conflicts.map(({ id: _id, ...conflict }) => conflict),
  };
}

async function rowsOf(
  strapi: Core.Strapi,
  { documentIds, locale }: ChosenPosts,
): Promise<{ documentId: { $in: string[] }; locale: string }> {
  return {
    documentId: { $in: documentIds },
    locale: locale ?? (await i18nLocales(strapi).getDefaultLocale()),
  };
}

function relationChange(change: CategoryChange, categories: string[]): object {
  switch (change) {
    case 'add':
      return { connect: categories };
    case 'remove':
      return { disconnect: categories };
    case 'replace':
      return { set: categories };
  }
}
