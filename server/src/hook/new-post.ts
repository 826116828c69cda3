import type { Core } from '@strapi/strapi';
import { postUrl, reconcileFields, type Reconciled, type PostContext } from '../../../core/jekyll';
import { slugFromText } from '../../../core/links';
import type { PostFields } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { POST_UID } from '../plugin-id';
import { firstFree } from '../terms/first-free';

type Agreed = Extract<Reconciled, { ok: true }>;

interface SlugContext {
  settings: Settings;
  locale: string | null;
  documentId: string | null;
}

type NewPostContext = SlugContext & PostContext & { cloned: boolean };

/**
 * Gives a post that came from no file what a file name would say: a slug from its title (a clone: from the original's
 * slug), `-2` when its URL is taken, and the present time as its date.
 */
export async function completeNewPost(
  strapi: Core.Strapi,
  first: Agreed,
  context: NewPostContext,
): Promise<Reconciled> {
  const { fields, keys, readable } = first.reading;
  if (!readable) return first;
  const added: Partial<PostFields> = {};
  if (fields.date === null && !keys.includes('date')) added.date = new Date().toISOString();
  if (context.cloned || fields.slug === '') {
    const slug = await freeSlug(strapi, { ...fields, ...added }, context);
    if (slug !== fields.slug) added.slug = slug;
  }
  if (Object.keys(added).length === 0) return first;
  return reconcileFields(first.base, { ...fields, ...added }, context);
}

/** A slug for the post whose URL no other document has in this locale; '' where it has neither slug nor title. */
export async function freeSlug(
  strapi: Core.Strapi,
  fields: PostFields,
  { settings, locale, documentId }: SlugContext,
): Promise<string> {
  const wanted = fields.slug || slugFromText(fields.title, settings.slug);
  if (wanted === '') return '';
  return firstFree(wanted, async (slug) => {
    const { url } = postUrl({ ...fields, slug }, null, settings);
    const others = documentId ? { documentId: { $ne: documentId } } : {};
    const taken = await strapi.db.query(POST_UID).count({ where: { url, locale, ...others } });
    return taken > 0;
  });
}
