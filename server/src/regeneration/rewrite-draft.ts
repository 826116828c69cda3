import type { Core } from '@strapi/strapi';
import type { PostContext } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import type { PostTexts } from '../hook/published-key';
import { loadStoredPost } from '../hook/stored-post';
import { loadCategoryNodes } from '../terms/category-nodes';
import { recomputePost } from './recompute-post';
import { storeRecomputed } from './store-recomputed';

/** Changes the texts of a document's draft and what follows from them, in the transaction of the running write. */
export async function rewriteDraft(
  strapi: Core.Strapi,
  documentId: string,
  locale: string | null,
  settings: Settings,
  change: (texts: PostTexts, context: PostContext) => PostTexts,
): Promise<void> {
  const draft = await loadStoredPost(strapi, { documentId, locale, publishedAt: null });
  if (!draft) return;
  const nodes = await loadCategoryNodes(
    strapi,
    draft.categories.map(({ id }) => id),
  );
  const categories = draft.categories.flatMap(({ id }) => nodes.get(id) ?? []);
  const texts = change(
    { base: draft.baseFrontMatter, text: draft.frontMatter },
    { filePath: draft.filePath, body: draft.body ?? '', settings },
  );
  const recomputed = recomputePost(draft, categories, settings, texts);
  if (Object.keys(recomputed.changes).length > 0) await storeRecomputed(strapi, draft, recomputed);
}
