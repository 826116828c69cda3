import type { Core } from '@strapi/strapi';
import { message } from '../../../../core/messages';
import { validationError } from '../../hook/rejections';
import { CATEGORY_UID } from '../../plugin-id';
import { kindMessage, TERM_TYPES, type TermKind } from '../term-kind';

/** A term that is to become another one, in one locale, by document ids. */
export interface TermPair {
  kind: TermKind;
  from: string;
  into: string;
  locale: string;
}

/** A category or tag as a merge needs it. */
export interface MergedTerm {
  id: number;
  documentId: string;
  locale: string | null;
  term: string | null;
  name: string | null;
  slug: string | null;
  parent?: { id: number } | null;
}

export interface TermsToMerge {
  kind: TermKind;
  from: MergedTerm;
  into: MergedTerm;
}

/** Looks both terms up. @throws ValidationError where one of them does not exist, or both are one. */
export async function termsToMerge(
  strapi: Core.Strapi,
  { kind, from, into, locale }: TermPair,
): Promise<TermsToMerge> {
  if (from === into)
    throw validationError([
      { path: ['into'], message: message('merge/into-itself', { kind: kindMessage(kind) }) },
    ]);
  return { kind, from: await load('from', from), into: await load('into', into) };

  async function load(path: string, documentId: string): Promise<MergedTerm> {
    const { uid } = TERM_TYPES[kind];
    const populate = uid === CATEGORY_UID ? { parent: { select: ['id'] } } : {};
    const row: unknown = await strapi.db.query(uid).findOne({ where: { documentId, locale }, populate });
    if (row) return row as MergedTerm;
    const gone = message('merge/gone', { kind: kindMessage(kind), document: documentId, locale });
    throw validationError([{ path: [path], message: gone }]);
  }
}
