import type { Core } from '@strapi/strapi';
import { renderFile, type Envelope } from '../../../core/front-matter';
import { loadExportedPosts, type ExportedPost } from '../export/exported-row';
import { postFilesOf, type ExportGround } from '../export/post-file';
import { linksKeyOf } from '../hook/footer-links';
import type { StoredPost } from '../hook/stored-post';
import { POST_UID } from '../plugin-id';
import type { KnownFile } from './known-files';
import { hashOf } from './file-hash';
import { versionKey } from './stored-versions';

/** A file as it was found. */
export interface FoundFile {
  path: string;
  fileHash: string;
  envelope: Envelope;
  body: string;
}

/** A post that a file came to before, beside the file. */
export interface ComparedPost {
  /** Whether its draft differs from the file that it came from. */
  isEdited: boolean;
  post: ExportedPost;
  /** Hash of the file that an export writes of it now. */
  exportHash: string;
}

type DraftRow = Pick<StoredPost, 'id' | 'documentId' | 'locale' | 'envelope' | 'frontMatter' | 'body'>;

/** What is stored of some posts, by `versionKey`: a few queries for all of them. */
export async function comparePosts(
  strapi: Core.Strapi,
  posts: readonly KnownFile[],
  ground: ExportGround,
): Promise<Map<string, ComparedPost>> {
  const compared = new Map<string, ComparedPost>();
  if (posts.length === 0) return compared;
  const wanted = new Map(posts.map((post) => [versionKey(post), post]));
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: { documentId: { $in: posts.map(({ documentId }) => documentId) }, publishedAt: null },
    select: ['id', 'documentId', 'locale', 'envelope', 'frontMatter', 'body'],
  });
  const drafts = (found as DraftRow[]).filter((row) => wanted.has(keyOf(row)));
  const exported = await loadExportedPosts(strapi, drafts);
  const files = await postFilesOf(strapi, exported, ground);
  const exportOf = new Map(
    exported.map((post, index) => [keyOf(post.row), { post, text: files[index].text }]),
  );
  for (const draft of drafts) {
    const key = keyOf(draft);
    const own = exportOf.get(key);
    if (!own) continue;
    const { envelope, frontMatter, body } = draft;
    const hash = hashOf(renderFile({ envelope, frontMatter, body: body ?? '' }));
    const isEdited = hash !== wanted.get(key)?.fileHash;
    compared.set(key, { isEdited, post: own.post, exportHash: hashOf(own.text) });
  }
  return compared;
}

function keyOf({ documentId, locale }: Pick<StoredPost, 'documentId' | 'locale'>): string {
  return versionKey({ documentId, locale: locale ?? '' });
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
      importedText: null,
      ...(body === row.body ? { envelope: { ...envelope, footer: found } } : {}),
    },
  });
  if (path === row.filePath) return;
  // Another name says other things than the one before: each version's own text is what it starts from now.
  const versions: unknown = await posts.findMany({ where, select: ['id', 'frontMatter'] });
  for (const { id, frontMatter } of versions as { id: number; frontMatter: string | null }[])
    await posts.updateMany({ where: { id }, data: { baseFrontMatter: frontMatter } });
}
