import { errors } from '@strapi/utils';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import type { GraphqlPlugin, ResolverMiddleware } from './graphql-plugin';
import { spend } from './request-cost';

/** Strapi's own lists of our types. */
const LISTS: Record<string, string> = {
  pressPosts: POST_UID,
  pressPosts_connection: POST_UID,
  pressCategories: CATEGORY_UID,
  pressCategories_connection: CATEGORY_UID,
  pressTags: TAG_UID,
  pressTags_connection: TAG_UID,
};

/**
 * Counts the rows that Strapi's lists of our types may give as those of our own fields, and refuses lists without a limit:
 * where the app's config has no `maxLimit`, they read whole tables, which takes the server down with hundreds of thousands of
 * posts.
 * @returns a middleware of a query by its name.
 */
export function listGuard(plugin: GraphqlPlugin, query: string): ResolverMiddleware {
  return (next, parent, args, context, info) => {
    const { limit } = plugin.queryOf(LISTS[query], args);
    if (limit < 0)
      throw new errors.ValidationError(
        `${query} has no limit; ask for so many that you can use, such as pagination: { limit: 100 }, and page on. Posts come fastest by pressPostsByCursor.`,
      );
    spend(context, info, limit);
    return next(parent, args, context, info);
  };
}
