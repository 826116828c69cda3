import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ExportTexts } from '../../../core/admin/export';
import { renderFile } from '../../../core/front-matter';
import { message } from '../../../core/messages';
import { i18nLocales } from '../i18n-locales';
import { loadExportedPosts } from '../export/exported-row';
import { postFilesOf } from '../export/post-file';
import { hashOf } from '../import/file-hash';
import { errorSaying } from '../messages/error-saying';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';

/**
 * A post's file as it is written now and as it was imported, where that is known: header and body are kept when an edit
 * changes them, the rest is stored, and the hash says whether these are the file's bytes.
 * @throws NotFoundError
 */
export async function exportTexts(
  strapi: Core.Strapi,
  version: { documentId: string; locale: string | null },
): Promise<ExportTexts> {
  const draft: unknown = await strapi.db.query(POST_UID).findOne({
    where: { ...version, publishedAt: null },
    select: ['id', 'documentId', 'locale'],
  });
  const rows = draft === null ? [] : [draft as { id: number; documentId: string; locale: string | null }];
  const [post] = await loadExportedPosts(strapi, rows);
  if (!post) throw errorSaying(errors.NotFoundError, message('post/gone'));
  const [file] = await postFilesOf(strapi, [post], {
    settings: await pressService<SettingsService>(strapi, 'settings').get(),
    defaultLocale: await i18nLocales(strapi).getDefaultLocale(),
  });
  const { envelope, baseFrontMatter, body, fileHash, importedText } = post.row;
  const text = importedText ?? { frontMatter: baseFrontMatter, body: body ?? '' };
  const imported = renderFile({ envelope, ...text });
  return { after: file.text, before: fileHash !== null && hashOf(imported) === fileHash ? imported : null };
}
