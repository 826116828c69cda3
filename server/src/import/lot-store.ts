import type { Core } from '@strapi/strapi';
import { partition } from 'lodash';
import { saying } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { LeaseLost } from '../jobs';
import { isBatchable, storeBatch } from './batch-writer';
import { failureMessage } from './failure';
import { foreignLinks } from './foreign-links';
import { storePost, type ReadyPost, type StoredOutcome } from './import-post';
import { versionKey } from './stored-versions';

export interface LotOptions {
  overwrite: boolean;
  /** Stores each post through Strapi's Document Service. */
  throughDocuments: boolean;
  signal?: AbortSignal;
  /** Throws `LeaseLost` where another process has taken the import over; called in the transaction of a lot. */
  confirm: () => Promise<void>;
  /** Called where posts that were to be stored together were not: what was learnt of the database may not be so. */
  onRefused: () => void;
}

/**
 * Gives the function that stores posts in their order: those that can be together in one transaction, the others each in
 * its own. Posts that are left when it is stopped have no outcome; that of a post whose file somebody else stored in the
 * meantime is null, and it has to be looked at again.
 */
export function lotStore(
  strapi: Core.Strapi,
  { overwrite, throughDocuments, signal, confirm, onRefused }: LotOptions,
): (posts: readonly ReadyPost[], settings: Settings) => Promise<Map<ReadyPost, StoredOutcome | null>> {
  const linkedPosts = foreignLinks(strapi);

  return async (posts, settings) => {
    const outcomes = new Map<ReadyPost, StoredOutcome | null>();
    const linked = throughDocuments ? null : await linkedPosts(posts.flatMap(({ known }) => known ?? []));
    const isTogether = (post: ReadyPost): boolean =>
      linked !== null && isBatchable(post) && !(post.known && linked.has(versionKey(post.known)));
    for (const run of runsOf(posts, isTogether)) {
      if (signal?.aborted) break;
      const stored = isTogether(run[0]) ? await storeTogether(run, settings) : [];
      stored.forEach((outcome, index) => outcomes.set(run[index], outcome));
      for (const post of stored.length > 0 ? [] : run) {
        if (signal?.aborted) return outcomes;
        await confirm();
        outcomes.set(post, await storeAlone(post));
      }
    }
    return outcomes;
  };

  /** All of them or, where one cannot be stored, none. */
  async function storeTogether(posts: ReadyPost[], settings: Settings): Promise<(StoredOutcome | null)[]> {
    try {
      return await storeBatch(strapi, posts, { settings, overwrite, confirm });
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      strapi.log.debug(error);
      onRefused();
      return [];
    }
  }

  async function storeAlone(post: ReadyPost): Promise<StoredOutcome | null> {
    try {
      return await storePost(strapi, post);
    } catch (error) {
      strapi.log.debug(`${post.file.path}: ${String(error)}`);
      return { outcome: 'rejected', ...saying('reason', failureMessage(error)) };
    }
  }
}

/**
 * The posts that are stored together, then all others; where two of them want one URL, or one leaves it, only neighbours,
 * as the first in the order of files gets it.
 */
function runsOf(posts: readonly ReadyPost[], isTogether: (post: ReadyPost) => boolean): ReadyPost[][] {
  const [together, alone] = partition(posts, isTogether);
  const urls = new Set(alone.flatMap(urlsOf));
  const isContested = alone.length > 0 && together.some((post) => urlsOf(post).some((url) => urls.has(url)));
  if (!isContested) return [together, alone].filter(({ length }) => length > 0);
  const runs: ReadyPost[][] = [];
  for (const [index, post] of posts.entries()) {
    if (index > 0 && isTogether(posts[index - 1]) === isTogether(post)) runs[runs.length - 1].push(post);
    else runs.push([post]);
  }
  return runs;
}

/** The URL that a post wants and the one that it may leave. */
function urlsOf({ file, known }: ReadyPost): string[] {
  return known?.publishedUrl ? [file.url, known.publishedUrl] : [file.url];
}
