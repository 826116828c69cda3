import type { Core } from '@strapi/strapi';
import type { Envelope } from '../../../core/front-matter';
import type { LinkedFields, PostFields } from '../../../core/post';
import { entityOfRow } from '../database/entity-of-row';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import type { CategoryRow } from '../terms/category-nodes';
import { termsOfPosts, type StoredTerm } from '../terms/terms-of-posts';
import type { ImportedText } from './imported-text';
import { loadTermsOfPost } from '../terms/terms-of-write';

/** One row of a post, draft or published, with what the hook compares an edit against. */
export interface StoredPost {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | Date | null;
  title: string | null;
  slug: string | null;
  date: string | Date | null;
  layout: string | null;
  author: string | null;
  source: string | null;
  excerpt: string | null;
  image: string | null;
  permalink: string | null;
  shareUrl: string | null;
  body: string | null;
  frontMatter: string | null;
  baseFrontMatter: string | null;
  url: string | null;
  filePath: string | null;
  fileHash: string | null;
  envelope: Envelope | null;
  importedText: ImportedText | null;
  categories: (StoredTerm | CategoryRow)[];
  tags: StoredTerm[];
}

/** Reads the row of a post with its terms in order; null where there is none. */
export async function loadStoredPost(
  strapi: Core.Strapi,
  where: Record<string, unknown>,
): Promise<StoredPost | null> {
  const row = isById(where)
    ? await rowById(strapi, where.id)
    : ((await strapi.db.query(POST_UID).findOne({ where })) as StoredRow | null);
  return row && { ...row, ...(await loadTermsOfPost(strapi, row.id)) };
}

function isById(where: Record<string, unknown>): where is { id: number } {
  return Object.keys(where).length === 1 && typeof where.id === 'number';
}

/** What each update reads: at half the cost of the entity manager. */
async function rowById(strapi: Core.Strapi, id: number): Promise<StoredRow | null> {
  const [row] = await readRows<Record<string, unknown>>(strapi, {
    name: 'a post',
    table: tableNames(strapi, POST_UID).table,
    build: (query) => query.select('*').where('id', id),
    values: [id],
  });
  return row ? (entityOfRow(strapi, POST_UID, row) as unknown as StoredRow) : null;
}

/** The same for many rows by id, in the order of the ids; one query for the rows and one for their terms. */
export async function loadStoredPosts(strapi: Core.Strapi, ids: readonly number[]): Promise<StoredPost[]> {
  const found: unknown = await strapi.db.query(POST_UID).findMany({ where: { id: { $in: ids } } });
  const rows = new Map((found as StoredRow[]).map((row) => [row.id, row]));
  return withTerms(
    strapi,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
}

type StoredRow = Omit<StoredPost, 'categories' | 'tags'>;

async function withTerms(strapi: Core.Strapi, rows: StoredRow[]): Promise<StoredPost[]> {
  const terms = await termsOfPosts(
    strapi,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...(terms.get(row.id) ?? { categories: [], tags: [] }) }));
}

/** A stored or incoming date as the ISO instant that the core compares. */
export function toInstant(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const date = value instanceof Date ? value : new Date(value as string | number);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** What of a stored row its links are made of. */
export function linkedFieldsOf(
  post: Pick<StoredPost, 'title' | 'slug' | 'date' | 'excerpt' | 'image' | 'shareUrl'>,
): LinkedFields {
  return {
    title: post.title ?? '',
    slug: post.slug ?? '',
    date: toInstant(post.date),
    excerpt: post.excerpt,
    image: post.image,
    shareUrl: post.shareUrl,
  };
}

/** The fields of a stored row as the core reads and compares them. */
export function fieldsOf(post: StoredPost): PostFields {
  return {
    ...linkedFieldsOf(post),
    layout: post.layout,
    author: post.author,
    source: post.source,
    permalink: post.permalink,
    categories: post.categories.map(({ term }) => term ?? ''),
    tags: post.tags.map(({ term }) => term ?? ''),
  };
}
