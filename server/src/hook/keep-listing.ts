import type { Core } from '@strapi/strapi';
import { isEqual } from 'lodash';
import { listPosts, relistPosts, type ListedPost } from '../listing/listing-writer';
import type { LifecycleEvent } from './lifecycle-event';
import { toInstant } from './stored-post';
import type { WriteFrame } from './write-frame';

/** What a write makes of a post's lists, noted before it and done after it, when the row has its id. */
interface NotedListing {
  post: Omit<ListedPost, 'id'>;
  timezone: string;
  isNew: boolean;
}

/** What the lists of a post depend on, after a write. */
interface Listed {
  date: string | null;
  categoryIds: number[];
  tagIds: number[];
}

/** Notes before a write what it will change in the post's lists; nothing where terms and date stay. */
export function noteListing(
  event: LifecycleEvent,
  { stored, locale, published, settings }: WriteFrame,
  { date, categoryIds, tagIds }: Listed,
): void {
  if (stored && toInstant(stored.date) === date) {
    const before = [stored.categories, stored.tags].map((terms) => terms.map(({ id }) => id).sort());
    if (isEqual(before, [[...categoryIds].sort(), [...tagIds].sort()])) return;
  }
  event.state.listing = {
    post: { locale, published, date, categories: categoryIds, tags: tagIds },
    timezone: settings.site.timezone,
    isNew: !stored,
  } satisfies NotedListing;
}

/** Changes the post's lists in the transaction of the write. */
export async function keepListing(strapi: Core.Strapi, event: LifecycleEvent): Promise<void> {
  const noted = event.state.listing as NotedListing | undefined;
  const id = Number(event.result?.id);
  if (!noted || !Number.isInteger(id)) return;
  const post = { ...noted.post, id };
  if (noted.isNew) await listPosts(strapi, [post], noted.timezone);
  else await relistPosts(strapi, [post], noted.timezone);
}
