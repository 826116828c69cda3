import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { message, saying, type Message } from '../../../../core/messages';
import { messageOf } from '../../messages/message-of';
import { failureMessage } from '../failure';
import { hashOf } from '../file-hash';
import { addToList } from '../short-list';
import type { SiteAsset } from '../site-asset';
import type { Source } from '../source';
import { contentOf, onDisk } from './asset-content';
import { imageRecords, pathKey, type ImageRecord } from './image-records';
import { fileNameOf, imageTypeOf } from './image-type';
import type { ImagesReport } from './images-report';
import { mediaLibrary, type UploadFile } from './media-library';

/** A post with the images that it shows. */
export interface ShownImages {
  filePath: string;
  paths: readonly string[];
}

export interface ImageImportOptions {
  dryRun: boolean;
  /** Largest image that is taken, in bytes. */
  imageBytes: number;
}

/** How many posts are named for one image. */
const MOST_POSTS = 3;

/**
 * Brings the images of a site into Strapi's media library, each once. What goes wrong with one of them is reported and
 * stops nothing.
 * @param report is added to.
 */
export function imageImport(
  strapi: Core.Strapi,
  source: Pick<Source, 'asset' | 'file'>,
  report: ImagesReport,
  { dryRun, imageBytes }: ImageImportOptions,
) {
  const records = imageRecords(strapi);
  const library = mediaLibrary(strapi);
  /** Numbers that stand for the paths which were looked at: a site may have very many images. */
  const seen = new Set<number>();
  let hasRecords: Promise<boolean> | undefined;

  return {
    /** The assets of images as they are, by path. */
    async known(paths: readonly string[]): Promise<Map<string, number>> {
      return assetsOf(await load(paths));
    },

    /** Uploads what posts show and the library does not have. @returns the assets of all of it, by path. */
    async bring(posts: readonly ShownImages[]): Promise<Map<string, number>> {
      const shownBy = new Map<string, string[]>();
      for (const { filePath, paths } of posts) {
        for (const path of paths) shownBy.set(path, [...(shownBy.get(path) ?? []), filePath]);
      }
      const known = await load([...shownBy.keys()]);
      for (const [path, by] of shownBy) {
        const record = known.get(path);
        if (isSeen(path)) continue;
        known.set(path, await settle(record ?? unknown(path, by.slice(0, MOST_POSTS))));
      }
      return assetsOf(known);
    },

    /**
     * Looks at the images of posts that did not change: they may have.
     * @returns the assets of those that could not be had before, by path.
     */
    async finish(): Promise<Map<string, number>> {
      const late = new Map<string, number>();
      if (source.file !== null || !(await areThere())) return late;
      for await (const lot of records.all()) {
        for (const record of lot) {
          if (isSeen(record.path)) continue;
          const { fileId } = await settle(record);
          if (record.fileId === null && fileId !== null) late.set(record.path, fileId);
        }
      }
      return late;
    },
  };

  async function load(paths: readonly string[]): Promise<Map<string, ImageRecord>> {
    return paths.length > 0 && (await areThere()) ? records.load(paths) : new Map<string, ImageRecord>();
  }

  function areThere(): Promise<boolean> {
    hasRecords ??= records.exist();
    return hasRecords;
  }

  /** Whether a path was looked at before; from now on it was. */
  function isSeen(path: string): boolean {
    const before = seen.size;
    seen.add(parseInt(pathKey(path).slice(0, 13), 16));
    return seen.size === before;
  }

  async function settle(record: ImageRecord): Promise<ImageRecord> {
    try {
      const asset = await source.asset(record.path);
      return asset ? await compare(record, asset) : await withoutFile(record);
    } catch (error) {
      strapi.log.debug(error);
      const isOfStrapi = error instanceof errors.ApplicationError;
      return await reject(record, isOfStrapi ? messageOf(error) : failureMessage(error));
    }
  }

  /** A part of a site may come in without images that came before. */
  async function withoutFile(record: ImageRecord): Promise<ImageRecord> {
    const { path, posts, fileId } = record;
    if (fileId !== null) return unchanged(record);
    addToList(report.missing, { path, posts });
    await remember(record);
    return record;
  }

  async function compare(record: ImageRecord, asset: SiteAsset): Promise<ImageRecord> {
    const stamp = asset.stamp ?? null;
    if (record.fileId !== null && stamp !== null && stamp === record.stamp) return unchanged(record);
    const content = await contentOf(asset, imageBytes);
    if ('why' in content) return reject(record, content.why);
    const { bytes } = content;
    const hash = hashOf(bytes);
    if (record.fileId !== null && hash === record.hash) {
      if (!dryRun) await records.save({ ...record, stamp });
      return unchanged(record);
    }
    const type = imageTypeOf(bytes);
    if (!type) return reject(record, message('image/unknown-format'));
    const file = { originalFilename: fileNameOf(record.path, type), mimetype: type.mime, size: bytes.length };
    const refusal = library ? library.refusalOf(file) : message('image/no-library');
    if (refusal !== null) return reject(record, refusal);
    const changed = { ...record, hash, stamp };
    const stored = dryRun
      ? changed
      : await onDisk(asset, bytes, (filepath) => store(changed, { ...file, filepath }));
    report.found += 1;
    if (record.fileId === null) report.uploaded += 1;
    else report.replaced += 1;
    return stored;
  }

  /** Asset and record together, so that an import that is killed leaves no asset that the next one does not know. */
  async function store(record: ImageRecord, file: UploadFile): Promise<ImageRecord> {
    if (!library) return record;
    const folder = await library.folder();
    return strapi.db.transaction(async () => {
      if (record.fileId !== null) await library.replace(record.fileId, file);
      const stored = { ...record, fileId: record.fileId ?? (await library.add(file, folder)) };
      await records.save(stored);
      return stored;
    });
  }

  function unchanged(record: ImageRecord): ImageRecord {
    report.found += 1;
    report.unchanged += 1;
    return record;
  }

  /** One that could not be had is looked for by every import from now on, though no post changes. */
  async function remember(record: ImageRecord): Promise<void> {
    if (!dryRun && record.fileId === null) await records.save(record);
  }

  async function reject(record: ImageRecord, why: Message): Promise<ImageRecord> {
    const { path, posts } = record;
    report.found += 1;
    addToList(report.rejected, { path, ...saying('reason', why), posts });
    await remember(record);
    return record;
  }
}

export type ImageImport = ReturnType<typeof imageImport>;

function unknown(path: string, posts: string[]): ImageRecord {
  return { path, hash: null, stamp: null, fileId: null, posts };
}

function assetsOf(known: ReadonlyMap<string, ImageRecord>): Map<string, number> {
  return new Map(
    [...known].flatMap(([path, { fileId }]) => (fileId === null ? [] : [[path, fileId] as const])),
  );
}
