import { createHash } from 'node:crypto';
import { decodeUtf8, splitFrame, toRubyString } from '../../core/front-matter';
import { CalendarDate, Float, Timestamp, type Value } from '../../core/front-matter/value';
import { readJekyllPost, zonedParts, type JekyllPost } from '../../core/jekyll';
import type { Settings } from '../../core/settings';

/** One post of an answer of the real Jekyll; what it leaves out is not compared. */
export interface ExpectedPost {
  path: string;
  status: 'post' | 'dropped' | 'ignored';
  fatal?: unknown;
  url_error?: unknown;
  [field: string]: unknown;
}

/** The moment that stands for the build and for the files' times in the answers. */
const SENTINEL = Date.UTC(1999, 0, 1);
const SENTINEL_DAY = '1999/01/01';

/** The fields that are compared where the answer has them. */
const FIELDS = [
  'status',
  'title',
  'date',
  'slug',
  'ext',
  'categories',
  'tags',
  'url',
  'id',
  'layout',
  'published',
  'publishable',
  'draft',
  'draft_method',
  'excerpt',
  'excerpt_source',
  'data',
  'content_sha256',
];

/** What our reading of a file says, in the form of the real Jekyll's answers. */
export function answerOf(path: string, bytes: Uint8Array, settings: Settings): ExpectedPost {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { path, status: 'dropped' };
  const frame = splitFrame(decoded.text);
  const file = {
    path,
    yaml: frame.hasHeader ? frame.yaml : null,
    body: frame.body,
    mtime: SENTINEL,
    now: SENTINEL,
  };
  return toAnswer(readJekyllPost(file, settings), frame.body, settings.site.timezone);
}

function toAnswer(post: JekyllPost, body: string, timezone: string): ExpectedPost {
  const { path, status } = post;
  if (status === 'ignored' || post.ignoredReason) return { path, status };
  const undated = (text: string | null) =>
    post.date === null ? text?.replaceAll(SENTINEL_DAY, '{Y/m/d}') : text;
  return {
    path,
    status,
    fatal: post.fatal !== null && status === 'dropped',
    url_error: post.fatal !== null && status === 'post',
    title: encode(post.title),
    date: post.date === null ? null : isoDate(post.date, timezone),
    slug: encode(post.slug),
    ext: encode(post.ext),
    categories: encode(post.categories),
    tags: encode(post.tags),
    url: undated(post.url),
    id: undated(post.id),
    layout: encode(post.layout),
    published: encode(post.published),
    publishable: post.publishable,
    draft: post.draft,
    draft_method: post.isDraft,
    excerpt: encode(post.excerpt),
    excerpt_source: post.excerptSource,
    data: encode(post.data),
    content_sha256: status === 'dropped' ? null : createHash('sha256').update(body).digest('hex'),
  };
}

/** Names of the fields in which two answers differ; only what the expected one has is compared. */
export function differences(actual: ExpectedPost, expected: ExpectedPost): string[] {
  const wrong: string[] = [];
  if (Boolean(actual.fatal) !== (expected.fatal !== undefined)) wrong.push('fatal');
  if (Boolean(actual.url_error) !== (expected.url_error !== undefined)) wrong.push('url_error');
  const undecoded = actual.status === expected.status && actual.title === undefined;
  for (const field of undecoded ? ['status'] : FIELDS) {
    if (expected[field] !== undefined && !isSame(actual[field], expected[field])) wrong.push(field);
  }
  return wrong;
}

/** Compares as JSON, the order of a map's keys aside. */
export function isSame(actual: unknown, expected: unknown): boolean {
  return canonical(actual) === canonical(expected);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** A value with its Ruby type, as the answers write it. */
export function encode(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Float)
    return Number.isFinite(value.value) ? value.value : { $float: floatName(value.value) };
  if (value instanceof CalendarDate) return { $date: toRubyString(value) };
  if (value instanceof Timestamp) return { $time: isoWithOffset(value.epochMs, value.utcOffset) };
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [encodeKey(key), encode(item)]));
  return value;
}

const floatName = (value: number) => (Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');

function encodeKey(key: Value): string {
  return typeof key === 'string' ? key : `$${className(key)}:${toRubyString(key)}`;
}

function className(value: Value): string {
  if (value === true) return 'TrueClass';
  if (value === false) return 'FalseClass';
  if (value instanceof Float) return 'Float';
  if (value instanceof CalendarDate) return 'Date';
  if (value instanceof Timestamp) return 'Time';
  if (Array.isArray(value)) return 'Array';
  return value instanceof Map ? 'Hash' : 'Integer';
}

/** `2021-12-08T10:46:18+08:00`, with as many digits of the second as there are, in nines. */
export function isoDate(
  epochMs: number,
  timezone: string,
  nanoseconds = (epochMs - Math.floor(epochMs / 1000) * 1000) * 1e6,
): string {
  return isoWithOffset(Math.floor(epochMs / 1000) * 1000, zonedParts(epochMs, timezone).offset, nanoseconds);
}

function isoWithOffset(
  epochMs: number,
  offset: number,
  nanoseconds = (epochMs - Math.floor(epochMs / 1000) * 1000) * 1e6,
): string {
  const local = zonedParts(epochMs + offset * 1000, 'UTC');
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const minutes = Math.trunc(Math.abs(offset) / 60);
  return (
    `${local.year < 0 ? '-' : ''}${pad(Math.abs(local.year), 4)}-${pad(local.month)}-${pad(local.day)}` +
    `T${pad(local.hour)}:${pad(local.minute)}:${pad(local.second)}` +
    (nanoseconds ? `.${pad(nanoseconds, 9)}` : '') +
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
  );
}
