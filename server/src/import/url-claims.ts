import type { Core } from '@strapi/strapi';
import type { PostFile } from '../../../core/jekyll';
import { message, type Message } from '../../../core/messages';
import { urlKeyOf } from '../hook/derive-post';
import { urlTakenMessage } from '../hook/rejections';
import { findUrlHolder } from '../hook/url-holder';

type Post = Extract<PostFile, { status: 'post' }>;

/**
 * Which URLs the posts of a dry run would take, so that it tells of the second one as the import would; `hasTables`: whether
 * there are tables to look into.
 */
export function urlClaims(strapi: Core.Strapi, { hasTables }: { hasTables: boolean }) {
  const takenBy = new Map<string, string>();

  /**
   * @param documentId the post's document, where it is known.
   * @returns why the post would not be published; null where it would.
   */
  return async (file: Post, locale: string, documentId: string | null): Promise<Message | null> => {
    const { url } = file;
    const urlKey = urlKeyOf(locale, url);
    const short = shortKey(urlKey);
    const other = takenBy.get(short);
    if (other !== undefined) return message('post/url-taken-by-file', { url, file: other });
    takenBy.set(short, file.path);
    const holder = hasTables ? await findUrlHolder(strapi, urlKey, documentId) : null;
    return holder ? urlTakenMessage(url, holder) : null;
  };
}

/** A dry run holds a key of each URL: half of it, as bytes, is a quarter of its size and still meets no other by chance. */
function shortKey(urlKey: string): string {
  return Buffer.from(urlKey, 'hex').toString('latin1', 0, 16);
}
