import { factories } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';

/** REST under `/api/press`: Strapi's core routes of our types. Nothing is public until an administrator grants it. */
export const routes = {
  posts: factories.createCoreRouter(POST_UID),
  categories: factories.createCoreRouter(CATEGORY_UID),
  tags: factories.createCoreRouter(TAG_UID),
};
