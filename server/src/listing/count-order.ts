import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { chunk, isPlainObject, orderBy } from 'lodash';
import { mayDo, type Caller } from '../permissions/caller';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import { visibleCounts } from './visible-counts';

/** What categories and tags can be ordered by beside their attributes. */
const COUNT = 'postCount';

/** Rows of one query; a page without limit may have more than a statement takes values. */
const ROWS_TOGETHER = 1000;

/** An order that begins with the number of posts. */
export interface CountOrder {
  direction: 'asc' | 'desc';
  /** What follows it, as Strapi takes it; decides between terms with equally many posts. */
  rest: unknown[];
}

/** A query for terms as Strapi's Document Service takes it, checked and cleaned for the caller. */
export type TermQuery = Record<string, unknown>;

/** Which part of the terms is asked for. */
export interface TermPart {
  start: number;
  /** Negative for all. */
  limit: number;
}

/**
 * Reads `sort=postCount:desc`, alone or before other keys, in each form in which Strapi takes an order.
 * @returns null where a query has another order, which is Strapi's to answer.
 * @throws ValidationError where it comes after another key, or has a direction that is none.
 */
export function countOrderOf(sort: unknown): CountOrder | null {
  const [first, ...rest] = keysOf(sort);
  if (rest.some((key) => fieldOf(key) === COUNT))
    throw new errors.ValidationError(`${COUNT} must be the first key of an order`);
  if (fieldOf(first) !== COUNT) return null;
  const direction = directionOf(first);
  if (direction === 'asc' || direction === 'desc')
    return { direction, rest: rest.length > 0 ? rest : ['name'] };
  throw new errors.ValidationError(`The direction of ${COUNT} must be asc or desc; got ${String(direction)}`);
}

/**
 * Terms by how many posts they have that readers see. The ids of all that the query finds are read, with a query for each
 * 500 of them for their counts; then the rows of the page.
 */
export async function termsByCount(
  strapi: Core.Strapi,
  kind: TermKind,
  { filters, _q, locale, ...output }: TermQuery,
  { direction, rest }: CountOrder,
  { start, limit }: TermPart,
): Promise<unknown[]> {
  const documents = strapi.documents(TERM_TYPES[kind].uid);
  const chosen = { ...(_q === undefined ? {} : { _q }), locale, filters } as object;
  const found: unknown = await documents.findMany({
    ...chosen,
    sort: rest as string[],
    fields: ['documentId'],
  });
  const ids = (found as { id: number }[]).map(({ id }) => id);
  const counts = await visibleCounts(strapi, kind, ids, 'published');
  const ordered = orderBy(
    ids.map((id, index) => ({ id, count: counts[index] })),
    'count',
    direction,
  );
  const page = ordered.slice(start, limit < 0 ? undefined : start + limit).map(({ id }) => id);
  const byId = new Map<number, unknown>();
  for (const lot of chunk(page, ROWS_TOGETHER)) {
    const rows: unknown = await documents.findMany({
      ...output,
      locale: locale as string | undefined,
      filters: { id: { $in: lot } },
    });
    for (const row of rows as { id: number }[]) byId.set(row.id, row);
  }
  return page.flatMap((id) => byId.get(id) ?? []);
}

/** An order by counts shows which terms have more posts, as `postCount` does. @throws ForbiddenError */
export async function requireCountAccess(strapi: Core.Strapi, caller: Caller | undefined): Promise<void> {
  if (!(await mayDo(strapi, caller, `${POST_UID}.find`)))
    throw new errors.ForbiddenError(`An order by ${COUNT} needs the permission to find posts.`);
}

/** The keys of an order: `name:desc`, or a map with one or more of them. */
function keysOf(sort: unknown): unknown[] {
  if (typeof sort === 'string') return sort.split(',');
  if (Array.isArray(sort)) return sort.flatMap(keysOf);
  if (isPlainObject(sort))
    return Object.entries(sort as object).map(([name, value]) => ({ [name]: value as unknown }));
  return [];
}

function fieldOf(key: unknown): string | undefined {
  if (typeof key === 'string') return key.split(':')[0].trim();
  return Object.keys(key ?? {})[0];
}

function directionOf(key: unknown): unknown {
  const direction: unknown =
    typeof key === 'string' ? (key.split(':')[1] ?? 'asc') : Object.values(key as object)[0];
  return typeof direction === 'string' ? direction.trim().toLowerCase() : direction;
}
