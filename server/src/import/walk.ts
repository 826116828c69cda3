import type { Dirent } from 'node:fs';
import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_SITE_FILES, isReadFolder } from '../../../core/jekyll';
import { message, type Message } from '../../../core/messages';
import type { SiteFiles } from '../../../core/settings';
import { reasonMessage } from './file-reason';
import { packNames } from './packed-names';
import type { SourceFile } from './source-file';

/** A folder or file with its path relative to the site root ('' for the root itself). */
export interface Place {
  absolute: string;
  path: string;
}

/** `posts`: all files in `_posts` and `_drafts` folders; `pages`: files outside them that may be pages. */
export type Wanted = 'posts' | 'pages';

const POST_FOLDERS = ['_posts', '_drafts'];
/** Names of files that may be pages. */
export const PAGE = /^[^._#~].*\.(html?|md|markdown)$/i;

type Kind = 'folder' | 'linked-folder' | 'file' | 'other' | 'broken';

interface Entry extends Place {
  name: string;
  kind: Kind;
  /** Why it cannot be read. */
  unreadable?: Message;
}

/**
 * Walks a folder of a site as Jekyll 4.3 does (`Reader#read_directories`, `EntryFilter`), in the order of names, holding
 * the names of one folder at a time. Links are followed outside posts folders, as Jekyll does, but never round in a
 * circle. What cannot be read and may hold posts comes as a file that cannot be read.
 */
export async function* walk(folder: Place, options: WalkOptions): AsyncGenerator<SourceFile> {
  yield* walkFolder(folder, { ...options, above: new Set() });
}

export interface WalkOptions {
  wanted: Wanted;
  /** Which files the site's `_config.yml` includes and excludes. */
  siteFiles: SiteFiles;
  /** Folders that are not entered, as absolute paths. */
  skipped?: ReadonlySet<string>;
}

interface WalkState extends WalkOptions {
  /** Real paths of the folders that lead here. */
  above: ReadonlySet<string>;
}

async function* walkFolder(folder: Place, state: WalkState): AsyncGenerator<SourceFile> {
  const { wanted, siteFiles, skipped } = state;
  const inside = isInPosts(folder.path);
  let names: FolderNames;
  let real: string;
  try {
    real = await realpath(folder.absolute);
    if (state.above.has(real)) return;
    names = await namesOf(folder);
  } catch (error) {
    if (wanted === 'posts') yield { ...folder, unreadable: reasonMessage(error) };
    return;
  }
  for await (const entry of entriesOf(folder, names)) {
    if (entry.kind === 'folder' || entry.kind === 'linked-folder') {
      if (skipped?.has(entry.absolute) || !isEntered(entry, inside, wanted, siteFiles)) continue;
      yield* walkFolder(entry, { ...state, above: new Set([...state.above, real]) });
    } else if (wanted === 'pages') {
      if (!inside && entry.kind === 'file' && PAGE.test(entry.name)) yield asFile(entry);
    } else if (inside || mayHoldPosts(entry)) {
      yield asFile(entry);
    }
  }
}

/** Folders that hold a site of their own (a `_config.yml`), below one that has none, outermost only. */
export async function* nestedSites(folder: Place): AsyncGenerator<Place> {
  const names = await namesOf(folder).catch((): FolderNames => ({ sorted: [], others: new Map() }));
  for await (const entry of entriesOf(folder, names)) {
    // A link could lead round for ever, and a site that is linked lies elsewhere too.
    if (entry.kind !== 'folder' || !isEntered(entry, false, 'pages', DEFAULT_SITE_FILES)) continue;
    if (entry.name === 'node_modules') continue;
    if (await hasSiteConfig(entry.absolute)) yield { absolute: entry.absolute, path: entry.path };
    else yield* nestedSites(entry);
  }
}

/** The names that Jekyll looks for, in its order (`Configuration#config_files`). */
export const SITE_CONFIGS = ['_config.yml', '_config.yaml'];

export async function hasSiteConfig(folder: string): Promise<boolean> {
  for (const name of SITE_CONFIGS) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found?.isFile()) return true;
  }
  return false;
}

/** Whether a path lies in (or is) a folder of posts or drafts. */
export function isInPosts(file: string): boolean {
  return file.split('/').some((part) => POST_FOLDERS.includes(part));
}

function isEntered(
  { name, path: folder, kind }: Entry,
  insidePosts: boolean,
  wanted: Wanted,
  siteFiles: SiteFiles,
): boolean {
  // Jekyll lists a posts folder with Dir["**/*"], which enters neither dot folders nor links.
  if (insidePosts) return !name.startsWith('.') && kind === 'folder';
  if (POST_FOLDERS.includes(name)) return wanted === 'posts';
  return isReadFolder(folder, siteFiles);
}

/** Whether something that is neither file nor folder may be a folder of posts, or lead to one. */
function mayHoldPosts({ name, kind, unreadable }: Entry): boolean {
  if (kind === 'file' || kind === 'other') return false;
  return POST_FOLDERS.includes(name) || unreadable === NOT_UTF8;
}

const NOT_UTF8 = message('file/name-not-utf8');

/** The names in a folder: a folder may hold a million posts, so that of plain files nothing else is kept. */
interface FolderNames {
  sorted: Iterable<string>;
  /** What is no plain file. */
  others: Map<string, Dirent>;
}

/** Names that are read from a folder at a time. */
const READ_TOGETHER = 1000;

async function namesOf(folder: Place): Promise<FolderNames> {
  const sorted: string[] = [];
  const others = new Map<string, Dirent>();
  for await (const dirent of await opendir(folder.absolute, { bufferSize: READ_TOGETHER })) {
    sorted.push(dirent.name);
    if (!dirent.isFile()) others.set(dirent.name, dirent);
  }
  sorted.sort();
  return { sorted: packNames(sorted), others };
}

async function* entriesOf(folder: Place, { sorted, others }: FolderNames): AsyncGenerator<Entry> {
  for (const name of sorted) yield await entryOf(folder, name, others.get(name));
}

/** @param dirent absent for a plain file. */
async function entryOf(folder: Place, name: string, dirent: Dirent | undefined): Promise<Entry> {
  const place = {
    name,
    absolute: path.join(folder.absolute, name),
    path: folder.path === '' ? name : `${folder.path}/${name}`,
  };
  // Node puts U+FFFD for bytes that are no UTF-8; such a name leads nowhere.
  if (name.includes('\uFFFD') && (await isMissing(place.absolute))) {
    return { ...place, kind: dirent ? 'broken' : 'file', unreadable: NOT_UTF8 };
  }
  if (!dirent) return { ...place, kind: 'file' };
  if (dirent.isDirectory()) return { ...place, kind: 'folder' };
  if (!dirent.isSymbolicLink()) return { ...place, kind: 'other', unreadable: message('file/not-regular') };
  try {
    const target = await stat(place.absolute);
    if (target.isDirectory()) return { ...place, kind: 'linked-folder' };
    if (target.isFile()) return { ...place, kind: 'file' };
    return { ...place, kind: 'other', unreadable: message('file/not-regular') };
  } catch (error) {
    return {
      ...place,
      kind: 'broken',
      unreadable: message('file/broken-link', { cause: reasonMessage(error) }),
    };
  }
}

async function isMissing(absolute: string): Promise<boolean> {
  return lstat(absolute).then(
    () => false,
    () => true,
  );
}

function asFile({ absolute, path: relative, unreadable }: Entry): SourceFile {
  return { absolute, path: relative, ...(unreadable === undefined ? {} : { unreadable }) };
}
