/** Keys of front matter without a field of their own that Jekyll's plugins read. */
type Extra = Record<string, unknown> | null;

/** `description`, which jekyll-feed 0.17 shows in the place of the excerpt; null where there is none. */
export function descriptionOf(extra: Extra): string | null {
  const description = extra?.description;
  return typeof description === 'string' && description !== '' ? description : null;
}

/**
 * `last_modified_at`, by which jekyll-feed 0.17 says when the author last changed a post, in milliseconds;
 * null where it is no date. Readers show a post anew that was updated, which an import or a corrected comma is no reason for.
 */
export function lastModifiedOf(extra: Extra): number | null {
  const modified = extra?.last_modified_at;
  const moment = typeof modified === 'string' ? new Date(modified).getTime() : NaN;
  return Number.isNaN(moment) ? null : moment;
}
