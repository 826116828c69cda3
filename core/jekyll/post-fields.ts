import { toJson, toRubyString } from '../front-matter';
import type { Value, ValueMap } from '../front-matter/value';
import type { PostFields } from '../post';
import { KNOWN_KEYS } from './known-keys';
import type { PostData } from './post-data';
import { pluralized } from './post-data';
import type { PostPath } from './post-path';
import { isTruthy } from './ruby-values';
import { titleizeSlug } from './slugify';

/** Keys whose text is a field; a list or a map under them stays in `extra`. */
const TEXT_KEYS = ['layout', 'author', 'source', 'excerpt', 'image', 'permalink', 'share_url'];

const isNested = (value: Value | undefined) => Array.isArray(value) || value instanceof Map;

/**
 * The storable form of a post's data: texts by `to_s`, the date as an instant, terms unique by their text. What data cut
 * short by a failure does not have comes from the file name.
 */
export function toPostFields(
  { values, date }: PostData,
  place: Extract<PostPath, { slug: string }>,
): PostFields {
  const text = (key: string) => textOf(values.get(key));
  const excerpt = values.get('excerpt');
  return {
    title: isTruthy(values.get('title'))
      ? toRubyString(values.get('title') ?? null)
      : titleizeSlug(place.slug),
    slug: isTruthy(values.get('slug')) ? toRubyString(values.get('slug') ?? null) : place.slug,
    date: date === null ? null : new Date(date).toISOString(),
    layout: text('layout'),
    author: text('author'),
    source: text('source'),
    excerpt: isTruthy(excerpt) && !isNested(excerpt) ? toRubyString(excerpt ?? null) : null,
    image: text('image'),
    permalink: text('permalink'),
    shareUrl: text('share_url'),
    categories: termsOf(values.get('categories')),
    tags: termsOf(pluralized(values, 'tag', 'tags')),
  };
}

/** Null for nil, the empty text, lists and maps; `false` is a text: `layout: false` means no layout. */
function textOf(value: Value | undefined): string | null {
  if (value === undefined || isNested(value)) return null;
  return toRubyString(value) || null;
}

/** Terms by their text, each once; the empty text is none. */
function termsOf(value: Value | undefined): string[] {
  const values = Array.isArray(value) ? value : [];
  return [...new Set(values.map(toRubyString))].filter((term) => term !== '');
}

/** The keys without a field, as JSON. */
export function toExtra(values: ValueMap): Record<string, unknown> {
  const kept: ValueMap = new Map();
  for (const [key, value] of values) {
    const hasField =
      typeof key === 'string' && KNOWN_KEYS.includes(key) && !(TEXT_KEYS.includes(key) && isNested(value));
    if (!hasField && key !== 'ext') kept.set(key, value);
  }
  return toJson(kept) as Record<string, unknown>;
}
