import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ExportGround } from '../export/post-file';
import { POST_UID } from '../plugin-id';
import { comparePosts } from './exported-file';
import { failureOf } from './failure';
import { InputError } from './input-error';
import type { KnownFile } from './known-files';
import { postDocuments } from './post-documents';
import type { PrunedPost } from './report';
import type { Source } from './source';
import { versionKey } from './stored-versions';

export interface PruneOptions {
  dryRun: boolean;
  /** Deletes posts that were edited too. */
  overwrite: boolean;
  signal?: AbortSignal;
}

type Row = KnownFile & { id: number; filePath: string };

const PAGE = 500;

/**
 * Posts none of whose files is there came from elsewhere, and nobody wants to lose them.
 * @throws InputError for them, and where the source is no folder.
 */
export async function requirePrunable(
  strapi: Core.Strapi,
  { folder, root }: Source,
  { hasTables }: { hasTables: boolean },
): Promise<void> {
  if (folder === undefined) throw new InputError('--prune is for a site, or a folder of it, on disk');
  if (!hasTables) return;
  let posts = 0;
  for await (const rows of fileRows(strapi, folder)) {
    if (rows.some(({ filePath }) => !isGone(root, filePath))) return;
    posts += rows.length;
  }
  if (posts === 0) return;
  throw new InputError(
    `--prune would delete all ${posts} posts that came from files of ${folder === '' ? 'a site' : folder}, as none of these files is in ${root}; nothing was written. Import the site that they came from, or without --prune.`,
  );
}

/**
 * Deletes the posts whose files are gone, one after the other, as deleting them in the admin would. A file is gone where
 * nothing lies at its path, so that a folder which cannot be read takes no post with it. Posts of files outside of the
 * folder that is imported, and posts that came from no file, are not looked at.
 */
export async function* prunePosts(
  strapi: Core.Strapi,
  source: Source,
  ground: ExportGround,
  { dryRun, overwrite, signal }: PruneOptions,
): AsyncGenerator<PrunedPost> {
  const { folder = '', root } = source;
  for await (const rows of fileRows(strapi, folder)) {
    const gone = rows.filter(({ filePath }) => isGone(root, filePath));
    const compared = await comparePosts(strapi, gone, ground);
    for (const post of gone) {
      if (signal?.aborted) return;
      if (!overwrite && compared.get(versionKey(post))?.isEdited) {
        yield { path: post.filePath, outcome: 'kept', reason: 'its file is gone, but it was edited since' };
      } else {
        yield await remove(strapi, post, dryRun);
      }
    }
  }
}

async function remove(strapi: Core.Strapi, post: Row, dryRun: boolean): Promise<PrunedPost> {
  const { filePath, documentId, locale } = post;
  try {
    if (!dryRun) await postDocuments(strapi).delete({ documentId, locale });
    return { path: filePath, outcome: 'deleted' };
  } catch (error) {
    return { path: filePath, outcome: 'kept', reason: failureOf(error) };
  }
}

/** Drafts that came from files of a folder, some at a time. */
async function* fileRows(strapi: Core.Strapi, folder: string): AsyncGenerator<Row[]> {
  const start = folder === '' ? '' : `${folder}/`;
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: {
        id: { $gt: last },
        publishedAt: null,
        filePath: { $notNull: true },
        fileHash: { $notNull: true },
      },
      select: ['id', 'documentId', 'locale', 'filePath', 'fileHash'],
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    const rows = found as Row[];
    if (rows.length === 0) return;
    last = rows[rows.length - 1].id;
    const inside = rows.filter(({ filePath }) => filePath.startsWith(start));
    if (inside.length > 0) yield inside;
  }
}

function isGone(root: string, filePath: string): boolean {
  try {
    return lstatSync(path.join(root, filePath), { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
