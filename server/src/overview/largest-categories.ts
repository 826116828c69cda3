import type { Core } from '@strapi/strapi';
import { orderBy, sumBy } from 'lodash';
import type { Overview } from '../../../core/admin/overview';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { countsOfTerms } from '../listing/listing-counts';
import { CATEGORY_UID } from '../plugin-id';

/** So many categories are shown by themselves. */
const SHOWN = 15;

/** The categories of a locale with most published posts, by the listing's counts, and how many posts all others have. */
export async function largestCategories(
  strapi: Core.Strapi,
  locale: string,
): Promise<Pick<Overview, 'categories' | 'otherCategories'>> {
  const { table, column } = tableNames(strapi, CATEGORY_UID);
  const rows = await readRows<{ id: number; documentId: string; name: string | null; term: string }>(strapi, {
    name: 'categories of a locale',
    table,
    build: (query) =>
      query
        .select('id', `${column('documentId')} as documentId`, 'name', column('term'))
        .where(column('locale'), locale),
    values: [locale],
  });
  const counts = await countsOfTerms(
    strapi,
    'category',
    rows.map(({ id }) => id),
    'published',
  );
  const counted = rows.flatMap(({ id, documentId, name, term }) => {
    const count = counts.get(id) ?? 0;
    return count > 0 ? [{ documentId, name: name || term, count }] : [];
  });
  const sorted = orderBy(counted, ['count', 'name'], ['desc', 'asc']);
  const others = sorted.slice(SHOWN);
  return {
    categories: sorted.slice(0, SHOWN),
    otherCategories: { categories: others.length, posts: sumBy(others, 'count') },
  };
}
