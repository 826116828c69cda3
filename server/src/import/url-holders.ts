import type { Core } from '@strapi/strapi';
import { saying } from '../../../core/messages';
import { tableNames } from '../database/table-names';
import { urlTakenMessage } from '../hook/rejections';
import { findUrlHolders } from '../hook/url-holder';
import { POST_UID } from '../plugin-id';
import type { PreparedPost } from './prepared-post';

/**
 * Decides which posts of a lot get their URLs, in their order, as if each were published alone: a URL that another post
 * has, in the database or before it in the lot, is refused, and one that a post before it left is free.
 */
export async function settleUrls(strapi: Core.Strapi, prepared: PreparedPost[]): Promise<void> {
  const { column } = tableNames(strapi, POST_UID);
  const holders = await findUrlHolders(
    strapi,
    prepared.flatMap(({ published, derived }) =>
      published === 'new' && derived.urlKey ? [derived.urlKey] : [],
    ),
  );
  for (const one of prepared) {
    if (one.published === 'kept') continue;
    const { documentId, derived, stored, reading } = one;
    const { urlKey, url } = derived;
    const holder = one.published === 'new' && urlKey !== null ? holders.get(urlKey) : undefined;
    if (holder && url !== null && holder.documentId !== documentId) {
      one.published = 'kept';
      one.outcome = { outcome: 'invalid', ...saying('reason', urlTakenMessage(url, holder)) };
      continue;
    }
    const left = stored?.published?.[column('urlKey')];
    if (typeof left === 'string') holders.delete(left);
    if (one.published === 'new' && urlKey !== null)
      holders.set(urlKey, { documentId, title: reading.fields.title });
  }
}
