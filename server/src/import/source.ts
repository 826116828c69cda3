import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_SITE_FILES, parsePostPath } from '../../../core/jekyll';
import type { SiteFiles } from '../../../core/settings';
import { reasonOf } from './file-reason';
import { InputError } from './input-error';
import { readSiteConfigFile, type SiteConfigFile } from './site-config-file';
import { siteAsset, type SiteAsset } from './site-asset';
import type { SourceFile } from './source-file';
import { isInPosts, nestedSites, SITE_CONFIGS, walk, type Place } from './walk';

/** A site, a folder of it, or one file. */
export interface Source {
  /** The folder with `_config.yml`, else the parent of `_posts`, else the folder itself. */
  root: string;
  /** The site's `_config.yml`; null where there is none. */
  siteConfig: SiteConfigFile | null;
  /** Which of its files are posts, by its `_config.yml`. */
  siteFiles: SiteFiles;
  /** The file that was named; null where it was a folder. */
  file: SourceFile | null;
  /** Every file that lies in a `_posts` or `_drafts` folder, in the order of names; a named file whatever it is. */
  files(): AsyncGenerator<SourceFile>;
  /** Pages outside those folders that may name a category. */
  pages(): AsyncGenerator<SourceFile>;
  /** The folder on disk whose files come in, relative to the root ('' for the whole site); absent for anything else. */
  folder?: string;
  /** A file of the site that is no page, by its path; null where there is none. */
  asset(path: string): Promise<SiteAsset | null>;
  /** How many `files` gives, where that is known without looking. */
  count?: number;
  /** Lets go of what the source holds open. */
  close?: () => Promise<void>;
}

/**
 * Finds out what a path is.
 * @param as the path in the site that a single file stands for (`_posts/2021-12-29-a.md`).
 * @throws InputError where it does not exist or cannot be read, or where `as` names no place of a post.
 */
export async function openSource(target: string, as?: string): Promise<Source> {
  const absolute = path.resolve(target);
  const found = await statOf(absolute, target);
  if (as !== undefined) {
    if (found.isDirectory()) throw new InputError(`--as names one file, but ${target} is a folder`);
    return fileSource(absolute, await rootOf(path.dirname(absolute), false), as);
  }
  if (!found.isDirectory()) {
    const root = await rootOf(path.dirname(absolute), true);
    return fileSource(absolute, root);
  }
  const root = await rootOf(absolute, true);
  return folderSource(root, { absolute, path: toSlashes(path.relative(root, absolute)) });
}

/**
 * The sites that a path holds: the one that it belongs to, and where that has no `_config.yml`, each folder below that
 * has one as a site of its own.
 * @throws InputError as `openSource` does.
 */
export async function openSources(target: string): Promise<Source[]> {
  const outer = await openSource(target);
  const nested = await sitesWithin(target, outer);
  if (nested.length === 0) return [outer];
  const absolute = path.resolve(target);
  const skipped = new Set(nested);
  const rest = await folderSource(
    outer.root,
    { absolute, path: toSlashes(path.relative(outer.root, absolute)) },
    skipped,
  );
  return [rest, ...(await Promise.all(nested.map((folder) => openSource(folder))))];
}

/** The folders below a folder without `_config.yml` that have one, as absolute paths. */
export async function sitesWithin(target: string, source: Source): Promise<string[]> {
  if (source.file !== null || source.siteConfig !== null) return [];
  const sites: string[] = [];
  for await (const { absolute } of nestedSites({ absolute: path.resolve(target), path: '' }))
    sites.push(absolute);
  return sites;
}

async function folderSource(root: string, start: Place, skipped?: ReadonlySet<string>): Promise<Source> {
  const site = await siteOf(root);
  return {
    ...site,
    file: null,
    folder: start.path,
    files: () => walk(start, { wanted: 'posts', siteFiles: site.siteFiles, skipped }),
    pages: () => walk(start, { wanted: 'pages', siteFiles: site.siteFiles, skipped }),
  };
}

async function fileSource(absolute: string, root: string, as?: string): Promise<Source> {
  const site = await siteOf(root);
  const relative =
    as === undefined ? toSlashes(path.relative(root, absolute)) : postPathOf(as, site.siteFiles);
  const file = { absolute, path: relative };
  return {
    ...site,
    file,
    files: () => only([file]),
    pages: () => only([]),
  };
}

async function* only(files: SourceFile[]): AsyncGenerator<SourceFile> {
  yield* await Promise.resolve(files);
}

async function statOf(absolute: string, shown: string) {
  try {
    const found = await stat(absolute);
    if (found.isDirectory()) await readdir(absolute);
    if (found.isDirectory() || found.isFile()) return found;
  } catch (error) {
    throw new InputError(`${shown}: ${reasonOf(error)}`);
  }
  throw new InputError(`${shown}: neither a file nor a folder`);
}

/** The nearest folder with a `_config.yml`, else the parent of a posts folder, else the folder itself. */
async function rootOf(folder: string, belowPosts: boolean): Promise<string> {
  for (let current = folder; ; current = path.dirname(current)) {
    for (const name of SITE_CONFIGS) if (await isFile(path.join(current, name))) return current;
    if (path.dirname(current) === current) break;
  }
  const parts = folder.split(path.sep);
  const index = belowPosts ? parts.findIndex((part) => isInPosts(part)) : -1;
  return index < 0 ? folder : parts.slice(0, index).join(path.sep) || path.sep;
}

async function siteOf(root: string): Promise<Pick<Source, 'root' | 'siteConfig' | 'siteFiles' | 'asset'>> {
  const siteConfig = await siteConfigOf(root);
  const siteFiles = siteConfig && readSiteConfigFile(siteConfig).config.siteFiles;
  return {
    root,
    siteConfig,
    siteFiles: siteFiles ?? DEFAULT_SITE_FILES,
    asset: (file) => siteAsset(root, file),
  };
}

async function siteConfigOf(root: string): Promise<SiteConfigFile | null> {
  for (const name of SITE_CONFIGS) {
    const file = path.join(root, name);
    if (!(await isFile(file))) continue;
    try {
      return { path: name, bytes: await readFile(file) };
    } catch (error) {
      throw new InputError(`${file}: ${reasonOf(error)}`);
    }
  }
  return null;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** A path within the site at which Jekyll reads a post: no way out of it, forward slashes. */
function postPathOf(as: string, siteFiles: SiteFiles): string {
  const normal = path.posix.normalize(toSlashes(as));
  const place = parsePostPath(normal, siteFiles);
  if (path.posix.isAbsolute(normal) || normal.startsWith('..') || place.kind === 'ignored') {
    throw new InputError(
      `--as ${as}: expected the path of a post within its site, such as _posts/2021-12-29-title.md`,
    );
  }
  return normal;
}

function toSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
