import type { PostFields } from '../post';

/** The fields that are a text of one value, or none. */
export const OPTIONAL_TEXT_FIELDS = [
  'layout',
  'author',
  'source',
  'excerpt',
  'image',
  'permalink',
  'shareUrl',
] as const satisfies readonly (keyof PostFields)[];

/** The names of all fields that front matter says. */
export const POST_FIELD_NAMES: readonly (keyof PostFields)[] = [
  'title',
  'slug',
  'date',
  ...OPTIONAL_TEXT_FIELDS,
  'categories',
  'tags',
];

/** Whether two values of one field say the same: lists in order, an empty text as none. */
export function sameFieldValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const left = Array.isArray(a) ? a : [];
    const right = Array.isArray(b) ? b : [];
    return left.length === right.length && left.every((item, index) => item === right[index]);
  }
  return (a ?? '') === (b ?? '');
}

/** The instant that front matter can say: to the second. Null for none and for what is no date. */
export function wholeSecond(date: string | null): number | null {
  const epochMs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(epochMs) ? null : Math.floor(epochMs / 1000) * 1000;
}

/** Whether fields that were read from a text say of one field what is wanted. */
export function saysField(name: keyof PostFields, read: PostFields, wanted: PostFields): boolean {
  return name === 'date'
    ? wholeSecond(read.date) === wholeSecond(wanted.date)
    : sameFieldValue(read[name], wanted[name]);
}
