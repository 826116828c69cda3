import type { Core } from '@strapi/strapi';
import type { Envelope } from '../../../core/front-matter';
import { loadExportedPosts, type ExportedPost } from '../export/exported-row';
import { postFilesOf, type ExportGround } from '../export/post-file';
import { linksKeyOf } from '../hook/footer-links';
import { POST_UID } from '../plugin-id';
import type { KnownFile } from './known-files';
import { hashOf } from './file-hash';

/** A file as it was found. */
export interface FoundFile {
  path: string;
  fileHash: string;
  envelope: Envelope;
  body: string;
}

/** The stored post, if the file is what an export writes of it now; null if it is not. */
export async function findExported(
  strapi: Core.Strapi,
  { documentId, locale }: KnownFile,
  fileHash: string,
  ground: ExportGround,
): Promise<ExportedPost | null> {
  const draft: unknown = await strapi.db
    .query(POST_UID)
    .findOne({ where: { documentId, locale, publishedAt: null }, select: ['id', 'documentId', 'locale'] });
  if (!draft) return null;
  const posts = await loadExportedPosts(strapi, [draft as ExportedPost['row']]);
  const [file] = await postFilesOf(strapi, posts, ground);
  return file && hashOf(file.text) === fileHash ? posts[0] : null;
}

/** Notes that a post came out as this file, so that the next import knows it; nothing that people see changes. */
export async function adoptFile(
  strapi: Core.Strapi,
  { row }: ExportedPost,
  { path, fileHash, envelope, body }: FoundFile,
): Promise<void> {
  const { footer } = envelope;
  const links = { shareLinks: row.shareLinks ?? [], backLinks: row.backLinks ?? [] };
  const found = footer && { ...footer, linksKey: linksKeyOf(links) };
  const where = { documentId: row.documentId, locale: row.locale };
  const posts = strapi.db.query(POST_UID);
  await posts.updateMany({
    where,
    data: {
      filePath: path,
      fileHash,
      ...(body === row.body ? { envelope: { ...envelope, footer: found } } : {}),
    },
  });
  if (path === row.filePath) return;
  // Another name says other things than the one before: each version's own text is what it starts from now.
  const versions: unknown = await posts.findMany({ where, select: ['id', 'frontMatter'] });
  for (const { id, frontMatter } of versions as { id: number; frontMatter: string | null }[])
    await posts.updateMany({ where: { id }, data: { baseFrontMatter: frontMatter } });
}
