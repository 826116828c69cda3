import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { versionKey } from './stored-versions';
import type { KnownFile } from './known-files';

/** Relations of posts that a batch writes or that a copy of a row carries. */
const OWN_RELATIONS = ['categories', 'tags', 'cover', 'createdBy', 'updatedBy', 'localizations'];
const MORE_THAN_COLUMNS = ['relation', 'media', 'component', 'dynamiczone'];

interface RelationAttribute {
  type: string;
  target?: string;
  morphColumn?: unknown;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    morphColumn?: { typeColumn: { name: string }; idColumn: { name: string } };
  };
}

/** A table whose rows name rows of posts. */
interface LinkTable {
  table: string;
  /** Column of the post's row id. */
  column: string;
  /** Column and value that mark rows as those of posts, where a table holds links to several types. */
  type?: string;
}

/**
 * Tells of posts with links that only Strapi's Document Service knows how to carry over to a new published version: a cover,
 * and relations that an app has to posts.
 */
export function foreignLinks(strapi: Core.Strapi) {
  const extended = hasUnknownRelations(strapi);
  const tables = linkTables(strapi);

  /** @returns `versionKey` of the posts that have to be stored one by one. */
  return async (posts: readonly KnownFile[]): Promise<Set<string>> => {
    if (extended) return new Set(posts.map(versionKey));
    if (posts.length === 0 || tables.length === 0) return new Set();
    const rows: unknown = await strapi.db.query(POST_UID).findMany({
      where: { documentId: { $in: posts.map(({ documentId }) => documentId) } },
      select: ['id', 'documentId', 'locale'],
    });
    const keys = new Map(
      (rows as (KnownFile & { id: number })[]).map((row) => [row.id, versionKey(row)] as const),
    );
    const linked = new Set<string>();
    for (const { table, column, type } of tables) {
      const found = await readRows<{ post: number }>(strapi, {
        name: `links in ${table}.${column}`,
        table,
        build: (query) => {
          const some = query.select(`${column} as post`).whereIn(column, [...keys.keys()]);
          return type === undefined ? some : some.where(type, POST_UID);
        },
        values: [...keys.keys(), ...(type === undefined ? [] : [POST_UID])],
      });
      for (const { post } of found) linked.add(keys.get(post) ?? '');
    }
    return linked;
  };
}

/** Whether an app gave posts relations or components of its own. */
function hasUnknownRelations(strapi: Core.Strapi): boolean {
  const { attributes } = strapi.contentType(POST_UID);
  return Object.entries(attributes).some(
    ([name, { type }]) => MORE_THAN_COLUMNS.includes(type) && !OWN_RELATIONS.includes(name),
  );
}

function linkTables(strapi: Core.Strapi): LinkTable[] {
  const own = (['categories', 'tags'] as const).map((name) => tableNames(strapi, POST_UID).link(name).table);
  const found = new Map<string, LinkTable>();
  for (const meta of strapi.db.metadata.values()) {
    for (const attribute of Object.values(meta.attributes) as RelationAttribute[]) {
      const { joinTable, target } = attribute;
      if (!joinTable || own.includes(joinTable.name)) continue;
      const { name: table, morphColumn, inverseJoinColumn } = joinTable;
      if (morphColumn) {
        const { idColumn, typeColumn } = morphColumn;
        found.set(table, { table, column: idColumn.name, type: typeColumn.name });
      } else if (target === POST_UID && inverseJoinColumn) {
        found.set(`${table}.${inverseJoinColumn.name}`, { table, column: inverseJoinColumn.name });
      }
    }
  }
  return [...found.values()];
}
