import type { Fix } from '../diagnostics/diagnostic';
import { message, problemMessage, saying, type Saying } from '../messages';
import type { PostFields, PostReading } from '../post';
import type { Settings } from '../settings';
import { POST_FIELD_NAMES, sameFieldValue } from './post-field';
import { putFields, type PostContext } from './put-fields';
import { readPost } from './read-post';
import { withPresentTerms, type RenamedTerms } from './renamed-terms';

/** A refused edit: the attribute concerned, what is wrong with it, and a fix of the text where one exists. */
export interface Refusal extends Saying<'message'> {
  path: string;
  fix?: Fix;
}

/** The text that both sides agree on, what it reads, and the base for the next edit. */
export type Reconciled =
  | { ok: true; base: string | null; text: string | null; reading: PostReading }
  | { ok: false; refusals: Refusal[] };

/** One edit of a post: the front matter text and fields that came with it; what is absent is not edited. */
export interface PostEdit {
  text?: string | null;
  fields: Partial<PostFields>;
}

/** A post as stored: the two sides agree (DESIGN: invariant 1), but for terms that are being renamed. */
export interface StoredSides {
  base: string | null;
  text: string | null;
  fields: PostFields;
  /** Terms that the fields have already and the text may not have yet. */
  renamed?: RenamedTerms;
}

/** Front matter keys that say a field; the others stand under the field's own name. */
const KEYS_OF_FIELD: Partial<Record<keyof PostFields, string[]>> = {
  categories: ['categories', 'category'],
  tags: ['tags', 'tag'],
  shareUrl: ['share_url'],
};

/**
 * A new post from a text, fields or both: the text wins where it has the key, else the field enters the text
 * (DESIGN: section 5).
 */
export function reconcileNew(edit: PostEdit, context: PostContext): Reconciled {
  const base = edit.text ?? null;
  const blank = base === null && context.filePath === null;
  const reading = blank ? readBlank(context.settings) : read(base, context);
  const wanted = { ...reading.fields };
  for (const name of POST_FIELD_NAMES) {
    const value = edit.fields[name];
    if (value !== undefined && !isSaid(reading, name)) assignField(wanted, name, value);
  }
  const written = write(base, reading, wanted, context, reading);
  // The blank reading knows no body.
  return written.ok && written.text === null ? { ...written, reading: read(null, context) } : written;
}

/** A text with fields that win over it: a clone's, or what a new post is given besides what its editor said. */
export function reconcileFields(
  base: string | null,
  fields: Partial<PostFields>,
  context: PostContext,
): Reconciled {
  const reading = read(base, context);
  return write(base, reading, { ...reading.fields, ...fields }, context, reading);
}

/**
 * An edit of a stored post, key by key: the side that differs from the stored row wins and the other follows; both
 * differing and disagreeing is refused. An edit of the text becomes the new base; an edit of fields is spliced into the
 * base, so that undoing it gives the original bytes. The text gets the present names of terms that are being renamed, unless
 * it cannot say them: it keeps the former ones then.
 */
export function reconcileEdit(stored: StoredSides, edit: PostEdit, context: PostContext): Reconciled {
  const { renamed, ...unrenamed } = stored;
  const edited = reconcileSides(stored, edit, context);
  return edited.ok || !renamed ? edited : reconcileSides(unrenamed, edit, context);
}

function reconcileSides(stored: StoredSides, edit: PostEdit, context: PostContext): Reconciled {
  const textEdited = edit.text !== undefined && (edit.text ?? '') !== (stored.text ?? '');
  if (textEdited && Object.keys(edit.fields).length > 0) {
    // A form that keeps both sides in agreement sends the text that its fields make: that is no edit of the text.
    const followed = reconcileSides(stored, { fields: edit.fields }, context);
    if (followed.ok && followed.text === edit.text) return followed;
  }
  const base = textEdited ? (edit.text ?? null) : stored.base;
  const text = textEdited ? base : stored.text;
  const reading = read(text, context);
  const said = stored.renamed ? withPresentTerms(reading.fields, stored.renamed) : reading.fields;
  const wanted = { ...said };
  const refusals: Refusal[] = [];
  for (const name of POST_FIELD_NAMES) {
    const value = edit.fields[name];
    if (value === undefined || sameFieldValue(value, stored.fields[name])) continue;
    const saidByText = textEdited && !sameFieldValue(said[name], stored.fields[name]);
    if (saidByText && !sameFieldValue(said[name], value)) refusals.push(disagreement(name));
    else assignField(wanted, name, value);
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return write(base, reading, wanted, context, base === text ? reading : undefined);
}

/**
 * @param reading of the text that the edit started from
 * @param baseReading of the base, where that is the same text
 */
function write(
  base: string | null,
  reading: PostReading,
  wanted: PostFields,
  context: PostContext,
  baseReading?: PostReading,
): Reconciled {
  const changed = POST_FIELD_NAMES.filter((name) => !sameFieldValue(wanted[name], reading.fields[name]));
  if (!reading.readable && changed.length > 0) {
    return { ok: false, refusals: changed.map((name) => unreadable(name, reading)) };
  }
  if (!reading.readable) return { ok: true, base, text: base, reading };
  const written = putFields(base, wanted, context, baseReading);
  if (!written.ok) {
    return {
      ok: false,
      refusals: written.diagnostics.map((diagnostic) => ({
        path: diagnostic.path?.[0] ?? 'frontMatter',
        ...saying('message', problemMessage(diagnostic)),
      })),
    };
  }
  return { ok: true, base, text: written.yaml, reading: written.reading };
}

function read(yaml: string | null, { filePath, body, settings }: PostContext): PostReading {
  return readPost({ yaml, filePath, body }, settings);
}

/** Readings of a post that is nothing yet, by settings: every post of an editor begins with the same one. */
const blankReadings = new WeakMap<Settings, PostReading>();

function readBlank(settings: Settings): PostReading {
  const known = blankReadings.get(settings);
  if (known) return known;
  const reading = readPost({ yaml: null, filePath: null }, settings);
  blankReadings.set(settings, reading);
  return reading;
}

function assignField<Name extends keyof PostFields>(
  fields: PostFields,
  name: Name,
  value: PostFields[Name],
): void {
  fields[name] = value;
}

function isSaid(reading: PostReading, name: keyof PostFields): boolean {
  return (KEYS_OF_FIELD[name] ?? [name]).some((key) => reading.keys.includes(key));
}

function disagreement(name: string): Refusal {
  return {
    path: 'frontMatter',
    ...saying('message', message('post/both-changed', { field: name })),
  };
}

function unreadable(name: string, reading: PostReading): Refusal {
  const problem = reading.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  const why = problem ? problemMessage(problem) : message('post/not-a-map');
  return {
    path: name,
    ...saying('message', message('post/front-matter-unreadable', { field: name, problem: why })),
    ...(problem?.fix ? { fix: problem.fix } : {}),
  };
}
