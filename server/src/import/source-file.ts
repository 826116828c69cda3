import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { applySeverities, createDiagnostic, type Diagnostic, type Range } from '../../../core/diagnostics';
import { parsePostPath, readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { reasonOf } from './file-reason';

/** One file of a site. */
export interface SourceFile {
  /** Relative to the site root, with forward slashes. */
  path: string;
  /** Where it lies on this machine; '' for a file out of an archive or a stream. */
  absolute: string;
  /** What is in it, where it lies nowhere on its own. */
  content?: Uint8Array;
  /** Its size, where it was not read because it is too large. */
  size?: number;
  /** Why it cannot be read, where finding it told that already. */
  unreadable?: string;
  /** Why it is not let in, whatever its name says. */
  refused?: string;
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
export function loadSourceFile(source: SourceFile, settings: Settings): LoadedFile {
  const { path } = source;
  if (source.refused !== undefined) {
    const problem = problemOf('file/unreadable', { reason: source.refused });
    return { bytes: NO_BYTES, post: { status: 'rejected', path, diagnostics: [{ ...problem, file: path }] } };
  }
  const leftOut =
    parsePostPath(path, settings.siteFiles).kind === 'ignored' ? readUnopened(path, settings) : null;
  if (leftOut && leftOut.diagnostics.length === 0) return { bytes: NO_BYTES, post: leftOut };
  const limit = settings.limits.fileBytes;
  const found = find(source, limit);
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
export function bytesOf(source: SourceFile, limit: number): Uint8Array {
  const found = find(source, limit);
  return found.kind === 'bytes' ? found.bytes : NO_BYTES;
}

/** Large enough for nearly every post, so that one read is all. */
const FIRST_READ = 32_768;

/**
 * Without waiting: a promise costs more than the read of a small file does, and each lot of files is followed by waiting for
 * the database.
 */
function find({ absolute, unreadable, content, size }: SourceFile, limit: number): Found {
  if (unreadable !== undefined) return { kind: 'unreadable', reason: unreadable };
  const known = size ?? content?.length;
  if (known !== undefined && known > limit) return { kind: 'too-large', size: known };
  if (content) return { kind: 'bytes', bytes: content };
  try {
    const file = openSync(absolute, 'r');
    try {
      return readAll(file, limit);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

function readAll(file: number, limit: number): Found {
  const first = Buffer.allocUnsafe(FIRST_READ);
  const length = readSync(file, first, 0, FIRST_READ, 0);
  const size = length < FIRST_READ ? length : fstatSync(file).size;
  if (size > limit) return { kind: 'too-large', size };
  return { kind: 'bytes', bytes: size === length ? first.subarray(0, size) : readFileSync(file) };
}

function problemOf(
  ruleId: 'file/too-large' | 'file/unreadable',
  params: Record<string, string | number>,
): Diagnostic {
  return createDiagnostic({ ruleId, range: FILE_START, params });
}
