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
 * A post's file as it is written now and as it was imported. Imported bytes are not kept, only their hash; header, body and
 * links as stored give them back wherever none of these was written anew.
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
  const { envelope, baseFrontMatter, body, fileHash } = post.row;
  const imported = renderFile({ envelope, frontMatter: baseFrontMatter, body: body ?? '' });
  return { after: file.text, before: fileHash !== null && hashOf(imported) === fileHash ? imported : null };
}
