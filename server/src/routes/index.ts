import { factories, type Core } from '@strapi/strapi';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import { adminRoutes } from './admin';
import { feedRoutes } from './feeds';
import { guardDrafts } from './guard-drafts';
import { guardDue } from './guard-due';
import { ingestRoutes } from './ingest';
import { readingRoutes } from './reading';

/**
 * REST under `/api/press`: Strapi's core routes of our types, of which nothing is public until an administrator grants it;
 * and what the admin asks, under `/press`.
 */
export const routes = {
  admin: adminRoutes,
  // Before the core routes, whose `:id` would take them.
  reading: readingRoutes,
  feeds: feedRoutes,
  ingest: ingestRoutes,
  posts: ({ strapi }: { strapi: Core.Strapi }) =>
    factories.createCoreRouter(POST_UID, {
      // Strapi writes each route's scope into its config, so that two routes must not share one.
      config: {
        find: { middlewares: [guardDrafts(strapi), guardDue(strapi, 'filters')] },
        findOne: { middlewares: [guardDrafts(strapi), guardDue(strapi, 'filters')] },
      },
    }),
  categories: factories.createCoreRouter(CATEGORY_UID),
  tags: factories.createCoreRouter(TAG_UID),
};
