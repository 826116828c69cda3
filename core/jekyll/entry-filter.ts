import type { SiteFiles } from '../settings';
import { fnmatchRegExp } from './fnmatch';

const SPECIAL_START = /^[._#~]/;

/** A folder or file as Jekyll's filter is given it. */
interface Entry {
  /** Folders between the site's root and the folder that is listed, '' for the root. */
  base: string;
  /** Relative to the listed folder. */
  entry: string;
  isFolder: boolean;
}

interface CompiledPattern {
  /** The pattern as a path from the root, with a slash before it. */
  path: string;
  glob: RegExp | null;
}

type Compiled = Record<'include' | 'exclude', CompiledPattern[]>;

const compiled = new WeakMap<SiteFiles, Compiled>();

/** Whether Jekyll enters a folder of the site, given by its path from the root, when it looks for posts. */
export function isReadFolder(folder: string, files: SiteFiles): boolean {
  const names = folder.split('/').filter((name) => name !== '');
  return names.every((entry, index) =>
    isKept({ base: names.slice(0, index).join('/'), entry, isFolder: true }, files),
  );
}

/** Whether Jekyll reads a file of a posts folder. */
export function isReadEntry(postsFolder: string, entry: string, files: SiteFiles): boolean {
  // Dir["**/*"], which lists the folder, passes over names with a dot at their beginning.
  const hidden = entry.split('/').some((segment) => segment.startsWith('.'));
  return !hidden && isKept({ base: postsFolder, entry, isFolder: false }, files);
}

/** Source: Jekyll 4.3, `EntryFilter#filter`. */
function isKept(place: Entry, files: SiteFiles): boolean {
  const { base, entry, isFolder } = place;
  if (entry.endsWith('.')) return false;
  const { include, exclude } = compile(files);
  const name = entry.slice(entry.lastIndexOf('/') + 1);
  // Names to include are looked for at the root, wherever the entry lies.
  if (include.some((pattern) => matches(pattern, entry, isFolder) || matches(pattern, name, isFolder)))
    return true;
  if (exclude.some((pattern) => matches(pattern, base === '' ? entry : `${base}/${entry}`, isFolder)))
    return false;
  return !SPECIAL_START.test(entry) && !SPECIAL_START.test(name) && !entry.endsWith('~');
}

/** A beginning of the path is enough. Source: Jekyll 4.3, `EntryFilter#glob_include?`. */
function matches({ path: pattern, glob }: CompiledPattern, entry: string, isFolder: boolean): boolean {
  const path = `/${entry}`;
  return glob?.test(path) || path.startsWith(pattern) || (isFolder && pattern === `${path}/`);
}

function compile(files: SiteFiles): Compiled {
  let found = compiled.get(files);
  if (!found) {
    const { include, exclude } = files;
    found = {
      include: include.map(compilePattern),
      exclude: exclude.filter((pattern) => !include.includes(pattern)).map(compilePattern),
    };
    compiled.set(files, found);
  }
  return found;
}

function compilePattern(pattern: string): CompiledPattern {
  const path = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return { path, glob: fnmatchRegExp(path) };
}
