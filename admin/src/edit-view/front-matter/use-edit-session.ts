import { useEffect, useRef, useState } from 'react';
import { pickBy } from 'lodash';
import {
  beginEdit,
  changeFields,
  editedFields,
  followingFields,
  typeText,
  type EditSession,
  type Refusal,
} from '../../../../core/jekyll';
import type { PostFields } from '../../../../core/post';
import { settingsOf, useGetEditingSettingsQuery, useGetStoredTextQuery } from '../../api/editing-api';
import { fieldsOfForm, type PostForm } from '../post-form';
import type { OutlookState } from '../use-outlook';
import { useRelations } from './use-relations';

export interface EditSessionState {
  session: EditSession | null;
  /** Why the text cannot say what a field was changed to. */
  refusals: Refusal[];
}

/**
 * Keeps the front matter and the fields of the form in agreement while somebody edits either, as the hook would on saving:
 * plain fields at once, in the browser; categories and tags through the server, which knows the terms of entries.
 */
export function useEditSession(form: PostForm, outlook: OutlookState): EditSessionState {
  const { documentId, locale, values, initialValues, onChange, disabled } = form;
  const { data: settings } = useGetEditingSettingsQuery();
  const { data: stored, isFetching } = useGetStoredTextQuery(
    { documentId: documentId ?? '', locale },
    { skip: documentId === null },
  );
  const [session, setSession] = useState<EditSession | null>(null);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const begun = useRef<unknown>(null);
  /** The form hands on its values later than React its states, so that the session of the moment is kept beside. */
  const current = useRef<EditSession | null>(null);
  /** The form when it was last looked at: only what somebody changed since then is an edit. */
  const seen = useRef({ fields: fieldsOfForm(initialValues), text: initialValues.frontMatter ?? '' });
  /** Texts that were written into the form and have not come back from it yet. */
  const sent = useRef<string[]>([]);
  const isReady = settings !== undefined && (documentId === null || (stored !== undefined && !isFetching));
  const context =
    settings === undefined
      ? null
      : { filePath: stored?.filePath ?? null, settings: settingsOf(settings), body: values.body ?? '' };

  function go(next: EditSession): void {
    current.current = next;
    setSession(next);
    setRefusals([]);
  }

  useEffect(() => {
    const origin = documentId === null ? settings : stored;
    if (!isReady || !context || begun.current === origin) return;
    begun.current = origin;
    seen.current = { fields: fieldsOfForm(initialValues), text: initialValues.frontMatter ?? '' };
    go(beginEdit({ base: stored?.base ?? null, text: stored?.text ?? null }, context));
  });

  useEffect(() => {
    const before = current.current;
    if (!before || !context || disabled) return;
    const fields = fieldsOfForm(values);
    const text = values.frontMatter ?? '';
    const touched = changedFields(seen.current.fields, fields);
    const isTyped = text !== seen.current.text && text !== (before.text ?? '') && !isEcho(text);
    seen.current = { fields, text };
    if (isTyped) follow(before, typeText(before, text, context), fields);
    else take(editedFields(before, touched));
  }, [session, values, disabled]);

  function isEcho(text: string): boolean {
    const place = sent.current.indexOf(text);
    if (place >= 0) sent.current.splice(0, place + 1);
    return place >= 0;
  }

  /** Somebody typed: the fields of the form say what the text says. */
  function follow(before: EditSession, next: EditSession, fields: FormFields): void {
    const followers = Object.keys(editedFields(next, fields));
    for (const name of Object.keys(followingFields(before, next)) as (keyof FormFields)[])
      if (followers.includes(name)) onChange(name, next.reading.fields[name] ?? undefined);
    go(next);
  }

  /** Somebody changed fields: the text says what they say. */
  function take(edited: Partial<PostFields>): void {
    if (!current.current || !context || Object.keys(edited).length === 0) return;
    const step = changeFields(current.current, edited, context);
    if (!step.ok) {
      setRefusals(step.refusals);
      return;
    }
    const text = step.session.text ?? '';
    if (text !== (current.current.text ?? '')) {
      sent.current.push(text);
      onChange('frontMatter', text);
    }
    go(step.session);
  }

  useRelations(form, session, outlook, take);
  return { session, refusals };
}

type FormFields = ReturnType<typeof fieldsOfForm>;

function changedFields(before: FormFields, after: FormFields): Partial<FormFields> {
  return pickBy(after, (value, name) => value !== before[name as keyof FormFields]);
}
