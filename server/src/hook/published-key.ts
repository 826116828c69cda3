import { removeKey, setKey, type WriteResult } from '../../../core/front-matter';
import { putFields, readPost, type Reconciled, type PostContext } from '../../../core/jekyll';
import type { PostFields, PostReading } from '../../../core/post';

type Agreed = Extract<Reconciled, { ok: true }>;

/** The two texts of a post that writing starts from and ends with. */
export interface PostTexts {
  base: string | null;
  text: string | null;
}

/**
 * The texts of a post that is being published: without `published: false` (a `published: true` stays), and with the present time where the post has
 * no date (DESIGN: section 5, Status). A text that does not read is left alone; publishing refuses it.
 */
export function textForPublishing(texts: PostTexts, context: PostContext): Agreed {
  const published = rebase(texts, context, (yaml, { unpublished }) =>
    unpublished ? removeKey(yaml, 'published') : { ok: true, yaml },
  );
  const { reading } = published;
  if (!reading.readable || reading.fields.date !== null || reading.keys.includes('date')) return published;
  const dated = { ...reading.fields, date: new Date().toISOString() };
  return rewritten(published, dated, context);
}

/** The texts of a draft whose published version was taken back: they say `published: false`. */
export function textForUnpublishing(texts: PostTexts, context: PostContext): PostTexts {
  const base = texts.base ?? texts.text ?? '';
  return rebase({ ...texts, base }, context, (yaml) => setKey(yaml, 'published', false));
}

/** Changes the base where the text does not say yet what is wanted, and writes the post's fields into it anew. */
function rebase(
  texts: PostTexts,
  context: PostContext,
  change: (yaml: string, reading: PostReading) => WriteResult,
): Agreed {
  const reading = readPost({ ...context, yaml: texts.text }, context.settings);
  const agreed: Agreed = { ok: true, ...texts, reading };
  if (texts.base === null || !reading.readable) return agreed;
  const changed = change(texts.base, reading);
  if (!changed.ok || changed.yaml === texts.base) return agreed;
  return rewritten({ ...agreed, base: changed.yaml }, reading.fields, context);
}

function rewritten(agreed: Agreed, fields: PostFields, context: PostContext): Agreed {
  const written = putFields(agreed.base, fields, context);
  if (!written.ok) return agreed;
  return { ok: true, base: agreed.base, text: written.yaml, reading: written.reading };
}
