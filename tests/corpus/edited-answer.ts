import type { PostFields } from '../../core/post';
import type { Difference, ExpectedPost } from './jekyll-answer';
import type { Edit } from './generated/edits';
import { isSame } from './jekyll-values';

/** What an edit leaves as it was, unless it changes just that. */
const KEPT = ['title', 'date', 'slug', 'ext', 'categories', 'tags', 'layout', 'published', 'draft'];
const OF_THE_BODY = ['excerpt', 'content_sha256'];

/**
 * What the real Jekyll reads otherwise in an edited post than was wanted: a changed field by its value, all others and the
 * body by what it read before.
 */
export function editDifferences(edit: Edit, before: ExpectedPost, after: ExpectedPost): Difference[] {
  const changed = Object.keys(edit) as (keyof PostFields)[];
  const wanted = changed.map((field) => ({
    field,
    expected: edit[field] ?? '',
    actual: readField(field, after),
  }));
  // Of a file without header Jekyll passes over the blank lines with which it began once a header stands before them.
  const hadHeader = (before.front_matter as { present?: unknown } | undefined)?.present === true;
  const kept = (hadHeader ? [...KEPT, ...OF_THE_BODY] : KEPT)
    .filter((field) => !changed.some((name) => name === field))
    .map((field) => ({ field, expected: before[field] ?? null, actual: after[field] ?? null }));
  const rest = { field: 'data', expected: otherData(before), actual: otherData(after) };
  const status = { field: 'status', expected: 'post', actual: after.status };
  return [status, ...wanted, ...kept, rest].filter(({ field, expected, actual }) =>
    field === 'date' && changed.includes('date')
      ? Date.parse(String(actual)) !== Date.parse(String(expected))
      : !isSame(actual, expected),
  );
}

/** A field of the answer in the form in which it is edited: texts must be texts, the empty one stands for none. */
function readField(field: keyof PostFields, answer: ExpectedPost): unknown {
  const data = answer.data as Record<string, unknown>;
  if (field === 'categories' || field === 'tags') {
    const terms = (answer[field] ?? []) as unknown[];
    return [...new Set(terms)].filter((term) => term !== '');
  }
  // Without an excerpt of its own a post has a generated one.
  if (field === 'excerpt') {
    const own = answer.excerpt_source === 'front_matter' && answer.excerpt !== false;
    return own ? answer.excerpt : '';
  }
  const value = field === 'author' ? data.author : answer[field];
  // A list or a map is no value of a field; it is not touched.
  return value === undefined || typeof value === 'object' ? '' : value;
}

/** The keys that no edit touches. */
function otherData({ data }: ExpectedPost): unknown {
  const { author, category, tag, ...rest } = data as Record<string, unknown>;
  return rest;
}
