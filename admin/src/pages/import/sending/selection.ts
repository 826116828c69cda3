/** A file to be sent, with its path in the site. */
export interface SelectedFile {
  path: string;
  file: File;
}

/** What somebody chose or dropped: a zip file that goes as it is, files to be packed, or why neither can be. */
export type Selection =
  | { kind: 'zip'; name: string; file: File }
  | { kind: 'files'; name: string | null; files: SelectedFile[] }
  | { kind: 'refused'; why: 'nothing' | 'several-zips' | 'too-many' };

/** Folders and files that belong to no site: what tools put there, and what Jekyll made. */
const LEFT_OUT = new Set([
  'node_modules',
  '_site',
  '.git',
  '.bundle',
  '.jekyll-cache',
  '.sass-cache',
  '.DS_Store',
]);

/** Without its extension for larger ones (zip64), which a browser's packer does not write, a zip file holds no more. */
export const MOST_FILES = 65_535;
/** For the same reason. */
export const MOST_BYTES = 4_000_000_000;

const TEXT = /\.(md|markdown|mkdown|mkdn|mkd|html?|textile)$/i;

/** Whether a folder or file of a site is worth sending. */
export function isSent(name: string): boolean {
  return !LEFT_OUT.has(name);
}

/**
 * What is made of files that were chosen or dropped. Texts without a folder are taken for posts.
 */
export function selectionOf(found: readonly SelectedFile[]): Selection {
  const files = new Map<string, File>();
  for (const { path, file } of found) {
    if (path.split('/').every(isSent)) files.set(placeOf(path), file);
  }
  if (files.size === 0) return { kind: 'refused', why: 'nothing' };
  const zips = [...files].filter(([path]) => !path.includes('/') && /\.zip$/i.test(path));
  if (zips.length > 0) {
    const [[name, file]] = zips;
    return files.size === 1 ? { kind: 'zip', name, file } : { kind: 'refused', why: 'several-zips' };
  }
  const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  if (files.size > MOST_FILES || bytes > MOST_BYTES) return { kind: 'refused', why: 'too-many' };
  const list = [...files].map(([path, file]) => ({ path, file }));
  return { kind: 'files', name: nameOf(found), files: list };
}

function placeOf(path: string): string {
  return !path.includes('/') && TEXT.test(path) ? `_posts/${path}` : path;
}

/** The folder that holds everything, or the only file; null for several. */
function nameOf(found: readonly SelectedFile[]): string | null {
  const tops = new Set(found.map(({ path }) => path.split('/')[0]));
  return tops.size === 1 ? [...tops][0] : null;
}
