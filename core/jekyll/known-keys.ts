import type { Settings } from '../settings';

/** Front matter keys that say a field or decide how a post is shown. */
export const KNOWN_KEYS = [
  'layout',
  'title',
  'slug',
  'date',
  'categories',
  'category',
  'tags',
  'tag',
  'author',
  'source',
  'excerpt',
  'image',
  'permalink',
  'share_url',
  'published',
  'draft',
];

/** Keys that have a meaning but no field of their own: they stay in `extra`. */
const MEANINGFUL_KEYS = ['lang', 'excerpt_separator', 'redirect_from'];

/** Whether `unknown-key` lets a key pass: known here, mapped to an app's attribute, or named by the site's schema. */
export function isExpectedKey(key: string, { frontMatter }: Settings): boolean {
  return (
    KNOWN_KEYS.includes(key) ||
    MEANINGFUL_KEYS.includes(key) ||
    Object.hasOwn(frontMatter.fields, key) ||
    frontMatter.translationKey === key ||
    schemaKeys(frontMatter.schema).includes(key)
  );
}

/** The keys of an object schema. */
function schemaKeys(schema: Settings['frontMatter']['schema']): string[] {
  if (!schema || !('shape' in schema)) return [];
  const { shape } = schema;
  return typeof shape === 'object' && shape !== null ? Object.keys(shape) : [];
}
