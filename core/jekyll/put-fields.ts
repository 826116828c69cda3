import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { readHeader, removeKey, setKey, type WriteResult } from '../front-matter';
import type { PostFields, PostReading } from '../post';
import type { Settings } from '../settings';
import { dateTexts } from './date-text';
import { newFrontMatter } from './new-front-matter';
import { POST_FIELD_NAMES, saysField, wholeSecond } from './post-field';
import { putCategories, putTags } from './put-terms';
import { readPost } from './read-post';

/** What a post's front matter is read and written with. */
export interface PostContext {
  filePath: string | null;
  settings: Settings;
  /** The post's body, whose problems are diagnosed too. */
  body?: string;
}

/**
 * The front matter that says the wanted fields, and how it reads; or the fields that it cannot say, named by the `path`
 * of each diagnostic.
 */
export type PutResult =
  | { ok: true; yaml: string | null; reading: PostReading }
  | { ok: false; diagnostics: Diagnostic[] };

type FieldName = keyof PostFields;
type Refusal = Extract<WriteResult, { ok: false }>['reason'];

/** The order in which a new text gets its keys. */
const WRITING_ORDER: readonly FieldName[] = [
  'layout',
  'title',
  'slug',
  'date',
  'categories',
  'tags',
  'author',
  'source',
  'excerpt',
  'image',
  'permalink',
  'shareUrl',
];

const KEY_OF_FIELD: Partial<Record<FieldName, string>> = { shareUrl: 'share_url' };

/**
 * Changes a front matter text so that it reads as wanted (`put` of invariant 1). Only keys whose reading differs are touched,
 * and of each only its value; so equal fields give the same text, and a text without front matter stays without while file
 * name and defaults say all. New keys come in the order layout, title, slug, date, categories, tags; a new text has plain
 * values, quoted where YAML needs it, lists in brackets, and the date as `2021-12-29 08:43:42 +0800` in the site's zone.
 *
 * Fractions of a second are not written. What the text cannot say (removing a folder's category, a tag under a default `tag`)
 * is refused. The result has been read again.
 *
 * @param base the text to start from; null for none
 * @param reading of the base, where the caller has it
 */
export function putFields(
  base: string | null,
  wanted: PostFields,
  context: PostContext,
  reading: PostReading = read(base, context),
): PutResult {
  const names = WRITING_ORDER.filter((name) => !saysField(name, reading.fields, wanted));
  if (names.length === 0) return { ok: true, yaml: base, reading };

  const keyOf = (name: FieldName): string => KEY_OF_FIELD[name] ?? name;
  const fresh = base ? null : newFrontMatter(names, wanted, keyOf, context.settings.site.timezone);
  if (fresh !== null) {
    const freshReading = read(fresh, context);
    if (unsaid(freshReading.fields, wanted).length === 0)
      return { ok: true, yaml: fresh, reading: freshReading };
  }

  let yaml = base ?? '';
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const written = putField(yaml, name, wanted, context);
    if (written.ok) yaml = written.yaml;
    else diagnostics.push(refused(base, name, written.reason));
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };

  const result = base === null && yaml === '' ? null : yaml;
  const final = read(result, context);
  const wrong = unsaid(final.fields, wanted);
  if (wrong.length > 0)
    return { ok: false, diagnostics: wrong.map((name) => refused(base, name, 'mismatch')) };
  return { ok: true, yaml: result, reading: final };
}

function unsaid(fields: PostFields, wanted: PostFields): FieldName[] {
  return POST_FIELD_NAMES.filter((name) => !saysField(name, fields, wanted));
}

function read(yaml: string | null, { filePath, body, settings }: PostContext): PostReading {
  return readPost({ yaml, filePath, body }, settings);
}

function readFields(yaml: string | null, { filePath, settings }: PostContext): PostFields {
  return readPost({ yaml, filePath }, settings).fields;
}

function refused(base: string | null, name: FieldName, reason: Refusal): Diagnostic {
  const key = KEY_OF_FIELD[name] ?? name;
  const start = { line: 0, character: 0 };
  const range = readHeader(base ?? '').rangeOf([key]) ?? { start, end: start };
  return createDiagnostic({ ruleId: 'write/refused', range, params: { key, reason }, path: [name] });
}

function putField(yaml: string, name: FieldName, wanted: PostFields, context: PostContext): WriteResult {
  const readTerms = (field: 'categories' | 'tags') => (text: string) => readFields(text, context)[field];
  switch (name) {
    case 'date':
      return putDate(yaml, wanted, context);
    case 'categories':
      return putCategories(yaml, wanted.categories, readFields(null, context).categories, readTerms(name));
    case 'tags':
      return putTags(yaml, wanted.tags, readFields(null, context).tags, readTerms(name));
    default:
      return putText(yaml, name, wanted, context);
  }
}

/** An emptied text loses its key; where the file name or a default would then speak, it is said to be empty. */
function putText(
  yaml: string,
  name: Exclude<FieldName, 'date' | 'categories' | 'tags'>,
  wanted: PostFields,
  context: PostContext,
): WriteResult {
  const key = KEY_OF_FIELD[name] ?? name;
  const text = wanted[name];
  if (text) return setKey(yaml, key, text);
  const removed = removeKey(yaml, key);
  if (!removed.ok || saysField(name, readFields(removed.yaml, context), wanted)) return removed;
  return setKey(yaml, key, name === 'excerpt' ? false : '');
}

function putDate(yaml: string, wanted: PostFields, context: PostContext): WriteResult {
  const epochMs = wholeSecond(wanted.date);
  const says = (text: string) => saysField('date', readFields(text, context), wanted);
  if (epochMs === null) {
    const removed = removeKey(yaml, 'date');
    return !removed.ok || says(removed.yaml) ? removed : { ok: false, reason: 'given-elsewhere' };
  }
  for (const text of dateTexts(epochMs, writtenDate(yaml), context.settings.site.timezone)) {
    const written = setKey(yaml, 'date', { date: { text } });
    if (!written.ok && written.reason !== 'mismatch') return written;
    if (written.ok && says(written.yaml)) return written;
  }
  return { ok: false, reason: 'mismatch' };
}

/** The date as it stands in the text, without quotes. */
function writtenDate(yaml: string): string | null {
  const value = readHeader(yaml).entries.findLast(({ key }) => key === 'date')?.pair.value;
  return value?.kind === 'scalar' ? value.text : null;
}
