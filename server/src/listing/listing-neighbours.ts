import type { Core } from '@strapi/strapi';
import { readRows, type QuerySources, type RawSql } from '../database/read-rows';
import { listingTables, STATUS, type ListedStatus } from './listing-tables';

/** A post row in a list. */
export interface ListPlace {
  list: number;
  /** Row id. */
  post: number;
}

/** What stands before and after a post row in a list, of the same status. */
export interface Neighbours {
  status: ListedStatus;
  /** Row ids of posts. */
  older: number | null;
  newer: number | null;
}

interface NeighbourRow {
  list: number | string;
  post: number | string;
  status: number | string;
  older: number | string | null;
  newer: number | string | null;
}

type Side = 'older' | 'newer';

/** A place as a text, to find it by. */
export function placeKey({ list, post }: ListPlace): string {
  return `${list} ${post}`;
}

/**
 * The neighbours of posts in their lists, by `placeKey`, in the order of pages: by date, of equal dates by row id. One query,
 * which for each post reads one place of the index to each side. Posts that are not in the list are left out.
 * @param until published posts dated from this moment on, in milliseconds, are passed over; null where none is.
 */
export async function readNeighbours(
  strapi: Core.Strapi,
  places: readonly ListPlace[],
  until: number | null,
): Promise<Map<string, Neighbours>> {
  const { listings } = listingTables(strapi);
  const posts = [...new Set(places.map(({ post }) => post))];
  const lists = [...new Set(places.map(({ list }) => list))];
  const side = [...(until === null ? [] : [STATUS.draft, until]), 1];
  const rows = await readRows<NeighbourRow>(strapi, {
    name: `neighbours ${lists.length} ${until !== null}`,
    table: `${listings} as own`,
    build: (query, sources) =>
      query
        .select('own.list', 'own.post', 'own.status')
        .select(neighbour('older', sources, listings, until), neighbour('newer', sources, listings, until))
        .whereIn('own.post', posts)
        .whereIn('own.list', lists),
    values: [...side, ...side, ...posts, ...lists],
  });
  return new Map(
    rows.map(({ list, post, status, older, newer }) => [
      placeKey({ list: Number(list), post: Number(post) }),
      {
        status: Number(status) === STATUS.published ? 'published' : 'draft',
        older: older === null ? null : Number(older),
        newer: newer === null ? null : Number(newer),
      },
    ]),
  );
}

/** The nearest row to one side. Compared as a pair, so that many posts of one moment cost no more than few. */
function neighbour(side: Side, { of, raw }: QuerySources, listings: string, until: number | null): RawSql {
  const column = (name: string): string => `${side}.${name}`;
  const order = side === 'older' ? 'desc' : 'asc';
  const compared = side === 'older' ? '(??, ??) < (??, ??)' : '(??, ??) > (??, ??)';
  let rows = of(`${listings} as ${side}`)
    .select(column('post'))
    .where(column('list'), raw('??', 'own.list'))
    .where(column('status'), raw('??', 'own.status'))
    .whereRaw(compared, [column('date'), column('post'), 'own.date', 'own.post']);
  if (until !== null)
    rows = rows.whereRaw('(?? = ? or ?? < ?)', [column('status'), STATUS.draft, column('date'), until]);
  return rows.orderBy(column('date'), order).orderBy(column('post'), order).limit(1).as(side);
}
