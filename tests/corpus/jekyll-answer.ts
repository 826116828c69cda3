import { createHash } from 'node:crypto';
import { decodeUtf8, splitFrame } from '../../core/front-matter';
import { parsePostPath, readJekyllPost, type JekyllPost } from '../../core/jekyll';
import type { Settings } from '../../core/settings';
import { encode, isoDate, isSame } from './jekyll-values';

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

/** The fields that are compared where the answer has them; of a file that is no UTF-8 only the status. */
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
  if (!decoded.ok) {
    const place = parsePostPath(path, settings.siteFiles);
    return { path, status: place.kind === 'ignored' && place.reason !== 'data-file' ? 'ignored' : 'dropped' };
  }
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

/** A field in which our reading of a post differs from the answer. */
export interface Difference {
  field: string;
  expected: unknown;
  actual: unknown;
}

/** The fields in which a reading differs; only what the answer has is compared. */
export function differences(actual: ExpectedPost, expected: ExpectedPost): Difference[] {
  const undecoded = actual.status === expected.status && actual.title === undefined;
  const stops = ['fatal', 'url_error']
    .map((field) => ({ field, expected: expected[field] !== undefined, actual: Boolean(actual[field]) }))
    .filter((stop) => stop.actual !== stop.expected);
  const wrong = (undecoded ? ['status'] : FIELDS)
    .filter((field) => expected[field] !== undefined && !isSame(actual[field], expected[field]))
    .map((field) => ({ field, expected: expected[field], actual: actual[field] }));
  return [...(undecoded ? [] : stops), ...wrong];
}
