import { useEffect, useRef } from 'react';
import { isEqual } from 'lodash';
import type { EditSession } from '../../../../core/jekyll';
import type { PostFields } from '../../../../core/post';
import { useGetRelationTermsMutation } from '../../api/editing-api';
import type { PostForm } from '../post-form';
import { relationEdit, relationKey, relationValueOf } from '../relation-value';
import type { OutlookState } from '../use-outlook';
import { withChange } from './with-change';

const RELATIONS = ['categories', 'tags'] as const;

/** What one relation field shows where it and the text agree. */
interface Agreement {
  key: string;
  terms: string[];
}

const UNTOUCHED = relationKey(undefined);

/**
 * Categories and tags of the form and of its front matter: what somebody picks enters the text, and what somebody types is
 * picked. Terms that are not stored yet cannot be picked: the field is left as stored then, and the text counts on saving.
 * @param take writes changed fields into the text.
 */
export function useRelations(
  { documentId, locale, values, onChange, disabled }: PostForm,
  session: EditSession | null,
  { outlook, request }: OutlookState,
  take: (edited: Partial<PostFields>) => void,
): void {
  const [getTerms] = useGetRelationTermsMutation();
  const keys = { categories: relationKey(values.categories), tags: relationKey(values.tags) };
  const agreed = useRef<Record<(typeof RELATIONS)[number], Agreement> | null>(null);
  /** The terms of the stored relations, which untouched fields show. */
  const untouched = useRef({ categories: [] as string[], tags: [] as string[] });

  useEffect(() => {
    if (!session) return;
    const { categories, tags } = session.reading.fields;
    untouched.current = { categories, tags };
    agreed.current = {
      categories: { key: UNTOUCHED, terms: categories },
      tags: { key: UNTOUCHED, terms: tags },
    };
  }, [session?.stored]);

  useEffect(() => {
    const agreement = agreed.current;
    if (!session || !agreement || disabled) return;
    const touched = RELATIONS.filter((name) => agreement[name].key !== keys[name]);
    if (touched.length === 0) return;
    let isCurrent = true;
    const edits = Object.fromEntries(touched.map((name) => [name, relationEdit(values[name])]));
    getTerms({ documentId, locale, ...edits })
      .unwrap()
      .then((terms) => {
        if (!isCurrent) return;
        const edited: Partial<PostFields> = {};
        for (const name of touched) {
          const now = terms[name] ?? [];
          edited[name] = withChange(session.reading.fields[name], agreement[name].terms, now);
          agreement[name] = { key: keys[name], terms: now };
        }
        take(edited);
      })
      // Saving writes the terms into the text as well.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [keys.categories, keys.tags, session]);

  useEffect(() => {
    const agreement = agreed.current;
    if (!session?.reading.readable || !agreement || !outlook || disabled) return;
    if ((request?.frontMatter ?? '') !== (session.text ?? '')) return;
    for (const name of RELATIONS) {
      const wanted = session.reading.fields[name];
      if (agreement[name].key !== keys[name] || isEqual(wanted, agreement[name].terms)) continue;
      const value = relationValueOf(name, outlook[name], outlook.stored[name]);
      const key = relationKey(value);
      agreement[name] = { key, terms: key === UNTOUCHED ? untouched.current[name] : wanted };
      if (key !== keys[name]) onChange(name, value);
    }
  }, [outlook, session]);
}
