import type { Core } from '@strapi/strapi';
import type { PostLinksInput } from '../../../core/links';
import { POST_UID } from '../plugin-id';
import { loadCategoryNodes } from '../terms/category-nodes';
import { termsOfPosts } from '../terms/terms-of-posts';
import { linkedFieldsOf, type StoredPost } from './stored-post';

/** What of a row its links are made of; the text and the body, which are long, are not. */
const COLUMNS = [
  'id',
  'documentId',
  'locale',
  'publishedAt',
  'title',
  'slug',
  'date',
  'excerpt',
  'image',
  'shareUrl',
  'url',
  'envelope',
  'shareLinks',
  'backLinks',
] as const;

type Row = Pick<StoredPost, Exclude<(typeof COLUMNS)[number], 'shareLinks' | 'backLinks'>> & {
  shareLinks: unknown;
  backLinks: unknown;
};

/** A row of a post and what its links are made of. */
export interface LinkedPost {
  row: Row;
  input: PostLinksInput;
}

/** Rows by their ids, in that order, in which the draft and what is published of it stand side by side. */
export async function loadLinkedRows(strapi: Core.Strapi, ids: readonly number[]): Promise<LinkedPost[]> {
  const found: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { id: { $in: ids } }, select: [...COLUMNS] });
  const byId = new Map((found as Row[]).map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const terms = await termsOfPosts(strapi, ids);
  const categoryIdsOf = ({ id }: Row): number[] => terms.get(id)?.categories.map((term) => term.id) ?? [];
  const nodes = await loadCategoryNodes(strapi, rows.flatMap(categoryIdsOf));
  return rows.map((row) => ({
    row,
    input: {
      post: linkedFieldsOf(row),
      url: row.url,
      capturedShareUrl: row.envelope?.footer?.shareUrl || null,
      categories: categoryIdsOf(row).flatMap((id) => nodes.get(id) ?? []),
      locale: row.locale,
    },
  }));
}
