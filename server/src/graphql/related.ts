import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import DataLoader from 'dataloader';
import type * as Nexus from 'nexus';
import type { ListingCursor } from '../listing/listing-cursor';
import { newestPosts } from '../listing/newest-posts';
import { visibleUntil } from '../permissions/due-access';
import { POST_UID } from '../plugin-id';
import { CANDIDATES, relatedPosts, type NewestOf } from '../related';
import { termsOfPosts, type TermsOfPost } from '../terms/terms-of-posts';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { postRow } from './post-rows';
import type { Entity } from './related-rows';
import { spend } from './request-cost';
import { requestLoader } from './request-loader';
import { rowId } from './row-id';

const FIRST = 5;
const MOST = 20;

/** `PressPost.related`: what readers of a post may read next. */
export function related(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const post = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.nonNull.list.nonNull.field('related', {
        type: 'PressPost',
        description:
          'Published posts of the same language that share most tags and categories with it, the newest first among equals; sought among the newest sixty of each.',
        args: { first: nexus.intArg({ default: FIRST, description: `How many at most, 1 to ${MOST}.` }) },
        resolve: (parent, args, context, info) => resolve(parent, args, context, info) as never,
      });
    },
  });
  return {
    types: [post],
    resolversConfig: { 'PressPost.related': { auth: { scope: [`${POST_UID}.find`] } } },
  };

  async function resolve(post: unknown, args: unknown, request: unknown, info: unknown): Promise<Entity[]> {
    const parent = post as Entity;
    const context = request as RequestContext;
    const first = (args as { first?: number | null }).first ?? FIRST;
    spend(context, info, Math.max(first, 1));
    if (first < 1 || first > MOST)
      throw new errors.ValidationError(`first is ${first}; a post has 1 to ${MOST} related ones.`);
    const terms = await termsLoader(context).load(rowId(parent));
    const newestOf = await newestLoader(context);
    // One more, since the published version of a draft is a row of its own.
    const ids = await relatedPosts({ own: [rowId(parent)], terms }, first + 1, newestOf);
    const rows = await Promise.all(ids.map((id) => postRow(strapi, id, context)));
    return rows
      .filter((row) => row !== null)
      .filter(({ documentId }) => documentId !== parent.documentId)
      .slice(0, first);
  }

  function termsLoader(context: object): DataLoader<number, TermsOfPost> {
    return requestLoader(
      context,
      'terms of posts',
      () =>
        new DataLoader<number, TermsOfPost>(async (ids) => {
          const terms = await termsOfPosts(strapi, ids);
          return ids.map((id) => terms.get(id) ?? { categories: [], tags: [] });
        }),
    );
  }

  async function newestLoader(context: RequestContext): Promise<NewestOf> {
    const until = await visibleUntil(strapi, context.state.auth);
    const loader = requestLoader(
      context,
      'newest posts of lists',
      () =>
        new DataLoader<number, ListingCursor[]>(async (lists) => {
          const conditions = { status: 'published' as const, ...(until ? { until: until.getTime() } : {}) };
          const newest = await newestPosts(strapi, lists, conditions, CANDIDATES);
          return lists.map((list) => newest.get(list) ?? []);
        }),
    );
    return (list) => loader.load(list);
  }
}
