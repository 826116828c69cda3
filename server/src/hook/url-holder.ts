import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';

export interface UrlHolder {
  title: string | null;
  documentId: string;
}

/** The published post of another document that has a URL; null where it is free. */
export async function findUrlHolder(
  strapi: Core.Strapi,
  urlKey: string,
  documentId: string | null,
): Promise<UrlHolder | null> {
  const { table, column } = tableNames(strapi, POST_UID);
  const [holder] = await readRows<UrlHolder>(strapi, {
    name: 'post at a URL',
    table,
    build: (query) =>
      query.select('title', `${column('documentId')} as documentId`).where(column('urlKey'), urlKey),
    values: [urlKey],
  });
  return holder && holder.documentId !== documentId ? holder : null;
}

/** The published posts that have some URLs, by key; one query. */
export async function findUrlHolders(strapi: Core.Strapi, keys: string[]): Promise<Map<string, UrlHolder>> {
  if (keys.length === 0) return new Map();
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { urlKey: { $in: keys } }, select: ['urlKey', 'documentId', 'title'] });
  return new Map(
    (rows as (UrlHolder & { urlKey: string })[]).map(({ urlKey, ...holder }) => [urlKey, holder]),
  );
}
