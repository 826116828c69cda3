import type { Core } from '@strapi/strapi';
import { columnConversion } from '../database/column-value';
import { insertRows } from '../database/insert-rows';
import { tableNames } from '../database/table-names';
import { updateRows } from '../database/update-rows';
import { POST_UID } from '../plugin-id';
import type { RawRow } from './stored-versions';

/** Attributes of a row by their names. */
export type Attributes = Record<string, unknown>;

/** A row, with what it has in common with others in one object that they share; its own attributes go before those. */
interface NewRow {
  shared: Attributes;
  own: Attributes;
}

/** Writes rows of posts, given by attributes, into columns. */
export function postRows(strapi: Core.Strapi) {
  const { table, column } = tableNames(strapi, POST_UID);
  const { attributes } = strapi.db.metadata.get(POST_UID);
  const conversions = (names: readonly string[]) =>
    names.map((name) => ({ name, convert: columnConversion(attributes[name].type) }));

  return {
    /** Inserts rows that all have the same attributes; what the rows of a post share is converted once. */
    async insert(rows: readonly NewRow[]): Promise<void> {
      if (rows.length === 0) return;
      const ownNames = Object.keys(rows[0].own);
      const sharedNames = Object.keys(rows[0].shared).filter((name) => !ownNames.includes(name));
      const [own, shared] = [ownNames, sharedNames].map(conversions);
      const converted = new Map<Attributes, unknown[]>();
      const convertOnce = (values: Attributes): unknown[] => {
        const known = converted.get(values) ?? shared.map(({ name, convert }) => convert(values[name]));
        converted.set(values, known);
        return known;
      };
      await insertRows(strapi, {
        table,
        columns: [...sharedNames, ...ownNames].map(column),
        rows: rows.map((row) => [
          ...convertOnce(row.shared),
          ...own.map(({ name, convert }) => convert(row.own[name])),
        ]),
      });
    },

    /** Writes the same attributes anew in each of some rows. */
    async update(rows: readonly { id: number; values: Attributes }[]): Promise<void> {
      if (rows.length === 0) return;
      const names = Object.keys(rows[0].values);
      const changed = conversions(names);
      await updateRows(strapi, {
        table,
        columns: names.map(column),
        rows: rows.map(({ id, values }) => ({
          id,
          values: changed.map(({ name, convert }) => convert(values[name])),
        })),
      });
    },

    /** Inserts copies of stored rows with some attributes changed, columns that an app added to posts included. */
    async insertCopies(copies: readonly { of: RawRow; values: Attributes }[]): Promise<void> {
      if (copies.length === 0) return;
      const names = Object.keys(copies[0].values);
      const changed = conversions(names);
      const own = new Set(names.map(column));
      const kept = Object.keys(copies[0].of).filter((name) => name !== 'id' && !own.has(name));
      const json = new Set(
        Object.keys(attributes)
          .filter((name) => attributes[name].type === 'json')
          .map(column),
      );
      const raw = (name: string, value: unknown): unknown =>
        json.has(name) && value !== null && strapi.db.dialect.client !== 'sqlite'
          ? JSON.stringify(value)
          : value;
      await insertRows(strapi, {
        table,
        columns: [...kept, ...names.map(column)],
        rows: copies.map(({ of, values }) => [
          ...kept.map((name) => raw(name, of[name])),
          ...changed.map(({ name, convert }) => convert(values[name])),
        ]),
      });
    },
  };
}
