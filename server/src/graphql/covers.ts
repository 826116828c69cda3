import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { POST_UID } from '../plugin-id';
import type { ResolverMiddleware, SchemaExtension } from './graphql-plugin';
import { requestLoader } from './request-loader';

/** A file of the media library. */
export interface Cover {
  id: number;
  url: string;
}

/** The cover of a post by its row id; one look-up for all posts of a request, where Strapi makes two for each. */
export function coverOf(strapi: Core.Strapi, id: number, context: object): Promise<Cover | null> {
  const create = () =>
    new DataLoader<number, Cover | null>(async (ids) => {
      const found: unknown = await strapi.db
        .query(POST_UID)
        .findMany({ where: { id: { $in: ids } }, select: ['id'], populate: { cover: true } });
      const covers = new Map(
        (found as { id: number; cover: Cover | null }[]).map((row) => [row.id, row.cover]),
      );
      return ids.map((one) => covers.get(one) ?? null);
    });
  return requestLoader(context, 'covers', create).load(id);
}

/** Answers `cover` of posts by it. Its type shows no private attribute, and asks for no permission. */
export function batchedCovers(strapi: Core.Strapi): SchemaExtension {
  const batch: ResolverMiddleware = (next, parent, args, context, info) => {
    const { id } = (parent ?? {}) as { id?: unknown };
    return typeof id === 'number' ? coverOf(strapi, id, context) : next(parent, args, context, info);
  };
  return { types: [], resolversConfig: { 'PressPost.cover': { middlewares: [batch] } } };
}
