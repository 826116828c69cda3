import type { Core } from '@strapi/strapi';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import type { ReadyPost } from './import-post';
import { findKnownFiles } from './known-files';
import { versionKey, type StoredVersions } from './stored-versions';

/**
 * The posts whose files somebody else stored after they were compared with what was there. Asked in the transaction that
 * stores them, with their paths claimed and their rows locked, so that the answer holds until it ends.
 */
export async function overtakenPosts(
  strapi: Core.Strapi,
  posts: readonly ReadyPost[],
  versions: ReadonlyMap<string, StoredVersions>,
): Promise<Set<ReadyPost>> {
  const fresh = posts.filter(({ known }) => !known).map(({ file }) => file.path);
  const appeared = fresh.length > 0 ? await findKnownFiles(strapi, fresh) : new Map();
  const { column } = tableNames(strapi, POST_UID);
  return new Set(
    posts.filter(({ file, known }) => {
      if (!known) return appeared.has(file.path);
      const draft = versions.get(versionKey(known))?.draft;
      return draft !== undefined && known.fileHash !== null && draft[column('fileHash')] !== known.fileHash;
    }),
  );
}
