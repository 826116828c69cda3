import type { SiteFiles } from '../settings';
import type { CivilDate } from './civil-date';
import { isReadEntry, isReadFolder } from './entry-filter';
import { DEFAULT_SITE_FILES, pathInCollections } from './site-files';

/** What Jekyll takes from the path of a file, relative to the site's root; or why it does not read the file as a post. */
export type PostPath =
  | {
      kind: 'post' | 'draft';
      /** The day in the name as written, two-digit years completed; it may be impossible. Null where the name has none. */
      date: CivilDate | null;
      /** The name after the date, without extension and trailing dots. */
      slug: string;
      /** The name without folders and without its last extension. */
      basename: string;
      /** With its dot. */
      ext: string;
      /** Folders above `_posts` or `_drafts`, which become categories. */
      folderCategories: string[];
    }
  | { kind: 'ignored'; reason: IgnoredReason };

export type IgnoredReason =
  | 'not-in-posts-folder'
  | 'no-date'
  | 'no-extension'
  | 'hidden-name'
  | 'excluded'
  | 'data-file';

const POSTS = '_posts';
const DRAFTS = '_drafts';

// The folders before the name are taken at once or not at all, as by Ruby's atomic group (?>.+/)*?
const DATED_NAME = /^(?:(?=([^\n]+\/))\1)??(\d{2,4})-(\d{1,2})-(\d{1,2})-([^/]*)(\.[^.]+)$/;
const NAME = /^(?:[^\n]+\/)*([^\n]*)(\.[^.]+)$/;
const TRAILING_DOTS = /\.*$/;
const UNFILTERED: SiteFiles = { ...DEFAULT_SITE_FILES, exclude: [] };
const DATA_EXTENSIONS = ['.yml', '.yaml'];

/**
 * Reads a path relative to the site's root, with forward slashes.
 * Source: Jekyll 4.3, `Reader#retrieve_posts`, `PostReader`, `EntryFilter`, `Document#populate_title` and
 * `#categories_from_path`.
 */
export function parsePostPath(sitePath: string, files: SiteFiles = DEFAULT_SITE_FILES): PostPath {
  const path = pathInCollections(sitePath, files);
  const place = findFolder(sitePath, files);
  if (typeof place === 'string') return { kind: 'ignored', reason: place };
  const { folder, entry } = place;
  const name = folder === POSTS ? DATED_NAME : NAME;
  const basename = baseNameOf(path);
  if (!name.test(entry)) return { kind: 'ignored', reason: NAME.test(entry) ? 'no-date' : 'no-extension' };
  if (DATA_EXTENSIONS.includes(extensionOf(basename))) return { kind: 'ignored', reason: 'data-file' };
  return {
    kind: path.includes(POSTS) ? 'post' : 'draft',
    ...readName(path, basename),
    basename: withoutExtension(basename),
    folderCategories: foldersOf(path, basename),
  };
}

interface PostsFolder {
  /** `_posts` or `_drafts`. */
  folder: string;
  /** The folders above it. */
  above: string[];
  /** The path below it. */
  entry: string;
}

/**
 * The `_posts` or `_drafts` folder with which Jekyll reads a file, or why it reads it with none. The first one has all
 * that lies below it, unless `include` opens it and others in it.
 */
function findFolder(path: string, files: SiteFiles): PostsFolder | IgnoredReason {
  const segments = path.split('/');
  let reason: IgnoredReason = 'not-in-posts-folder';
  for (let at = 0; at < segments.length - 1; at += 1) {
    const folder = segments[at];
    if (folder !== POSTS && folder !== DRAFTS) continue;
    const found = { folder, above: segments.slice(0, at), entry: segments.slice(at + 1).join('/') };
    const passedOver = reasonToPass(found, files);
    if (passedOver === null) return found;
    if (reason === 'not-in-posts-folder') reason = passedOver;
  }
  return reason;
}

/** A name that no rule of `_config.yml` could keep out is hidden, all else that is not read is excluded. */
function reasonToPass({ folder, above, entry }: PostsFolder, files: SiteFiles): IgnoredReason | null {
  const parent = above.join('/');
  const isRead = (rules: SiteFiles) =>
    isReadFolder(parent, rules) && isReadEntry([...above, folder].join('/'), entry, rules);
  const inCollections = files.collectionsDir === '' || `/${parent}`.startsWith(`/${files.collectionsDir}`);
  if (inCollections && isRead(files)) return null;
  return isRead(UNFILTERED) ? 'excluded' : 'hidden-name';
}

function readName(path: string, basename: string): { date: CivilDate | null; slug: string; ext: string } {
  const dated = DATED_NAME.exec(path);
  if (dated) {
    const [, , year, month, day, slug, ext] = dated;
    return { date: readDay(year, month, day), slug: slug.replace(TRAILING_DOTS, ''), ext };
  }
  const [, slug = basename, ext = ''] = NAME.exec(path) ?? [];
  return { date: null, slug: slug.replace(TRAILING_DOTS, ''), ext };
}

/** `21-12-08` is in 2021, `021-12-08` in the year 21 (`Time.parse`). */
function readDay(year: string, month: string, day: string): CivilDate {
  const number = Number(year);
  const century = year.length > 2 ? 0 : number >= 69 ? 1900 : 2000;
  return { year: number + century, month: Number(month), day: Number(day) };
}

/**
 * Jekyll looks for the folder's name anywhere in the path: what stands before its first occurrence are the categories.
 */
function foldersOf(path: string, basename: string): string[] {
  const folder = path.includes(POSTS) ? POSTS : DRAFTS;
  const at = path.indexOf(folder);
  return path
    .slice(0, Math.max(at, 0))
    .split('/')
    .filter((segment) => segment !== '' && segment !== folder && segment !== basename);
}

/** The last part of a path. */
export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The extension of a name with its dot, '' where it has none or the dot stands first (`File.extname`). */
export function extensionOf(name: string): string {
  const start = /[^.]/.exec(name)?.index ?? name.length;
  const dot = name.lastIndexOf('.');
  return dot > start ? name.slice(dot) : '';
}

/** A name without its last extension (`File.basename(name, '.*')`). */
export function withoutExtension(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}
