import type { Core } from '@strapi/strapi';
import type { QuerySources, RowQuery } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import type { TermKind } from '../terms/term-kind';
import { listingTables, listOf, STATUS, type ListedStatus } from './listing-tables';

/** Which posts of a list. */
export interface ListedConditions {
  status: ListedStatus;
  /** Only posts dated from this moment on, in milliseconds. */
  from?: number;
  /** Only posts dated before this moment, in milliseconds. */
  until?: number;
  /** Only posts that have one of these terms too. */
  also?: { kind: TermKind; terms: readonly number[] };
  /** Only posts of this author. */
  author?: string;
}

/** Posts of terms. */
export interface ListedPosts extends ListedConditions {
  kind: TermKind;
  /** Row ids of terms; a post that several of them have comes once. */
  terms: readonly number[];
}

/** Part of a statement over the listing. */
export interface ListingCondition {
  /** Equal for equal SQL, but for the number of values. */
  name: string;
  /** Adds it to a query, which gets the values in this order. */
  apply: (query: RowQuery, sources: QuerySources) => RowQuery;
  values: unknown[];
}

/** Which rows of some lists are asked for. */
export function conditionOf(
  strapi: Core.Strapi,
  { status, from, until, also, author }: ListedConditions,
  lists: readonly number[],
): ListingCondition {
  const { listings } = listingTables(strapi);
  const { table, column } = tableNames(strapi, POST_UID);
  const alsoIn = also?.terms.map((term) => listOf(also.kind, term));
  return {
    name: [from, until, author].map((value) => value !== undefined).join() + `,${alsoIn?.length}`,
    values: [
      ...lists,
      STATUS[status],
      ...(from === undefined ? [] : [from]),
      ...(until === undefined ? [] : [until]),
      ...(alsoIn ?? []),
      ...(author === undefined ? [] : [author]),
    ],
    apply(query, { of, raw }) {
      let rows = query.whereIn(`${listings}.list`, lists).where(`${listings}.status`, STATUS[status]);
      if (from !== undefined) rows = rows.where(`${listings}.date`, '>=', from);
      if (until !== undefined) rows = rows.where(`${listings}.date`, '<', until);
      const own = raw('??', `${listings}.post`);
      if (alsoIn)
        rows = rows.whereExists(
          of(`${listings} as other`).select(raw('1')).where('other.post', own).whereIn('other.list', alsoIn),
        );
      if (author !== undefined)
        rows = rows.whereExists(
          of(table)
            .select(raw('1'))
            .where(`${table}.id`, own)
            .where(`${table}.${column('author')}`, author),
        );
      return rows;
    },
  };
}
