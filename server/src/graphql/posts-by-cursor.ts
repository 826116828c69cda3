import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import { i18nLocales } from '../i18n-locales';
import { askedPage, LARGEST_PAGE, PAGE, type PageArgs } from '../listing/asked-page';
import { askedPosts, type AskedPosts, type PostArgs } from '../listing/asked-posts';
import type { ListingPage } from '../listing/listing-page';
import { requireDraftAccess } from '../permissions/draft-access';
import { POST_UID } from '../plugin-id';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { spend } from './request-cost';

/** Names of the types that are defined here. */
export const CURSOR_TYPE_NAMES = ['PressPostEdge', 'PressPostConnection', 'PressPageInfo'] as const;

type Arguments = PostArgs & PageArgs;

interface Edge {
  cursor: string;
  node: unknown;
}

interface Connection {
  page: ListingPage;
  edges: Edge[];
  posts: AskedPosts;
}

/** `pressPostsByCursor`: posts from the newest to the oldest, page by page, the same way on page 1,000 as on page 1. */
export function postsByCursor(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const { arg, booleanArg, intArg, stringArg } = nexus;
  const pageInfo = nexus.objectType({
    name: 'PressPageInfo',
    description: 'Where a page stands, as the GraphQL Cursor Connections Specification has it.',
    definition(t) {
      t.nonNull.boolean('hasNextPage', { description: 'Whether older posts follow.' });
      t.nonNull.boolean('hasPreviousPage', { description: 'Whether newer posts come before.' });
      t.string('startCursor', { description: "The first post's cursor; null on an empty page." });
      t.string('endCursor', { description: "The last post's cursor; null on an empty page." });
    },
  });
  const edge = nexus.objectType({
    name: 'PressPostEdge',
    description: 'A post with its place in the list.',
    definition(t) {
      t.nonNull.string('cursor', { description: 'Goes into `after` or `before`; read nothing in it.' });
      t.nonNull.field('node', { type: 'PressPost', description: 'The post.' });
    },
  });
  const connection = nexus.objectType({
    name: 'PressPostConnection',
    description: 'A page of posts, from the newest to the oldest.',
    definition(t) {
      t.nonNull.list.nonNull.field('edges', {
        type: 'PressPostEdge',
        description: 'The posts with their cursors.',
      });
      t.nonNull.list.nonNull.field('nodes', {
        type: 'PressPost',
        description: 'The posts.',
        resolve: (parent) => asConnection(parent).edges.map(({ node }) => node) as never,
      });
      t.nonNull.field('pageInfo', {
        type: 'PressPageInfo',
        description: 'Where the page stands.',
        resolve(parent) {
          const { hasNextPage, hasPreviousPage, cursors } = asConnection(parent).page;
          const [startCursor = null] = cursors;
          return { hasNextPage, hasPreviousPage, startCursor, endCursor: cursors.at(-1) ?? null };
        },
      });
      t.nonNull.int('totalCount', {
        description: 'How many posts there are on all pages together. Counted only where it is asked for.',
        resolve: (parent) => asConnection(parent).posts.count(),
      });
    },
  });
  const query = nexus.extendType({
    type: 'Query',
    definition(t) {
      t.nonNull.field('pressPostsByCursor', {
        type: 'PressPostConnection',
        description:
          'Posts from the newest to the oldest, of equal dates the one written last first. The list stays as it is while posts are added. Posts dated ahead are left out, unless the setting `future` is on.',
        args: {
          first: intArg({
            description: `How many posts, from the newest on; 1 to ${LARGEST_PAGE}, else ${PAGE}.`,
          }),
          after: stringArg({ description: 'Only posts after this cursor, with `first`.' }),
          last: intArg({ description: `How many posts, from the oldest on; 1 to ${LARGEST_PAGE}.` }),
          before: stringArg({ description: 'Only posts before this cursor, with `last`.' }),
          category: stringArg({ description: 'Slug of a category that the posts have.' }),
          includeChildren: booleanArg({ description: 'Posts of the categories below it too.' }),
          tag: stringArg({ description: 'Slug of a tag that the posts have.' }),
          year: intArg({ description: "A year in the site's time zone." }),
          month: intArg({ description: 'A month of that year, 1 to 12.' }),
          day: intArg({ description: 'A day of that month, from 1 on.' }),
          author: stringArg({ description: 'The author, as the posts have it.' }),
          status: arg({
            type: 'PublicationStatus',
            default: 'published',
            description: 'Drafts are shown to API tokens and to callers who may update posts.',
          }),
          locale: arg({ type: 'I18NLocaleCode', description: 'The default locale where absent.' }),
        },
        resolve(_parent, args, context, info) {
          const { first, last } = args as Arguments;
          // A wrong size is refused by name.
          spend(context as object, info, Math.max(last ?? first ?? PAGE, 1));
          return resolve(args as Arguments, asRequest(context)) as never;
        },
      });
    },
  });
  return {
    types: [pageInfo, edge, connection, query],
    resolversConfig: { 'Query.pressPostsByCursor': { auth: { scope: [`${POST_UID}.find`] } } },
  };

  async function resolve(args: Arguments, { state }: RequestContext): Promise<Connection> {
    await requireDraftAccess(strapi, args.status, state.auth);
    const locale = args.locale ?? (await i18nLocales(strapi).getDefaultLocale());
    const posts = await askedPosts(strapi, { ...args, locale });
    const page = await posts.page(askedPage(args));
    const found: unknown = await strapi.db.query(POST_UID).findMany({ where: { id: { $in: page.ids } } });
    const rows = new Map((found as { id: number }[]).map((row) => [row.id, row]));
    const edges = page.ids.flatMap((id, index) => {
      const node = rows.get(id);
      return node ? [{ cursor: page.cursors[index], node }] : [];
    });
    return { page, edges, posts };
  }
}

function asConnection(parent: unknown): Connection {
  return parent as Connection;
}

function asRequest(context: unknown): RequestContext {
  return context as RequestContext;
}
