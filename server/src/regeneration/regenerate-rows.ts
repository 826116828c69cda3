import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import { message, problemMessage, saying, type Message, type Saying } from '../../../core/messages';
import { lockRows } from '../database/lock-rows';
import { recordPublicChange } from '../events/posts-changed';
import { validationError } from '../hook/rejections';
import { loadStoredPosts, type StoredPost } from '../hook/stored-post';
import { differingPosts, relistPosts, type ListedPost } from '../listing/listing-writer';
import { messageOf } from '../messages/message-of';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { loadCategoryNodes } from '../terms/category-nodes';
import { recomputePost, recomputeTwin, type RecomputedRow } from './recompute-post';
import { mayMove, storeRecomputed, storeUnmoved } from './store-recomputed';

/** A row that keeps what it has: another post has the URL that it should get, or its text cannot say its terms. */
export interface RowConflict extends Saying<'message'> {
  id: number;
  documentId: string;
  title: string | null;
}

/** What became of some rows. */
export interface RegeneratedRows {
  /** Rows looked at. */
  checked: number;
  /** Rows that differed. */
  changed: number;
  conflicts: RowConflict[];
  /** Rows that somebody is writing at this moment. */
  busy: number[];
}

export interface RegenerateRowsOptions {
  /** Goes into the event. */
  cause: string;
  /** Counts differences and writes nothing. */
  dryRun?: boolean;
  /** Looks at the lists of each post too, which follow every write by themselves. */
  relist?: boolean;
  /** Throws at the first conflict, so that the transaction around it is rolled back. */
  strict?: boolean;
}

/**
 * Recomputes rows by their ids in one transaction, or in the running one: each row is changed by one statement, so that no
 * reader sees a half of it. Rows that another transaction is writing are left for later.
 */
export async function regenerateRows(
  strapi: Core.Strapi,
  ids: readonly number[],
  options: RegenerateRowsOptions,
): Promise<RegeneratedRows> {
  if (options.dryRun) return regenerate(strapi, ids, options);
  return strapi.db.transaction(() => regenerate(strapi, ids, options));
}

async function regenerate(
  strapi: Core.Strapi,
  ids: readonly number[],
  { cause, dryRun = false, strict = false, relist = false }: RegenerateRowsOptions,
): Promise<RegeneratedRows> {
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const free = dryRun || strict ? [...ids] : await lockRows(strapi, ids);
  const posts = await loadStoredPosts(strapi, free);
  const nodes = await loadCategoryNodes(
    strapi,
    posts.flatMap(({ categories }) => categories.map(({ id }) => id)),
  );
  const result: RegeneratedRows = { checked: posts.length, changed: 0, conflicts: [], busy: [] };
  if (free.length < ids.length) result.busy = ids.filter((id) => !free.includes(id));
  const timezone = settings.site.timezone;
  const misplaced = relist ? new Set(await differingPosts(strapi, posts.map(listedPost))) : new Set<number>();
  const moved: ListedPost[] = [];
  const unmoved: { id: number; changes: Record<string, unknown> }[] = [];
  let before: RecomputedRow | undefined;
  const urls = new Set<string>();
  const categoryIds = new Set<string>();
  for (const post of posts) {
    const categories = post.categories.flatMap(({ id }) => nodes.get(id) ?? []);
    const twin = before && recomputeTwin(post, before);
    const recomputed = twin ?? recomputePost(post, categories, settings);
    before = { ...recomputed, stored: post };
    const { date } = recomputed.reading.fields;
    if (misplaced.has(post.id) || 'date' in recomputed.changes) moved.push({ ...listedPost(post), date });
    if (Object.keys(recomputed.changes).length === 0 && recomputed.refusals.length === 0) {
      if (misplaced.has(post.id)) result.changed += 1;
      continue;
    }
    const unwritable = recomputed.refusals.length > 0 ? unwritableError(post, recomputed.refusals) : null;
    if (strict && unwritable) throw unwritable;
    if (dryRun) {
      result.changed += 1;
      continue;
    }
    if (unwritable || mayMove(recomputed.changes)) {
      try {
        if (unwritable) throw unwritable;
        await storeRecomputed(strapi, post, recomputed);
      } catch (error) {
        if (strict || !(error instanceof errors.ValidationError)) throw error;
        const { id, documentId, title } = post;
        result.conflicts.push({ id, documentId, title, ...saying('message', messageOf(error)) });
        continue;
      }
    } else unmoved.push({ id: post.id, changes: recomputed.changes });
    result.changed += 1;
    if (!post.publishedAt) continue;
    for (const url of [post.url, recomputed.derived.url]) if (url) urls.add(url);
    for (const { documentId } of categories) if (documentId) categoryIds.add(documentId);
  }
  await storeUnmoved(strapi, unmoved);
  if (!dryRun) await relistPosts(strapi, moved, timezone);
  await recordPublicChange(strapi, { urls: [...urls], categories: [...categoryIds] }, cause);
  return result;
}

/** The 400 for a text that cannot say the present names of its terms, as where a category comes from the file's folder. */
function unwritableError(post: StoredPost, refusals: readonly Diagnostic[]): Error {
  return validationError([{ path: ['term'], message: unwritableMessage(post, refusals) }]);
}

/** Why the text of a post cannot say the present names of its terms. */
export function unwritableMessage(
  { documentId, title }: StoredPost,
  refusals: readonly Diagnostic[],
): Message {
  return message('post/cannot-follow', {
    title: title ?? '',
    document: documentId,
    problems: refusals.map(problemMessage),
  });
}

function listedPost({ id, locale, publishedAt, date, categories, tags }: StoredPost): ListedPost {
  const ids = (terms: { id: number }[]): number[] => terms.map((term) => term.id);
  const published = Boolean(publishedAt);
  return { id, locale, published, date, categories: ids(categories), tags: ids(tags) };
}
