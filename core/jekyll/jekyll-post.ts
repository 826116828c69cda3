import type { Header } from '../front-matter';
import { readHeader, toRubyString } from '../front-matter';
import type { Value, ValueMap } from '../front-matter/value';
import type { Settings } from '../settings';
import { extractExcerpt } from './excerpt';
import { jekyllUrl } from './jekyll-url';
import { idOf } from './post-id';
import { readPostData, type PostFailure } from './post-data';
import { parsePostPath, type IgnoredReason } from './post-path';
import { isTruthy } from './ruby-values';

/** A file as Jekyll is given it. */
export interface JekyllFile {
  /** Relative to the site's root, with forward slashes. */
  path: string;
  /** The text between the fences; null for a file without front matter. */
  yaml: string | null;
  /** The text after the front matter. */
  body: string;
  /** The front matter where it has been read before. */
  header?: Header;
  /** When the file was last written, milliseconds since 1970-01-01T00:00:00Z: the date of an undated draft. */
  mtime?: number;
  /** When the site is built: the date of other undated posts, and today for dates without year. */
  now?: number;
}

/** A file's meaning in Jekyll, with the types that Ruby gives its values. */
export interface JekyllPost {
  path: string;
  /** `dropped`: read, but not part of the site. */
  status: 'post' | 'dropped' | 'ignored';
  ignoredReason: IgnoredReason | null;
  title: Value;
  /** Milliseconds since 1970-01-01T00:00:00Z; null for an undated draft and for a post that could not be read. */
  date: number | null;
  slug: Value;
  ext: Value;
  categories: Value;
  tags: Value;
  layout: Value;
  /** Percent-encoded; null where making it would stop the build. */
  url: string | null;
  id: string | null;
  excerpt: Value;
  excerptSource: 'front_matter' | 'generated' | 'none';
  /** `data["draft"]` right after reading. */
  draft: boolean;
  /** `Document#draft?`: also true for `draft: false` in a `_drafts` folder. */
  isDraft: boolean;
  published: Value;
  publishable: boolean;
  /** All other keys. */
  data: ValueMap;
  /** What stops the whole build; null otherwise. */
  fatal: string | null;
  messages: { level: 'error' | 'warn'; message: string }[];
}

const OWN_KEYS = [
  'title',
  'date',
  'slug',
  'categories',
  'tags',
  'layout',
  'excerpt',
  'draft',
  'ext',
  'published',
];

/**
 * Reads a file as Jekyll 4.3 with safe_yaml 1.0.5 does, values with their types, escaping and failures included: what
 * `site.posts` would hold. `readPost` makes the storable form of it.
 */
export function readJekyllPost(file: JekyllFile, settings: Settings): JekyllPost {
  const place = parsePostPath(file.path, settings.siteFiles);
  if (place.kind === 'ignored') return ignoredPost(file.path, place.reason);
  const { timezone } = settings.site;
  const header = file.header ?? (file.yaml === null ? null : readHeaderOf(file.yaml, settings));
  const data = readPostData(
    { place, path: file.path, header },
    { ...settings, timezone, dates: settings.frontMatter.dates, now: file.now },
  );
  const { values, failure } = data;
  const value = (key: string): Value => values.get(key) ?? null;
  const published = values.has('published') ? value('published') : true;
  const draft = isTruthy(values.get('draft'));
  const isDraft = draft || place.kind === 'draft';
  const excerpt = failure ? noExcerpt(value('excerpt')) : excerptValue(file.body, value, settings);
  const url = failure?.fatal ? null : jekyllUrl(file, data, isDraft, settings);
  return {
    path: file.path,
    status: failure?.fatal ? 'dropped' : 'post',
    ignoredReason: null,
    title: value('title'),
    date: failure?.fatal ? null : data.date,
    slug: value('slug'),
    ext: value('ext'),
    categories: value('categories'),
    tags: value('tags'),
    layout: value('layout'),
    url: url && 'url' in url ? url.url : null,
    id: url && 'url' in url ? idOf(url.url, value('slug'), file.path) : null,
    excerpt: excerpt.value,
    excerptSource: excerpt.source,
    draft,
    isDraft,
    published,
    publishable: isTruthy(published),
    data: new Map([...values].filter(([key]) => typeof key !== 'string' || !OWN_KEYS.includes(key))),
    fatal: failure?.fatal ? failure.message : url && 'error' in url ? url.error : null,
    messages: [...failureMessages(file.path, failure), ...excerpt.messages],
  };
}

function readHeaderOf(yaml: string, { limits }: Settings): Header {
  return readHeader(yaml, { maxLength: limits.frontMatterLength, maxDepth: limits.frontMatterDepth });
}

function ignoredPost(path: string, reason: IgnoredReason): JekyllPost {
  return {
    path,
    status: reason === 'data-file' ? 'dropped' : 'ignored',
    ignoredReason: reason,
    title: null,
    date: null,
    slug: null,
    ext: null,
    categories: null,
    tags: null,
    layout: null,
    url: null,
    id: null,
    excerpt: null,
    excerptSource: 'none',
    draft: false,
    isDraft: false,
    published: true,
    publishable: true,
    data: new Map(),
    fatal: null,
    messages: [],
  };
}

function failureMessages(path: string, failure: PostFailure | null): JekyllPost['messages'] {
  if (!failure) return [];
  const action = failure.reason === 'yaml' ? 'YAML Exception reading' : 'could not read file';
  return [{ level: 'error', message: `Error: ${action} ${path}: ${failure.message}` }];
}

interface ExcerptValue {
  value: Value;
  source: JekyllPost['excerptSource'];
  messages: JekyllPost['messages'];
}

function noExcerpt(value: Value): ExcerptValue {
  return { value, source: value === null ? 'none' : 'front_matter', messages: [] };
}

function excerptValue(body: string, value: (key: string) => Value, settings: Settings): ExcerptValue {
  if (isTruthy(value('excerpt'))) return noExcerpt(value('excerpt'));
  const own = value('excerpt_separator');
  const separator = isTruthy(own) ? toRubyString(own) : settings.excerptSeparator;
  if (separator === '') return noExcerpt(value('excerpt'));
  const { text, closedBlock } = extractExcerpt(body, separator);
  const message = 'The excerpt separator stands in a Liquid block, which was closed.';
  return { value: text, source: 'generated', messages: closedBlock ? [{ level: 'warn', message }] : [] };
}
