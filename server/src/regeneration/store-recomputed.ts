import type { Core } from '@strapi/strapi';
import { groupBy } from 'lodash';
import { columnValue } from '../database/column-value';
import { tableNames } from '../database/table-names';
import { updateRow } from '../database/update-row';
import { updateRows } from '../database/update-rows';
import { urlTakenError } from '../hook/rejections';
import type { StoredPost } from '../hook/stored-post';
import { findUrlHolder } from '../hook/url-holder';
import { POST_UID } from '../plugin-id';
import { followMoves, placeOf } from '../redirects/url-move';
import type { Recomputed } from './recompute-post';

/** Writes the columns that differ, without hooks and without touching `updatedAt`; a taken URL is refused by name. */
export async function storeRecomputed(
  strapi: Core.Strapi,
  stored: StoredPost,
  { changes, derived }: Recomputed,
): Promise<void> {
  if (derived.urlKey && derived.url && derived.url !== stored.url) {
    const holder = await findUrlHolder(strapi, derived.urlKey, stored.documentId);
    if (holder) throw urlTakenError(derived.url, holder);
  }
  await updateRow(strapi, POST_UID, stored.id, changes);
  if (!stored.publishedAt || !mayMove(changes)) return;
  const { documentId, locale, url } = stored;
  const before = placeOf(url, (stored as { extra?: unknown }).extra);
  await followMoves(strapi, [{ documentId, locale, before, after: placeOf(derived.url, derived.extra) }]);
}

/** Whether a post with these changes may be found elsewhere: such a row is stored alone. */
export function mayMove(changes: Record<string, unknown>): boolean {
  return 'url' in changes || 'urlKey' in changes || 'extra' in changes;
}

/** Stores rows whose readers find them where they were, those with changes of the same columns together. */
export async function storeUnmoved(
  strapi: Core.Strapi,
  rows: readonly { id: number; changes: Record<string, unknown> }[],
): Promise<void> {
  const { table, column } = tableNames(strapi, POST_UID);
  const { attributes } = strapi.db.metadata.get(POST_UID);
  const alike = groupBy(rows, ({ changes }) => Object.keys(changes).sort().join());
  for (const group of Object.values(alike)) {
    const names = Object.keys(group[0].changes);
    await updateRows(strapi, {
      table,
      columns: names.map((name) => column(name)),
      rows: group.map(({ id, changes }) => ({
        id,
        values: names.map((name) => columnValue(attributes[name].type, changes[name])),
      })),
    });
  }
}
