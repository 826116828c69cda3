import type { Core } from '@strapi/strapi';
import { coverPathOf, localImages } from '../../../../core/html';
import type { Settings } from '../../../../core/settings';
import { POST_UID } from '../../plugin-id';
import type { ReadyPost } from '../import-post';
import type { KnownFile } from '../known-files';
import type { ImageImport } from './image-import';

/** A post that is about to be written, and the one that its file came to before. */
export interface IncomingPost {
  post: ReadyPost;
  known: KnownFile | undefined;
}

/** The cover of a stored post, and where it says that its image lies. */
interface StoredCover {
  documentId: string;
  locale: string;
  image: string | null;
  extra: Record<string, unknown> | null;
  cover: { id: number } | null;
}

/**
 * Brings in the images of posts and gives each post the cover that its front matter names. A cover that is another than
 * the import would have set before is an editor's, and stays.
 */
export async function illustrate(
  strapi: Core.Strapi,
  images: ImageImport,
  incoming: readonly IncomingPost[],
  settings: Settings,
): Promise<void> {
  const shown = incoming.map((one) => ({ ...one, ...imagesOf(one.post, settings) }));
  const stored = await loadCovers(strapi, incoming);
  const before = new Map([...stored].map(([key, row]) => [key, formerPath(row, settings)]));
  const known = await images.known([...before.values()].filter((path) => path !== null));
  const assets = await images.bring(shown.map(({ post, paths }) => ({ filePath: post.file.path, paths })));
  for (const { post, known: file, cover: path } of shown) {
    const key = file ? keyOf(file) : '';
    const current = stored.get(key)?.cover?.id ?? null;
    const own = known.get(before.get(key) ?? '') ?? null;
    const wanted = (path !== null && assets.get(path)) || null;
    if (current === own && wanted !== current) post.cover = wanted;
  }
}

export function imagesOf({ file, body }: Pick<ReadyPost, 'file' | 'body'>, settings: Settings) {
  const { fields, extra } = file.reading;
  return localImages({ fields, extra, filePath: file.path, body }, settings);
}

async function loadCovers(
  strapi: Core.Strapi,
  incoming: readonly IncomingPost[],
): Promise<Map<string, StoredCover>> {
  const documents = incoming.flatMap(({ known }) => known?.documentId ?? []);
  if (documents.length === 0) return new Map();
  const rows: unknown = await strapi.db.query(POST_UID).findMany({
    where: { documentId: { $in: documents }, publishedAt: null },
    select: ['documentId', 'locale', 'image', 'extra'],
    populate: { cover: { select: ['id'] } },
  });
  return new Map((rows as StoredCover[]).map((row) => [keyOf(row), row]));
}

function keyOf({ documentId, locale }: Pick<StoredCover, 'documentId' | 'locale'>): string {
  return `${documentId} ${locale}`;
}

function formerPath({ image, extra }: StoredCover, settings: Settings): string | null {
  return coverPathOf({ fields: { image }, extra: extra ?? {} }, settings);
}
