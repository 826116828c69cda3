import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import { termKeyOf } from '../terms/terms-service';
import { addToList, emptyList, type ShortList } from './short-list';

const KINDS = ['category', 'tag'] as const;
const LOT = 500;

export type TermLists = Record<TermKind, ShortList<string>>;

/** Terms of posts that are read in a trial: those that are not stored would appear. */
export function foreseenTerms(strapi: Core.Strapi, hasTables: boolean) {
  const seen: Record<TermKind, Set<string>> = { category: new Set(), tag: new Set() };
  const lists: TermLists = { category: emptyList(), tag: emptyList() };

  return {
    lists,
    async see(kind: TermKind, terms: readonly string[], locale: string): Promise<void> {
      const keys = new Map(terms.map((term) => [termKeyOf(locale, term), term]));
      for (const key of keys.keys()) if (seen[kind].has(key)) keys.delete(key);
      for (const key of keys.keys()) seen[kind].add(key);
      for (const key of hasTables ? await storedKeys(kind, [...keys.keys()]) : []) keys.delete(key);
      for (const term of keys.values()) addToList(lists[kind], term);
    },
  };

  async function storedKeys(kind: TermKind, keys: string[]): Promise<string[]> {
    const stored: string[] = [];
    for (const lot of chunk(keys, LOT)) {
      const rows: unknown = await strapi.db
        .query(TERM_TYPES[kind].uid)
        .findMany({ where: { termKey: { $in: lot } }, select: ['termKey'] });
      stored.push(...(rows as { termKey: string }[]).map(({ termKey }) => termKey));
    }
    return stored;
  }
}

export type ForeseenTerms = ReturnType<typeof foreseenTerms>;

/** Remembers which categories and tags there are. @returns what tells those that appeared since. */
export async function watchTerms(strapi: Core.Strapi): Promise<() => Promise<TermLists>> {
  const last: Record<TermKind, number> = { category: 0, tag: 0 };
  for (const kind of KINDS) {
    const row: unknown = await strapi.db
      .query(TERM_TYPES[kind].uid)
      .findOne({ select: ['id'], orderBy: { id: 'desc' } });
    last[kind] = (row as { id: number } | null)?.id ?? 0;
  }
  return async () => {
    const lists: TermLists = { category: emptyList(), tag: emptyList() };
    for (const kind of KINDS) {
      const where = { id: { $gt: last[kind] } };
      const query = strapi.db.query(TERM_TYPES[kind].uid);
      const rows: unknown = await query.findMany({
        where,
        select: ['term'],
        orderBy: { id: 'asc' },
        limit: LOT,
      });
      for (const { term } of rows as { term: string }[]) addToList(lists[kind], term);
      lists[kind].count = await query.count({ where });
    }
    return lists;
  };
}
