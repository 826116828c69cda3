import { excerptOf } from './excerpt';

/** What a post's excerpt is made of. */
export interface ExcerptSource {
  /** What the front matter says; null where the excerpt is generated. */
  excerpt: string | null;
  body: string;
  /** Keys without a field of their own, `excerpt_separator` among them. */
  extra: Record<string, unknown> | null;
}

/**
 * The excerpt of a post, raw: the front matter's, else the body up to the post's or the site's separator; '' where that
 * is empty.
 * Source: Jekyll 4.3, `Document#generate_excerpt`.
 */
export function postExcerpt(
  { excerpt, body, extra }: ExcerptSource,
  { excerptSeparator }: { excerptSeparator: string },
): string {
  if (excerpt !== null) return excerpt;
  const own = extra?.excerpt_separator;
  const separator = typeof own === 'string' || typeof own === 'number' ? String(own) : excerptSeparator;
  return separator === '' ? '' : excerptOf(body, separator);
}
