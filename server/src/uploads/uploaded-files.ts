import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readPostFile } from '../../../core/jekyll';
import type { FileProblem, UploadedText } from '../../../core/admin/import';
import { message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { keepLineEnds } from '../../../core/front-matter';
import type { FileReport } from '../import';
import { reportedDiagnostics } from '../import/report';
import type { Source } from '../import/source';
import { errorSaying } from '../messages/error-saying';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { editedFiles } from './edited-files';
import { keptOpen } from './kept-open';
import { openUpload, type UploadName } from './open-upload';
import type { UploadFolder } from './upload-folder';
import { uploadSettings } from './upload-settings';

/** A file of an upload as it stands now. */
interface OpenFile {
  /** Null for a file that cannot be read, or is larger than the limits. */
  bytes: Uint8Array | null;
  /** As it was sent. */
  original: Uint8Array | null;
  settings: Settings;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The files of uploads, to be looked at and changed before they are imported. */
export function uploadedFiles(strapi: Core.Strapi) {
  const use = keptOpen();

  return {
    /**
     * The text of a file, and the settings under which the files of its upload are read.
     * @throws NotFoundError where the upload has no such file.
     */
    async read(
      upload: UploadFolder,
      name: UploadName,
      path: string,
    ): Promise<UploadedText & { settings: Settings }> {
      const { bytes, original, settings } = await openFile(upload, name, path);
      return {
        path,
        text: textOf(bytes)?.text ?? null,
        edited: bytes !== original,
        diagnostics: bytes ? diagnosticsOf(path, bytes, settings) : [],
        settings,
      };
    },

    /**
     * Keeps a text in place of a file's own; its byte order mark stays, and so do the ends of lines that did not change.
     * @param text null to give the file its own text back.
     * @throws NotFoundError as above, ValidationError for a text that is too large.
     */
    async write(
      upload: UploadFolder,
      name: UploadName,
      { path, text }: { path: string; text: string | null },
    ): Promise<UploadedText> {
      const { bytes, original, settings } = await openFile(upload, name, path);
      const edits = editedFiles(upload);
      if (text === null) {
        await edits.restore(path);
        const diagnostics = original ? diagnosticsOf(path, original, settings) : [];
        return { path, text: textOf(original)?.text ?? null, edited: false, diagnostics };
      }
      const mark = textOf(original)?.bom ? BYTE_ORDER_MARK : '';
      const after = keepLineEnds(textOf(bytes)?.text ?? '', text);
      const written = Buffer.from(mark + after);
      const { fileBytes } = settings.limits;
      if (written.length > fileBytes)
        throw errorSaying(errors.ValidationError, message('import/text-too-large', { bytes: fileBytes }));
      const isEdited = original === null || !written.equals(original);
      if (isEdited) await edits.write(path, written);
      else await edits.restore(path);
      return { path, text: after, edited: isEdited, diagnostics: diagnosticsOf(path, written, settings) };
    },

    /** What a check found of some files, and of those that were changed since, what it would find now. */
    async withEdits(
      upload: UploadFolder,
      name: UploadName,
      files: readonly FileReport[],
    ): Promise<FileProblem[]> {
      const edits = editedFiles(upload);
      const texts = new Map<string, Buffer>();
      for (const { path } of files) {
        const bytes = await edits.read(path);
        if (bytes) texts.set(path, bytes);
      }
      if (texts.size === 0) return files.map((file) => ({ ...file, edited: false }));
      const settings = await withUpload(upload, name, (_source, own) => Promise.resolve(own));
      return files.map((file) => {
        const bytes = texts.get(file.path);
        if (!bytes) return { ...file, edited: false };
        const { path, outcome } = file;
        return { path, outcome, diagnostics: diagnosticsOf(path, bytes, settings), edited: true };
      });
    },
  };

  function openFile(upload: UploadFolder, name: UploadName, path: string): Promise<OpenFile> {
    return withUpload(upload, name, async (source, settings) => {
      const file = await source.asset(path);
      if (!file)
        throw errorSaying(errors.NotFoundError, message('import/no-such-file', { name: name.name, path }));
      const { fileBytes } = settings.limits;
      const original = file.content && file.content.length <= fileBytes ? file.content : null;
      return { original, bytes: (await editedFiles(upload).read(path)) ?? original, settings };
    });
  }

  /** Acts on an upload under the settings of its own `_config.yml`. */
  async function withUpload<Result>(
    upload: UploadFolder,
    name: UploadName,
    act: (source: Source, settings: Settings) => Promise<Result>,
  ): Promise<Result> {
    const { limits } = await pressService<SettingsService>(strapi, 'settings').get();
    const open = (): Promise<Source> => openUpload(upload, name, limits);
    return use(upload, open, async (source) => act(source, await uploadSettings(strapi, source)));
  }
}

function diagnosticsOf(path: string, bytes: Uint8Array, settings: Settings) {
  return reportedDiagnostics(readPostFile({ path, bytes }, settings).diagnostics, bytes);
}

/** Null for bytes that are no UTF-8. */
function textOf(bytes: Uint8Array | null): { text: string; bom: boolean } | null {
  if (bytes === null) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? { text: text.slice(1), bom: true } : { text, bom: false };
  } catch {
    return null;
  }
}
