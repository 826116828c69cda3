import type { Core } from '@strapi/strapi';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';

/** How many categories and tags there are, in all locales. */
export async function countTerms(strapi: Core.Strapi): Promise<{ categories: number; tags: number }> {
  return {
    categories: await strapi.db.query(CATEGORY_UID).count({}),
    tags: await strapi.db.query(TAG_UID).count({}),
  };
}
