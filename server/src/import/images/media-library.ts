import type { Core } from '@strapi/strapi';
import { message, type Message } from '../../../../core/messages';

export const FILE_UID = 'plugin::upload.file';
const FOLDER_UID = 'plugin::upload.folder';

/** The folder in which imported images lie. */
const FOLDER = 'Press';

/** A file as Strapi's upload takes it. */
export interface UploadFile {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}

/** What of the upload plugin's service we use (@strapi/upload 5.54, services/upload). */
interface UploadService {
  upload(call: { data: { fileInfo: FileInfo }; files: UploadFile }): Promise<{ id: number }[]>;
  replace(id: number, call: { data: { fileInfo: FileInfo }; file: UploadFile }): Promise<{ id: number }>;
}

interface FolderService {
  create(folder: { name: string; parent: null }): Promise<{ id: number }>;
}

interface FileInfo {
  name: string;
  folder?: number;
}

interface UploadConfig {
  sizeLimit?: number;
  security?: { allowedTypes?: string[]; deniedTypes?: string[] };
}

/** Strapi's media library; null where the upload plugin is switched off. */
export function mediaLibrary(strapi: Core.Strapi) {
  if (!strapi.plugin('upload')) return null;
  const uploads = strapi.plugin('upload').service<UploadService>('upload');
  let folder: Promise<number> | undefined;

  return {
    /** Why the app's configuration does not let a file in; null where it does. */
    refusalOf({ mimetype, size }: Pick<UploadFile, 'mimetype' | 'size'>): Message | null {
      const { sizeLimit, security } = strapi.config.get<UploadConfig>('plugin::upload', {});
      if (sizeLimit !== undefined && size > sizeLimit)
        return message('image/above-upload-limit', { limit: sizeLimit });
      const allowed = security?.allowedTypes;
      const denied = matches(mimetype, security?.deniedTypes ?? []);
      return denied || (allowed && !matches(mimetype, allowed))
        ? message('image/type-not-let-in', { type: mimetype })
        : null;
    },

    /** Where new assets go, created when it is first needed. */
    folder(): Promise<number> {
      folder ??= findFolder();
      return folder;
    },

    /** @returns the id of the new asset. */
    async add(file: UploadFile, into: number): Promise<number> {
      const fileInfo = { name: file.originalFilename, folder: into };
      const [{ id }] = await uploads.upload({ data: { fileInfo }, files: file });
      return id;
    },

    /** Gives an asset another content; its id and URL stay. */
    async replace(id: number, file: UploadFile): Promise<void> {
      await uploads.replace(id, { data: { fileInfo: { name: file.originalFilename } }, file });
    },
  };

  async function findFolder(): Promise<number> {
    const found: unknown = await strapi.db
      .query(FOLDER_UID)
      .findOne({ where: { name: FOLDER, parent: null }, select: ['id'] });
    if (found) return (found as { id: number }).id;
    const folders = strapi.plugin('upload').service<FolderService>('folder');
    return (await folders.create({ name: FOLDER, parent: null })).id;
  }
}

export type MediaLibrary = NonNullable<ReturnType<typeof mediaLibrary>>;

/** As Strapi compares them: `image/*` names all of a kind. */
function matches(mime: string, patterns: string[]): boolean {
  return patterns.some((pattern) => {
    const [kind, rest] = pattern.toLowerCase().split('*');
    return rest === undefined ? mime === kind : mime.startsWith(kind) && mime.endsWith(rest);
  });
}
