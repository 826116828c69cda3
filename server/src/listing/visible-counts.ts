import type { Core } from '@strapi/strapi';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { TermKind } from '../terms/term-kind';
import type { ListingService } from './listing-service';
import type { ListedStatus } from './listing-tables';

/** How many posts each of some terms has that readers see, in their order; published posts dated ahead as `future` says. */
export async function visibleCounts(
  strapi: Core.Strapi,
  kind: TermKind,
  ids: readonly number[],
  status: ListedStatus,
): Promise<number[]> {
  const listing = pressService<ListingService>(strapi, 'listing');
  const { future } = await pressService<SettingsService>(strapi, 'settings').get();
  const all = await listing.counts(kind, ids, status);
  const ahead =
    future || status === 'draft' ? new Map<number, number>() : await listing.countsAhead(kind, ids);
  return ids.map((id) => (all.get(id) ?? 0) - (ahead.get(id) ?? 0));
}
