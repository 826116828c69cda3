import { factories } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import { guardDrafts } from './guard-drafts';

const reading = { middlewares: [guardDrafts] };

/** REST under `/api/press`: Strapi's core routes of our types. Nothing is public until an administrator grants it. */
export const routes = {
  posts: factories.createCoreRouter(POST_UID, { config: { find: reading, findOne: reading } }),
  categories: factories.createCoreRouter(CATEGORY_UID),
  tags: factories.createCoreRouter(TAG_UID),
};
