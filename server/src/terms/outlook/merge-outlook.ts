import type { Core } from '@strapi/strapi';
import { uniqBy } from 'lodash';
import type { MergeOutlook } from '../../../../core/admin/terms';
import type { StoredPost } from '../../hook/stored-post';
import { CATEGORY_UID } from '../../plugin-id';
import { pressService } from '../../press-service';
import type { SettingsService } from '../../settings';
import { termsToMerge, type TermPair } from '../merge/term-pair';
import { TERM_TYPES } from '../term-kind';
import { foreseePosts } from './foresee-posts';
import { postsOfTerms } from './posts-of-terms';
import { pageMove } from './term-outlook';

/**
 * What a merge would do; nothing is written.
 * @throws ValidationError where one of the terms does not exist, or both are one.
 */
export async function mergeOutlook(strapi: Core.Strapi, pair: TermPair): Promise<MergeOutlook> {
  const { kind, from, into } = await termsToMerge(strapi, pair);
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const { relation } = TERM_TYPES[kind];
  // As the merge itself does: in the place of the first of both.
  const post = (found: StoredPost): StoredPost => ({
    ...found,
    [relation]: uniqBy(
      found[relation].map((one) => (one.id === from.id ? { ...one, id: into.id, term: into.term } : one)),
      'id',
    ),
  });
  const isCategory = kind === 'category';
  const children = isCategory ? await strapi.db.query(CATEGORY_UID).count({ where: { parent: from.id } }) : 0;
  const { posts } = await postsOfTerms(strapi, kind, [from.id]);
  const scope = { kind, ids: [from.id], alone: true };
  const newCategories = isCategory ? [into.id] : [];
  return {
    posts,
    children,
    page: isCategory ? pageMove(from, into, settings) : null,
    foreseen: await foreseePosts(strapi, scope, { newCategories, post, node: (node) => node }, settings),
  };
}
