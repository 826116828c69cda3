import type { SiteFiles } from '../settings';
import { extensionOf } from './post-path';
import { downcase, slugify } from './slugify';
import type { ZonedParts } from './time-zone';

/** Jekyll's built-in permalink styles. Their names work only in the configuration. */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The template that a site's `permalink` stands for: that of a style, else itself. */
export function permalinkTemplate(permalink: string): string {
  return Object.hasOwn(STYLES, permalink) ? STYLES[permalink] : permalink;
}

/** The template of the style that Jekyll uses where the site names none. */
export const DEFAULT_TEMPLATE = STYLES.date;

/** What the placeholders of a permalink are made of. */
export interface PermalinkSubject {
  /** Null where the file could not be read: then the whole base name stands for it. */
  slug: string | null;
  /** The file's name without its last extension. */
  basename: string;
  /** The path within `_posts` without extension, for `:path`. */
  cleanedPath: string;
  categories: string[];
  outputExt: string;
  /** In the site's time zone; null where there is no date: its placeholders are then empty. */
  date: ZonedParts | null;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pad = (value: number, length = 2) => String(value).padStart(length, '0');
const padYear = (year: number) => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));

const DATE_PLACEHOLDERS: Record<string, (date: ZonedParts) => string> = {
  year: ({ year }) => padYear(year),
  month: ({ month }) => pad(month),
  day: ({ day }) => pad(day),
  hour: ({ hour }) => pad(hour),
  minute: ({ minute }) => pad(minute),
  second: ({ second }) => pad(second),
  i_day: ({ day }) => String(day),
  i_month: ({ month }) => String(month),
  short_month: ({ month }) => MONTHS[month - 1].slice(0, 3),
  long_month: ({ month }) => MONTHS[month - 1],
  short_year: ({ year }) => pad(((year % 100) + 100) % 100),
  w_year: ({ isoYear }) => padYear(isoYear),
  week: ({ isoWeek }) => pad(isoWeek),
  w_day: ({ weekday }) => String(weekday || 7),
  short_day: ({ weekday }) => DAYS[weekday].slice(0, 3),
  long_day: ({ weekday }) => DAYS[weekday],
  y_day: ({ yday }) => pad(yday, 3),
};

const PLACEHOLDERS: Record<string, (subject: PermalinkSubject) => string> = {
  title: ({ slug, basename }) => slugify(slug ?? basename, 'pretty', true),
  slug: ({ slug, basename }) => slugify(slug ?? basename),
  name: ({ basename }) => slugify(basename),
  path: ({ cleanedPath }) => cleanedPath,
  collection: () => 'posts',
  output_ext: ({ outputExt }) => outputExt,
  categories: ({ categories }) => [...new Set(categories.map(downcase))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map((name) => slugify(name)))].join('/'),
};

/**
 * The value of a placeholder, not yet percent-encoded; null for a name that Jekyll does not know.
 * Source: Jekyll 4.3, `Drops::UrlDrop`.
 */
export function placeholderValue(name: string, subject: PermalinkSubject): string | null {
  if (Object.hasOwn(DATE_PLACEHOLDERS, name))
    return subject.date ? DATE_PLACEHOLDERS[name](subject.date) : '';
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name](subject) : null;
}

const SASS = /^\.s[ac]ss$/i;

/**
 * The extension of the page that a file becomes; one that the post's own permalink names goes before that of the file.
 * Source: Jekyll 4.3, `Renderer#output_ext`, with the converters that Jekyll brings along.
 */
export function outputExtension(
  fileExt: string,
  ownPermalink: string | null,
  { markdownExtensions }: SiteFiles,
): string {
  if (ownPermalink && !ownPermalink.endsWith('/')) {
    const named = extensionOf(ownPermalink.slice(ownPermalink.lastIndexOf('/') + 1));
    if (named !== '') return named;
  }
  if (markdownExtensions.includes(downcase(fileExt))) return '.html';
  return SASS.test(fileExt) ? '.css' : fileExt;
}
