import type { PostFields, PostReading } from '../post';
import { POST_FIELD_NAMES, saysField } from './post-field';
import type { PostContext } from './put-fields';
import { readPost } from './read-post';
import { reconcileEdit, reconcileNew, type Refusal } from './reconcile';

/** A post that is being edited: its front matter and fields agree after each step, as they will when it is saved. */
export interface EditSession {
  /** As stored when the session began. */
  stored: { base: string | null; text: string | null };
  base: string | null;
  text: string | null;
  reading: PostReading;
}

/** The next state, or why the text cannot say what a field was changed to. */
export type EditStep = { ok: true; session: EditSession } | { ok: false; refusals: Refusal[] };

/** Begins to edit a post as it is stored; both null for a new one. */
export function beginEdit(
  { base, text }: { base: string | null; text: string | null },
  context: PostContext,
): EditSession {
  return { stored: { base, text }, base, text, reading: read(text, context) };
}

/** Somebody changed the text: its fields follow. The stored text has the stored base again, so that nothing was edited. */
export function typeText(session: EditSession, text: string | null, context: PostContext): EditSession {
  const { stored } = session;
  const base = (text ?? '') === (stored.text ?? '') ? stored.base : text;
  return { stored, base, text, reading: read(text, context) };
}

/** Somebody changed fields: the text follows, as the hook will write it. */
export function changeFields(
  session: EditSession,
  fields: Partial<PostFields>,
  context: PostContext,
): EditStep {
  const { base, text, reading, stored } = session;
  const isNew = text === null || (text === '' && base === null);
  const next = isNew
    ? reconcileNew({ text: null, fields: { ...reading.fields, ...fields } }, context)
    : reconcileEdit({ base, text, fields: reading.fields }, { fields }, context);
  if (!next.ok) return next;
  return { ok: true, session: { stored, base: next.base, text: next.text, reading: next.reading } };
}

/** The fields of a form that say something else than the text. */
export function editedFields({ reading }: EditSession, form: Partial<PostFields>): Partial<PostFields> {
  const wanted = { ...reading.fields, ...form };
  return pick(wanted, (name) => name in form && !saysField(name, reading.fields, wanted));
}

/** The fields that a step changed, as they are after it; none where the text does not read. */
export function followingFields(before: EditSession, { reading }: EditSession): Partial<PostFields> {
  if (!reading.readable) return {};
  return pick(reading.fields, (name) => !saysField(name, before.reading.fields, reading.fields));
}

function pick(fields: PostFields, isWanted: (name: keyof PostFields) => boolean): Partial<PostFields> {
  return Object.fromEntries(POST_FIELD_NAMES.filter(isWanted).map((name) => [name, fields[name]]));
}

function read(yaml: string | null, { filePath, body, settings }: PostContext): PostReading {
  return readPost({ yaml, filePath, body }, settings);
}
