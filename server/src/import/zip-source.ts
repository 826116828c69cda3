import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';
import { message, say, type Message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { reasonMessage, reasonOf } from './file-reason';
import { InputError, TooLargeError } from './input-error';
import { listedSource, type FileList, type OpenList } from './listed-source';
import { isInside } from './site-path';
import type { Source } from './source';
import type { SourceFile } from './source-file';

/** How large an archive may be. */
export type ArchiveLimits = Pick<
  Settings['limits'],
  'fileBytes' | 'imageBytes' | 'archiveFiles' | 'archiveBytes' | 'archiveRatio'
>;

/** What yauzl says of most files that are no archives. */
const NO_ZIP = message('archive/not-a-zip');

const LINK = 0o120000;
const KIND = 0o170000;
/** Smaller files may be compressed as well as they like. */
const HARMLESS_SIZE = 100_000;

/**
 * A site in a zip file. Only its list of files is held; one file at a time is unpacked, in memory, and nothing is written.
 * @param name what messages call it.
 * @throws InputError where it cannot be read, or is larger than the limits.
 */
export async function openZipSource(file: string, limits: ArchiveLimits, name = file): Promise<Source> {
  const { list, close } = await openZipList(file, limits, name);
  try {
    return { ...(await listedSource(list)), close };
  } catch (error) {
    await close();
    throw error instanceof InputError ? error : unusable(name, error);
  }
}

/**
 * The files in a zip file.
 * @param name what messages call it.
 * @throws InputError where it cannot be read, TooLargeError where it is larger than the limits.
 */
export async function openZipList(
  file: string,
  limits: ArchiveLimits,
  name: string | Message = file,
): Promise<OpenList> {
  const zip = await openArchive(file, name);
  try {
    return { list: await listOf(name, zip, limits), close: () => Promise.resolve(zip.close()) };
  } catch (error) {
    zip.close();
    throw error instanceof InputError ? error : unusable(name, error);
  }
}

async function openArchive(file: string, name: string | Message): Promise<ZipFile> {
  try {
    // Names are checked one by one here: one bad name must not keep the others out.
    return await openPromise(file, { autoClose: false, decodeStrings: false });
  } catch (error) {
    throw unusable(name, error);
  }
}

function unusable(name: string | Message, error: unknown): InputError {
  const isNoZip = error instanceof Error && error.message === say(NO_ZIP, 'en');
  return new InputError(message('file/of', { name, reason: isNoZip ? NO_ZIP : reasonMessage(error) }));
}

async function listOf(name: string | Message, zip: ZipFile, limits: ArchiveLimits): Promise<FileList> {
  if (zip.entryCount > limits.archiveFiles) {
    const reason = message('archive/too-many-files', { files: zip.entryCount, limit: limits.archiveFiles });
    throw new TooLargeError(message('file/of', { name, reason }));
  }
  const entries = new Map<string, Entry>();
  const refused: FileList['refused'] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const path = nameOf(entry);
    if (path.endsWith('/')) continue;
    bytes += entry.uncompressedSize;
    if (bytes > limits.archiveBytes) {
      const reason = message('archive/too-large', { limit: limits.archiveBytes });
      throw new TooLargeError(message('file/of', { name, reason }));
    }
    const reason = refusalOf(entry, path, entries, limits);
    if (reason === null) entries.set(path, entry);
    else refused.push({ path, reason });
  }
  const paths = [...entries.keys()].sort();
  const { fileBytes, imageBytes } = limits;
  return {
    name: typeof name === 'string' ? name : say(name, 'en'),
    paths,
    refused,
    assetBytes: imageBytes,
    read: (path, limit = fileBytes) => readEntry(zip, path, entries.get(path), limit),
  };
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** Why a file is not let in; null where it is. */
function refusalOf(
  entry: Entry,
  path: string,
  entries: ReadonlyMap<string, Entry>,
  { archiveRatio }: ArchiveLimits,
): string | null {
  if (validateFileName(path) !== null || !isInside(path)) return 'its path leads out of the archive';
  if (entries.has(path)) return 'the archive has it twice';
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return 'it is a link';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (!entry.canDecodeFileData())
    return `it is compressed by a method that is not known (${entry.compressionMethod})`;
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > HARMLESS_SIZE && uncompressedSize > archiveRatio * Math.max(1, compressedSize)) {
    return `it is compressed ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times, more than limits.archiveRatio (${archiveRatio})`;
  }
  return null;
}

async function readEntry(
  zip: ZipFile,
  path: string,
  entry: Entry | undefined,
  limit: number,
): Promise<SourceFile> {
  if (!entry) return { path, absolute: '', unreadable: 'no such file or folder' };
  if (entry.uncompressedSize > limit) return { path, absolute: '', size: entry.uncompressedSize };
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return { path, absolute: '', content: Buffer.concat(parts) };
  } catch (error) {
    return { path, absolute: '', unreadable: reasonOf(error) };
  }
}
