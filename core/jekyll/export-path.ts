import type { PostFields } from '../post';
import type { Settings } from '../settings';
import { wholeSecond } from './post-field';
import { baseNameOf, parsePostPath } from './post-path';
import { postUrl } from './post-url';
import { zonedParts } from './time-zone';

/** What decides where a post's file lies. */
export interface ExportedPlace {
  fields: PostFields;
  /** Where the file lay when it was imported; null for a post that came from none. */
  filePath: string | null;
  /** The slug that the post had then, in text or name. */
  importedSlug: string;
  published: boolean;
}

/** Longer names do not fit into the 255 bytes that file systems give a name, with date and extension. */
const LONGEST_NAME = 200;

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/**
 * The path of a post's file, relative to the site's root: where it came from; with the new slug in its name where that was
 * changed; in `_posts` where it was a draft and is published now. A new post lies in `_posts` as `YYYY-MM-DD-slug.md`, with
 * the day in the site's zone, and in `_drafts` as long as it is not published. A move that would change the post's URL is
 * not made (`:name`, `:path` in a permalink).
 */
export function exportPath(
  { fields, filePath, importedSlug, published }: ExportedPlace,
  settings: Settings,
): string {
  if (filePath === null) return newPath(fields, published, settings);
  const moved = movedPath(filePath, { renamed: fields.slug !== importedSlug, fields, published }, settings);
  return moved !== filePath && keepsUrl(fields, filePath, moved, settings) ? moved : filePath;
}

function newPath(fields: PostFields, published: boolean, settings: Settings): string {
  const name = fileNameOf(fields.slug);
  const day = dayOf(fields, settings);
  const { collectionsDir, markdownExtensions } = settings.siteFiles;
  const folder = collectionsDir
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => `${part}/`)
    .join('');
  const ext = markdownExtensions.includes('.md') ? '.md' : markdownExtensions[0];
  return published && day !== null
    ? `${folder}_posts/${day}-${name}${ext}`
    : `${folder}_drafts/${name}${ext}`;
}

interface Move {
  renamed: boolean;
  fields: PostFields;
  published: boolean;
}

function movedPath(filePath: string, { renamed, fields, published }: Move, settings: Settings): string {
  const place = parsePostPath(filePath, settings.siteFiles);
  if (place.kind === 'ignored') return filePath;
  const folder = filePath.slice(0, filePath.length - baseNameOf(filePath).length);
  const slug = renamed ? fileNameOf(fields.slug) : place.slug;
  const day = dayOf(fields, settings);
  if (place.kind === 'draft') {
    if (published && day !== null)
      return `${folder.replace('_drafts/', '_posts/')}${day}-${slug}${place.ext}`;
    return renamed ? `${folder}${slug}${place.ext}` : filePath;
  }
  if (!renamed) return filePath;
  const start = baseNameOf(filePath).slice(0, place.basename.length - place.slug.length);
  return `${folder}${start}${slug}${place.ext}`;
}

/** The day that a name begins with; null where the post has no date, or one that no name can hold. */
function dayOf(fields: PostFields, { site }: Settings): string | null {
  const epochMs = wholeSecond(fields.date);
  if (epochMs === null) return null;
  const { year, month, day } = zonedParts(epochMs, site.timezone);
  return year < 1 || year > 9999 ? null : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * A slug as part of a file's name. The text of a new post says its slug itself, so that a name may differ: slashes and
 * control characters become hyphens, and marks by which Jekyll passes files over (`_a`, `.a`, `#a`, `a~`) are left out.
 */
function fileNameOf(slug: string): string {
  const plain = slug
    .replace(/[\s\p{Cc}/\\:*?"<>|]+/gu, '-')
    .replace(/^[._#~-]+/, '')
    .replace(/[.~-]+$/, '');
  const name = cutBytes(plain, LONGEST_NAME);
  return name === '' ? 'post' : name;
}

/** As many whole characters as fit into a number of UTF-8 bytes. */
function cutBytes(text: string, longest: number): string {
  const utf8 = new TextEncoder();
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += utf8.encode(character).length;
    if (length > longest) break;
    kept += character;
  }
  return kept;
}

function keepsUrl(fields: PostFields, before: string, after: string, settings: Settings): boolean {
  return (
    parsePostPath(after, settings.siteFiles).kind !== 'ignored' &&
    postUrl(fields, before, settings).url === postUrl(fields, after, settings).url
  );
}
