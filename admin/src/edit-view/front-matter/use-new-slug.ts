import { useEffect, useRef } from 'react';
import type { PostForm } from '../post-form';
import { useOutlook } from '../use-outlook';

/**
 * Gives a new post a slug while its title is typed: pinyin for Chinese, `-2` where its URL is taken. A slug that somebody
 * typed stays; an emptied one is made anew.
 */
export function useNewSlug(form: PostForm, enabled: boolean): void {
  const { documentId, values, onChange } = form;
  const given = useRef('');
  const slug = values.slug ?? '';
  const follows = documentId === null && (slug === '' || slug === given.current);
  const { outlook, request } = useOutlook(form, follows ? { slugFromTitle: true } : {});

  useEffect(() => {
    if (!enabled || !follows || !outlook || !request?.slugFromTitle) return;
    if ((request.frontMatter ?? '') !== (values.frontMatter ?? '')) return;
    if (outlook.slug === slug || !values.title) return;
    given.current = outlook.slug;
    onChange('slug', outlook.slug);
  }, [outlook, follows, enabled]);
}
