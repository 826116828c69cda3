import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { POST_UID } from '../plugin-id';
import type { Entity } from './related-rows';
import { requestLoader } from './request-loader';

/** A post by its row id; one query for all that a request asks for at once. */
export function postRow(strapi: Core.Strapi, id: number, context: object): Promise<Entity | null> {
  const create = () =>
    new DataLoader<number, Entity | null>(async (ids) => {
      const found: unknown = await strapi.db.query(POST_UID).findMany({ where: { id: { $in: [...ids] } } });
      const rows = new Map((found as (Entity & { id: number })[]).map((row) => [row.id, row]));
      return ids.map((one) => rows.get(one) ?? null);
    });
  return requestLoader(context, 'post rows', create).load(id);
}
