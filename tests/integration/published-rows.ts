import type { Core } from '@strapi/strapi';
import { insertRows } from '../../server/src/database/insert-rows';
import { tableNames } from '../../server/src/database/table-names';
import { POST_UID } from '../../server/src/plugin-id';

const ATTRIBUTES = [
  ...[
    'documentId',
    'locale',
    'title',
    'slug',
    'url',
    'urlKey',
    'date',
    'publishedAt',
    'createdAt',
    'updatedAt',
  ],
];

/** Writes the published rows of many posts, past everything that keeps a post: for what only counts or lists them. */
export async function insertPublishedRows(
  strapi: Core.Strapi,
  count: number,
  { date, prefix = 'post' }: { date: Date; prefix?: string },
): Promise<void> {
  const { table, column } = tableNames(strapi, POST_UID);
  const past = new Date('2022-01-01T00:00:00Z');
  const rows = Array.from({ length: count }, (_, index) => {
    const name = `${prefix}-${index}`;
    return [name, 'en', name, name, `/${name}.html`, `key ${name}`, date, past, past, past];
  });
  await strapi.db.transaction(() => insertRows(strapi, { table, columns: ATTRIBUTES.map(column), rows }));
}

/** Takes all rows of posts away, those among them that are no whole documents. */
export async function deleteRows(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(POST_UID).deleteMany({ where: {} });
}
