import { message } from '../../../core/messages';
import { InputError } from '../import/input-error';
import type { Source } from '../import/source';
import type { SourceFile } from '../import/source-file';
import { openZipSource, type ArchiveLimits } from '../import/zip-source';
import { editedFiles } from './edited-files';
import { hasFiles, type UploadFolder } from './upload-folder';

/** An upload as what messages call it, and on which machine it was stored. */
export interface UploadName {
  name: string;
  host: string;
}

/**
 * What was sent, with the files that were changed in place over those of the zip file.
 * @throws InputError where it does not lie on this machine or cannot be read.
 */
export async function openUpload(
  upload: UploadFolder,
  { name, host }: UploadName,
  limits: ArchiveLimits,
): Promise<Source> {
  if (!hasFiles(upload)) throw new InputError(message('import/upload-elsewhere', { name, host }));
  const source = await openZipSource(upload.zip, limits, name);
  const edits = editedFiles(upload);
  return {
    ...source,
    async *files() {
      for await (const file of source.files()) yield await edited(file);
    },
  };

  async function edited(file: SourceFile): Promise<SourceFile> {
    const content = file.refused === undefined ? await edits.read(file.path) : null;
    return content ? { path: file.path, absolute: '', content } : file;
  }
}
