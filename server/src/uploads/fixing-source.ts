import type { Core } from '@strapi/strapi';
import type { MadeFixes } from '../../../core/admin/import';
import { fixPostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import type { Source } from '../import/source';
import { loadSourceFile, type SourceFile } from '../import/source-file';
import { editedFiles } from './edited-files';
import type { UploadFolder } from './upload-folder';
import { uploadSettings } from './upload-settings';

/**
 * An upload whose posts get their safe fixes while they are read, by the rule of `strapi-press validate --fix`. A text that
 * changed is kept in place of the file's own; one that was kept before an interruption is only read.
 * @param made counts what is made.
 */
export function fixingSource(
  strapi: Core.Strapi,
  upload: UploadFolder,
  source: Source,
  made: MadeFixes,
): Source {
  const edits = editedFiles(upload);
  const files = async function* (): AsyncGenerator<SourceFile> {
    const settings = await uploadSettings(strapi, source);
    for await (const file of source.files()) yield await withFixes(file, settings);
  };
  return { ...source, files };

  async function withFixes(file: SourceFile, settings: Settings): Promise<SourceFile> {
    const { path } = file;
    const loaded = loadSourceFile(file, settings);
    if (loaded.post) return file;
    const { bytes, fixed } = fixPostFile({ path, bytes: loaded.bytes }, settings);
    if (fixed.length === 0 || bytes.length > settings.limits.fileBytes) return file;
    await edits.write(path, bytes);
    made.files += 1;
    made.problems += fixed.length;
    return { path, absolute: '', content: bytes };
  }
}
