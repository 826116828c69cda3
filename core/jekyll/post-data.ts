import type { Header } from '../front-matter';
import { toRubyString } from '../front-matter';
import type { Value, ValueMap } from '../front-matter/value';
import type { FrontMatterDefault, SiteFiles } from '../settings';
import { defaultsFor } from './front-matter-defaults';
import type { PostPath } from './post-path';
import { classNameOf, flatten, isTruthy, mergeDeep, splitWords, union } from './ruby-values';
import { readDate, rereadDate } from './site-date';
import { wallClockToEpoch } from './time-zone';
import { titleizeSlug } from './slugify';

/** Why Jekyll does not take over a post's front matter. A fatal reason stops its whole build. */
export interface PostFailure {
  fatal: boolean;
  reason: 'yaml' | 'not-a-map' | 'categories' | 'date' | 'file-name-date';
  /** What Jekyll says, roughly. */
  message: string;
}

/** A post's data as far as Jekyll gets in reading it. */
export interface PostData {
  /** Everything of front matter, defaults and file name; without `date`. */
  values: ValueMap;
  /** Milliseconds since 1970-01-01T00:00:00Z; null for an undated post. */
  date: number | null;
  failure: PostFailure | null;
}

/** What a post's data comes from. */
export interface PostSource {
  place: Extract<PostPath, { slug: string }>;
  /** Relative to the site's root. */
  path: string;
  /** Null for a file without front matter. */
  header: Header | null;
}

export interface PostDataSettings {
  timezone: string;
  dates: 'jekyll' | 'wall-clock';
  defaults: FrontMatterDefault[];
  siteFiles: SiteFiles;
  now?: number;
}

/**
 * Reads a post's data step by step as Jekyll does, because the order decides what a later step finds and what is left after
 * one that fails: folders, defaults, front matter, file name, categories, tags.
 * Source: Jekyll 4.3, `Document#initialize`, `#read`, `#merge_data!`, `#read_post_data`.
 */
export function readPostData({ place, path, header }: PostSource, settings: PostDataSettings): PostData {
  const data: PostData = {
    values: new Map<Value, Value>([
      ['draft', place.kind === 'draft'],
      ['categories', place.folderCategories],
    ]),
    date: null,
    failure: null,
  };
  const defaults = defaultsFor(path, settings);
  if (defaults.size > 0) mergeInto(data, defaults, settings);
  if (!data.failure && header) mergeHeader(data, header, settings);
  if (!data.failure) applyName(data, place, settings);
  if (!data.failure) applyTerms(data, settings);
  return data;
}

function mergeHeader(data: PostData, header: Header, settings: PostDataSettings): void {
  if (!header.ok) {
    const notAMap = header.diagnostics.some(({ ruleId }) => ruleId === 'yaml/not-a-map');
    data.failure = notAMap
      ? { fatal: false, reason: 'not-a-map', message: "undefined method `key?'" }
      : { fatal: false, reason: 'yaml', message: 'YAML Exception' };
  } else if (header.isMap) {
    mergeInto(data, header.map, settings);
  }
}

function mergeInto(data: PostData, over: ValueMap, settings: PostDataSettings): void {
  const merged = mergeCategories(data.values.get('categories') ?? null, over.get('categories') ?? null);
  if (merged === undefined) {
    const message = `no implicit conversion of ${classNameOf(over.get('categories') ?? null)} into Array`;
    data.failure = { fatal: false, reason: 'categories', message };
    return;
  }
  const dateValue = over.get('date');
  data.values = mergeDeep(data.values, over);
  data.values.set('categories', merged);
  data.values.delete('date');
  if (dateValue === undefined || (dateValue === null && data.date !== null)) {
    if (data.date !== null) data.date = rereadDate(data.date, settings.timezone);
    return;
  }
  data.date = readDate(dateValue, settings);
  if (data.date === null) data.failure = invalidDate('date', toRubyString(dateValue), 'YAML front matter');
}

function invalidDate(reason: PostFailure['reason'], text: string, source: string): PostFailure {
  return { fatal: true, reason, message: `Invalid date '${text}': no valid date in the ${source}.` };
}

/** Undefined where Ruby cannot join the two. */
function mergeCategories(known: Value, added: Value): Value | undefined {
  if (added === null) return known;
  const list = typeof added === 'string' ? splitWords(added) : added;
  if (!Array.isArray(known)) return list;
  return Array.isArray(list) ? union(known, list) : undefined;
}

function applyName(data: PostData, place: PostSource['place'], settings: PostDataSettings): void {
  if (data.date === null && place.date) {
    const { year, month, day } = place.date;
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      data.failure = invalidDate('file-name-date', `${year}-${month}-${day}`, 'filename');
      return;
    }
    data.date = wallClockToEpoch({ ...place.date, hour: 0, minute: 0, second: 0 }, settings.timezone);
  }
  setIfUntrue(data.values, 'title', () => titleizeSlug(place.slug));
  setIfUntrue(data.values, 'slug', () => place.slug);
  setIfUntrue(data.values, 'ext', () => place.ext);
}

function setIfUntrue(values: ValueMap, key: string, value: () => Value): void {
  if (!isTruthy(values.get(key))) values.set(key, value());
}

function applyTerms(data: PostData, settings: PostDataSettings): void {
  const { values } = data;
  const categories = asList(values.get('categories'));
  const named = union([], [...categories, ...pluralized(values, 'category', 'categories')].map(toRubyString));
  values.set('categories', union(categories, named));
  values.set('tags', pluralized(values, 'tag', 'tags'));
  if (data.date !== null) data.date = rereadDate(rereadDate(data.date, settings.timezone), settings.timezone);
}

const asList = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/**
 * The items of the key in the singular, else of that in the plural, whose text is split at blanks.
 * Source: Jekyll 4.3, `Utils.pluralized_array_from_hash`.
 */
export function pluralized(values: ValueMap, singular: string, plural: string): Value[] {
  const one = values.get(singular);
  if (one !== undefined && isTruthy(one)) return flatten([one]).filter((item) => item !== null);
  const many = values.get(plural);
  if (typeof many === 'string') return splitWords(many);
  return Array.isArray(many) ? flatten(many).filter((item) => item !== null) : [];
}
