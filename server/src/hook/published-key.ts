import { removeKey, setKey } from '../../../core/front-matter';
import { putFields, readPost, type Reconciled, type ReconcileContext } from '../../../core/jekyll';

/** The two texts of a post that writing starts from and ends with. */
export interface PostTexts {
  base: string | null;
  text: string | null;
}

/**
 * The texts of a post that is being published: without `published: false`, and with the present time where the post has
 * no date (DESIGN: section 5, Status). A text that does not read is left alone; publishing refuses it.
 */
export function textForPublishing(
  texts: PostTexts,
  context: ReconcileContext,
): Extract<Reconciled, { ok: true }> {
  let { base, text } = texts;
  let reading = readPost({ ...context, yaml: text }, context.settings);
  if (reading.unpublished) {
    base = withoutPublished(base);
    text = withoutPublished(text);
    reading = readPost({ ...context, yaml: text }, context.settings);
  }
  if (reading.readable && reading.fields.date === null && !reading.keys.includes('date')) {
    const wanted = { ...reading.fields, date: new Date().toISOString() };
    const written = putFields(base, wanted, context);
    if (written.ok) {
      text = written.yaml;
      reading = readPost({ ...context, yaml: text }, context.settings);
    }
  }
  return { ok: true, base, text, reading };
}

/** The texts of a draft whose published version was taken back: they say `published: false`. */
export function textForUnpublishing({ base, text }: PostTexts): PostTexts {
  return { base: withPublishedFalse(base), text: withPublishedFalse(text) };
}

function withoutPublished(yaml: string | null): string | null {
  if (yaml === null) return null;
  const removed = removeKey(yaml, 'published');
  return removed.ok ? removed.yaml : yaml;
}

function withPublishedFalse(yaml: string | null): string | null {
  const written = setKey(yaml ?? '', 'published', false);
  return written.ok ? written.yaml : yaml;
}
