import type { Core } from '@strapi/strapi';
import { recordPublicChange } from '../events/posts-changed';
import { loadStoredPosts } from '../hook/stored-post';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { loadCategoryNodes } from '../terms/category-nodes';
import { recomputePost, storeRecomputed } from './recompute-post';

/** How many rows are read and computed at once; bounds the memory of a regeneration. */
const BATCH = 100;

export interface RegenerationResult {
  /** Rows looked at, drafts and published ones. */
  checked: number;
  /** Rows that differed. */
  changed: number;
}

export interface RegenerationOptions {
  /** Counts differences and writes nothing. */
  dryRun?: boolean;
  /** Called after each batch with the rows looked at so far. */
  onProgress?: (result: RegenerationResult) => void;
}

/** Recomputes generated attributes of posts whose terms or settings changed (DESIGN: invariant 2). */
export function regenerationService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /** Recomputes the given rows, in the running transaction where there is one. `cause` goes into the event. */
    async posts(
      ids: number[],
      cause: string,
      options: RegenerationOptions = {},
    ): Promise<RegenerationResult> {
      return await strapi.db.transaction(() => recomputeAll(batchesOf(ids), cause, options));
    },

    /** Recomputes every row of every post, in batches by id. */
    all(cause: string, options: RegenerationOptions = {}): Promise<RegenerationResult> {
      return recomputeAll(batchesOfAll(), cause, options);
    },
  };

  async function recomputeAll(
    batches: AsyncIterable<number[]> | Iterable<number[]>,
    cause: string,
    { dryRun = false, onProgress }: RegenerationOptions,
  ): Promise<RegenerationResult> {
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const result = { checked: 0, changed: 0 };
    const urls = new Set<string>();
    const categoryIds = new Set<string>();
    for await (const ids of batches) {
      const posts = await loadStoredPosts(strapi, ids);
      const nodes = await loadCategoryNodes(
        strapi,
        posts.flatMap(({ categories }) => categories.map(({ id }) => id)),
      );
      for (const post of posts) {
        const categories = post.categories.flatMap(({ id }) => nodes.get(id) ?? []);
        const recomputed = recomputePost(post, categories, settings);
        result.checked += 1;
        if (Object.keys(recomputed.changes).length === 0) continue;
        result.changed += 1;
        if (dryRun) continue;
        await storeRecomputed(strapi, post, recomputed);
        if (!post.publishedAt) continue;
        for (const url of [post.url, recomputed.derived.url]) if (url) urls.add(url);
        for (const { documentId } of categories) if (documentId) categoryIds.add(documentId);
      }
      onProgress?.(result);
    }
    await recordPublicChange(strapi, { urls: [...urls], categories: [...categoryIds] }, cause);
    return result;
  }

  async function* batchesOfAll(): AsyncGenerator<number[]> {
    let last = 0;
    for (;;) {
      const rows: unknown = await strapi.db.query(POST_UID).findMany({
        where: { id: { $gt: last } },
        select: ['id'],
        orderBy: { id: 'asc' },
        limit: BATCH,
      });
      const ids = (rows as { id: number }[]).map(({ id }) => id);
      if (ids.length === 0) return;
      yield ids;
      last = ids[ids.length - 1];
    }
  }
}

export type RegenerationService = ReturnType<typeof regenerationService>;

function* batchesOf(ids: number[]): Generator<number[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
}
