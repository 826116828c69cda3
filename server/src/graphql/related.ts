import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import DataLoader from 'dataloader';
import type * as Nexus from 'nexus';
import type { ListingCursor } from '../listing/listing-cursor';
import { visibleUntil } from '../permissions/due-access';
import { POST_UID } from '../plugin-id';
import { newestOfTerm, relatedPosts, type NewestOf } from '../related';
import type { TermKind } from '../terms/term-kind';
import { termsOfPosts, type TermsOfPost } from '../terms/terms-of-posts';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { requestLoader } from './request-loader';
import { rowId } from './row-id';

const FIRST = 5;
const MOST = 20;

type Row = Record<string, unknown> & { id: number; documentId: string };

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
        resolve: (parent, { first }, context) =>
          resolve(
            parent as unknown as Row,
            (first as number | null | undefined) ?? FIRST,
            context as unknown as RequestContext,
          ) as never,
      });
    },
  });
  return {
    types: [post],
    resolversConfig: { 'PressPost.related': { auth: { scope: [`${POST_UID}.find`] } } },
  };

  async function resolve(parent: Row, first: number, context: RequestContext): Promise<Row[]> {
    if (first < 1 || first > MOST)
      throw new errors.ValidationError(`first is ${first}; a post has 1 to ${MOST} related ones.`);
    const terms = await termsLoader(context).load(rowId(parent));
    const newestOf = await newestLoader(context);
    // One more, since the published version of a draft is a row of its own.
    const ids = await relatedPosts({ own: [rowId(parent)], terms }, first + 1, newestOf);
    const rows = await rowLoader(context).loadMany(ids);
    return rows
      .flatMap((row) => (row instanceof Error || row === null ? [] : row))
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
      'newest posts of terms',
      () =>
        new DataLoader<string, ListingCursor[]>((keys) =>
          Promise.all(
            keys.map((key) => {
              const [kind, term] = key.split(' ');
              return newestOfTerm(strapi, kind as TermKind, Number(term), until?.getTime());
            }),
          ),
        ),
    );
    return (kind, term) => loader.load(`${kind} ${term}`);
  }

  function rowLoader(context: object): DataLoader<number, Row | null> {
    return requestLoader(
      context,
      'rows of posts',
      () =>
        new DataLoader<number, Row | null>(async (ids) => {
          const found: unknown = await strapi.db.query(POST_UID).findMany({ where: { id: { $in: ids } } });
          const rows = new Map((found as Row[]).map((row) => [row.id, row]));
          return ids.map((id) => rows.get(id) ?? null);
        }),
    );
  }
}
