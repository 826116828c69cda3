import type { Core } from '@strapi/strapi';
import { isEqual, pickBy } from 'lodash';
import { postLinks, type PostLinksInput } from '../../../core/links';
import { lockRows } from '../database/lock-rows';
import { recordPublicChange } from '../events/posts-changed';
import { loadLinkedRows } from '../hook/linked-rows';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { RegeneratedRows } from './regenerate-rows';
import { storeUnmoved } from './store-recomputed';

interface Links {
  shareLinks: unknown;
  backLinks: unknown;
}

/**
 * Recomputes the links of rows by their ids, in one transaction, or in the running one: all that a category's name, slug,
 * parent, label or share URL has a part in. Like `regenerateRows`, at a fraction of its cost.
 */
export async function regenerateLinks(
  strapi: Core.Strapi,
  ids: readonly number[],
  { cause, strict = false }: { cause: string; strict?: boolean },
): Promise<RegeneratedRows> {
  return strapi.db.transaction(async () => {
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const free = strict ? [...ids] : await lockRows(strapi, ids);
    const rows = await loadLinkedRows(strapi, free);
    const changed: { id: number; changes: Record<string, unknown> }[] = [];
    const urls = new Set<string>();
    const categoryIds = new Set<string>();
    let twin: { input: PostLinksInput; links: Links } | undefined;
    for (const { row, input } of rows) {
      const links: Links = twin && isEqual(twin.input, input) ? twin.links : postLinks(input, settings);
      twin = { input, links };
      const changes = pickBy({ ...links }, (value, name) => !isEqual(value, row[name as keyof Links]));
      if (Object.keys(changes).length === 0) continue;
      changed.push({ id: row.id, changes });
      if (!row.publishedAt) continue;
      if (row.url) urls.add(row.url);
      for (const { documentId } of input.categories) if (documentId) categoryIds.add(documentId);
    }
    await storeUnmoved(strapi, changed);
    await recordPublicChange(strapi, { urls: [...urls], categories: [...categoryIds] }, cause);
    const locked = new Set(free);
    return {
      checked: rows.length,
      changed: changed.length,
      conflicts: [],
      busy: ids.filter((id) => !locked.has(id)),
    };
  });
}
