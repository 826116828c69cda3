import type { Core } from '@strapi/strapi';
import { deleteRows } from '../database/delete-rows';
import { insertRows } from '../database/insert-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { TERM_KINDS, TERM_TYPES, type TermKind } from './term-kind';

/** A row of a post, and the row ids of its terms in their order. */
export interface RowTerms {
  id: number;
  terms: Record<TermKind, readonly number[]>;
}

/** Gives rows of posts their terms, of which they have none yet; the listing is another matter. */
export async function insertTermLinks(strapi: Core.Strapi, rows: readonly RowTerms[]): Promise<void> {
  for (const kind of TERM_KINDS) {
    const { table, own, other, order } = tableNames(strapi, POST_UID).link(TERM_TYPES[kind].relation);
    await insertRows(strapi, {
      table,
      columns: [own, other, order],
      rows: rows.flatMap(({ id, terms }) => terms[kind].map((term, index) => [id, term, index + 1])),
    });
  }
}

/** Takes all terms from rows of posts. */
export async function deleteTermLinks(strapi: Core.Strapi, ids: number[]): Promise<void> {
  for (const kind of TERM_KINDS) {
    const { table, own } = tableNames(strapi, POST_UID).link(TERM_TYPES[kind].relation);
    await deleteRows(strapi, { table, column: own, ids });
  }
}
