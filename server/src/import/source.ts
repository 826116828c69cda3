import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { parsePostPath } from '../../../core/jekyll';

/** A path that cannot be read; its message is one clear line for the user. */
export class SourceError extends Error {}

/** One file of a site. */
export interface SourceFile {
  /** Relative to the site root, with forward slashes. */
  path: string;
  read(): Promise<Uint8Array>;
}

/** A site, a folder of it, or one file. */
export interface Source {
  /** The folder with `_config.yml`, else the parent of `_posts`, else the folder itself. */
  root: string;
  /** Text of the site's `_config.yml`; null where there is none. */
  siteConfig: string | null;
  /** Every file that lies in a `_posts` or `_drafts` folder, in the order of their paths. */
  files(): AsyncGenerator<SourceFile>;
  /** Pages outside those folders that may name a category. */
  pages(): AsyncGenerator<SourceFile>;
}

const POST_FOLDERS = ['_posts', '_drafts'];
/** What Jekyll 4.3 excludes by default, besides names that begin with a dot, `_` or `#` or end with `~`. */
const EXCLUDED = ['_site', 'node_modules', 'vendor', 'Gemfile', 'Gemfile.lock'];
const PAGE = /\.(html?|md|markdown)$/i;

/**
 * Finds out what a path is.
 * @param as the path in the site that a single file stands for (`_posts/2021-12-29-a.md`).
 * @throws SourceError where it does not exist or cannot be read.
 */
export async function openSource(target: string, as?: string): Promise<Source> {
  const absolute = path.resolve(target);
  const found = await statOf(absolute, target);
  if (as !== undefined && found.isDirectory()) {
    throw new SourceError(`--as names one file, but ${target} is a folder`);
  }
  if (as !== undefined) return singleFile(absolute, normalAs(as));
  const folder = found.isDirectory() ? absolute : path.dirname(absolute);
  const root = (await folderWithConfig(folder)) ?? aboveFirstPostFolder(folder);
  if (found.isDirectory()) await readdirOf(absolute, target);
  const start = { absolute, path: toSlashes(path.relative(root, absolute)) };
  return {
    root,
    siteConfig: await configOf(root),
    files: () => (found.isDirectory() ? walk(start, 'posts') : one(start)),
    pages: () => (found.isDirectory() ? walk(start, 'pages') : none()),
  };
}

interface Place {
  absolute: string;
  path: string;
}

async function statOf(absolute: string, shown: string) {
  try {
    return await stat(absolute);
  } catch (error) {
    throw new SourceError(`${shown}: ${reasonOf(error)}`);
  }
}

async function readdirOf(absolute: string, shown: string): Promise<void> {
  try {
    await readdir(absolute);
  } catch (error) {
    throw new SourceError(`${shown}: ${reasonOf(error)}`);
  }
}

/** What an error of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    ENOENT: 'no such file or folder',
    ENOTDIR: 'no such file or folder',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    ELOOP: 'a link that leads to itself',
    EISDIR: 'a folder, not a file',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}

async function folderWithConfig(folder: string): Promise<string | null> {
  for (let current = folder; ; current = path.dirname(current)) {
    if (await isFile(path.join(current, '_config.yml'))) return current;
    if (path.dirname(current) === current) return null;
  }
}

function aboveFirstPostFolder(folder: string): string {
  const parts = folder.split(path.sep);
  const index = parts.findIndex((part) => POST_FOLDERS.includes(part));
  return index < 0 ? folder : parts.slice(0, index).join(path.sep) || path.sep;
}

async function configOf(root: string): Promise<string | null> {
  const file = path.join(root, '_config.yml');
  return (await isFile(file)) ? readFile(file, 'utf8') : null;
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function singleFile(absolute: string, as: string): Promise<Source> {
  const folder = path.dirname(absolute);
  const root = (await folderWithConfig(folder)) ?? folder;
  return {
    root,
    siteConfig: await configOf(root),
    files: () => one({ absolute, path: as }),
    pages: none,
  };
}

/** A path within the site: no way out of it, forward slashes. */
function normalAs(as: string): string {
  const normal = path.posix.normalize(toSlashes(as));
  if (path.posix.isAbsolute(normal) || normal.startsWith('..')) {
    throw new SourceError(`--as ${as}: expected a path within the site, such as _posts/2021-12-29-title.md`);
  }
  return normal;
}

async function* one(place: Place): AsyncGenerator<SourceFile> {
  yield await Promise.resolve(fileAt(place));
}

async function* none(): AsyncGenerator<SourceFile> {
  yield* await Promise.resolve([]);
}

async function* walk(start: Place, wanted: 'posts' | 'pages'): AsyncGenerator<SourceFile> {
  yield* walkFolder(start, wanted, new Set());
}

async function* walkFolder(
  folder: Place,
  wanted: 'posts' | 'pages',
  above: ReadonlySet<string>,
): AsyncGenerator<SourceFile> {
  const real = await realpathOf(folder.absolute);
  // A link to a folder above would lead round for ever.
  if (real === null || above.has(real)) return;
  const inPosts = folder.path.split('/').some((part) => POST_FOLDERS.includes(part));
  for (const name of await namesIn(folder.absolute)) {
    const place = { absolute: path.join(folder.absolute, name), path: folder.path ? `${folder.path}/${name}` : name };
    const kind = await kindOf(place.absolute);
    if (kind === 'folder') {
      const enter = POST_FOLDERS.includes(name) ? wanted === 'posts' : isVisited(name, inPosts);
      if (enter) yield* walkFolder(place, wanted, new Set([...above, real]));
    } else if (wanted === 'posts' ? inPosts && isPostPlace(place.path) : !inPosts && PAGE.test(name)) {
      yield fileAt(place);
    }
  }
}

function isVisited(name: string, inPosts: boolean): boolean {
  if (name.startsWith('.') || name.startsWith('#') || name.endsWith('~') || EXCLUDED.includes(name)) return false;
  return inPosts || !name.startsWith('_');
}

function isPostPlace(file: string): boolean {
  const place = parsePostPath(file);
  return !(place.kind === 'ignored' && place.reason === 'not-in-posts-folder');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function realpathOf(folder: string): Promise<string | null> {
  try {
    return await realpath(folder);
  } catch {
    return null;
  }
}

/** A broken link counts as a file, which then cannot be read and is named. */
async function kindOf(absolute: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(absolute)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file';
  }
}

function fileAt({ absolute, path: relative }: Place): SourceFile {
  return { path: relative || path.basename(absolute), read: () => readFile(absolute) };
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
