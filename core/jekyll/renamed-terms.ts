import { uniq } from 'lodash';
import type { PostFields } from '../post';
import { sameFieldValue } from './post-field';
import { putFields, type PostContext } from './put-fields';
import { readPost } from './read-post';

/** Former terms that the text of a post may still have, each with what it is now. */
export type RenamedTerms = Record<'categories' | 'tags', ReadonlyMap<string, string>>;

/** The fields with the present terms in the places of the former ones. */
export function withPresentTerms(fields: PostFields, renamed: RenamedTerms): PostFields {
  const present = (name: keyof RenamedTerms): string[] =>
    uniq(fields[name].map((term) => renamed[name].get(term) ?? term));
  return { ...fields, categories: present('categories'), tags: present('tags') };
}

interface Texts {
  /** What writing starts from. */
  base: string | null;
  text: string | null;
}

/** The texts of a post with the present terms; as they are where they have no former one, or cannot say the present. */
export function followRenames(texts: Texts, renamed: RenamedTerms, context: PostContext): Texts {
  const { fields, readable } = readPost({ ...context, yaml: texts.text }, context.settings);
  const present = withPresentTerms(fields, renamed);
  if (!readable || sameTerms(fields, present)) return texts;
  const written = putFields(texts.base, present, context);
  return written.ok ? { base: texts.base, text: written.yaml } : texts;
}

function sameTerms(one: PostFields, other: PostFields): boolean {
  return (['categories', 'tags'] as const).every((name) => sameFieldValue(one[name], other[name]));
}
