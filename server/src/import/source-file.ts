import { open, type FileHandle } from 'node:fs/promises';
import { applySeverities, createDiagnostic, type Diagnostic, type Range } from '../../../core/diagnostics';
import { parsePostPath, readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { reasonOf } from './input-error';

/** One file of a site. */
export interface SourceFile {
  /** Relative to the site root, with forward slashes. */
  path: string;
  /** Where it lies on this machine. */
  absolute: string;
  /** Why it cannot be read, where finding it told that already. */
  unreadable?: string;
}

/** A file as found: its bytes, or why there are none. */
type Found =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'unreadable'; reason: string }
  | { kind: 'too-large'; size: number };

const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const NO_BYTES = new Uint8Array();

/** A file's bytes, and what it is where that does not depend on them (none are read then). */
export interface LoadedFile {
  bytes: Uint8Array;
  post: PostFile | null;
}

/**
 * Loads one file. Files that Jekyll leaves out without a word are not opened, and of one above the limit nothing is read.
 */
export async function loadSourceFile(source: SourceFile, settings: Settings): Promise<LoadedFile> {
  const { path } = source;
  const leftOut =
    parsePostPath(path, settings.siteFiles).kind === 'ignored' ? readUnopened(path, settings) : null;
  if (leftOut && leftOut.diagnostics.length === 0) return { bytes: NO_BYTES, post: leftOut };
  const limit = settings.limits.fileBytes;
  const found = await find(source, limit);
  if (found.kind === 'bytes') return { bytes: found.bytes, post: null };
  if (found.kind === 'too-large' && leftOut) return { bytes: NO_BYTES, post: leftOut };
  const problem =
    found.kind === 'too-large'
      ? problemOf('file/too-large', { size: found.size, limit })
      : problemOf('file/unreadable', { reason: found.reason });
  const diagnostics = applySeverities([{ ...problem, file: path }], settings.frontMatter.rules);
  return { bytes: NO_BYTES, post: { status: 'rejected', path, diagnostics } };
}

/** What the path alone says of a file that is no post. */
function readUnopened(path: string, settings: Settings): PostFile {
  const file = readPostFile({ path, bytes: NO_BYTES }, settings);
  return { ...file, diagnostics: file.diagnostics.filter(({ ruleId }) => ruleId === 'file-name/no-date') };
}

/** The bytes of a file; none where it cannot be read or is larger than the limit. */
export async function bytesOf(source: SourceFile, limit: number): Promise<Uint8Array> {
  const found = await find(source, limit);
  return found.kind === 'bytes' ? found.bytes : NO_BYTES;
}

/** Large enough for nearly every post, so that one read is all. */
const FIRST_READ = 32_768;

async function find({ absolute, unreadable }: SourceFile, limit: number): Promise<Found> {
  if (unreadable !== undefined) return { kind: 'unreadable', reason: unreadable };
  try {
    const handle = await open(absolute);
    try {
      return await readAll(handle, limit);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

async function readAll(handle: FileHandle, limit: number): Promise<Found> {
  const first = Buffer.allocUnsafe(FIRST_READ);
  const { bytesRead } = await handle.read(first, 0, FIRST_READ, 0);
  const size = bytesRead < FIRST_READ ? bytesRead : (await handle.stat()).size;
  if (size > limit) return { kind: 'too-large', size };
  return { kind: 'bytes', bytes: size === bytesRead ? first.subarray(0, size) : await handle.readFile() };
}

function problemOf(
  ruleId: 'file/too-large' | 'file/unreadable',
  params: Record<string, string | number>,
): Diagnostic {
  return createDiagnostic({ ruleId, range: FILE_START, params });
}
