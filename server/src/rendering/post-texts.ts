import type { Core } from '@strapi/strapi';
import type { Diagnostic } from '../../../core/diagnostics';
import { entityOfRow } from '../database/entity-of-row';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';

/** What of a post's row its texts are made of, attributes that no answer shows among them. */
export interface PostText {
  id: number;
  locale: string | null;
  url: string | null;
  body: string | null;
  excerpt: string | null;
  extra: Record<string, unknown> | null;
  filePath: string | null;
  frontMatter: string | null;
  diagnostics: Diagnostic[] | null;
}

const COLUMNS = ['locale', 'url', 'body', 'excerpt', 'extra', 'filePath', 'frontMatter', 'diagnostics'];

/** The texts of posts by row id, with one query. */
export async function loadPostTexts(
  strapi: Core.Strapi,
  ids: readonly number[],
): Promise<Map<number, PostText>> {
  const { table, column } = tableNames(strapi, POST_UID);
  const rows = await readRows<Record<string, unknown>>(strapi, {
    name: 'texts of posts',
    table,
    build: (query) => query.select('id', ...COLUMNS.map(column)).whereIn('id', ids),
    values: ids,
  });
  const texts = rows.map((row) => entityOfRow(strapi, POST_UID, row) as unknown as PostText);
  return new Map(texts.map((text) => [text.id, text]));
}
