import type { Core } from '@strapi/strapi';
import type { MergeOutlook, TermOutlook, TermOutlookRequest } from '../../../../core/admin/terms';
import { CATEGORY_UID } from '../../plugin-id';
import type { TermPair } from '../merge';
import type { StoredTermRow } from '../term-hook';
import { TERM_TYPES, type TermKind } from '../term-kind';
import { mergeOutlook } from './merge-outlook';
import { termOutlook } from './term-outlook';

/** What editors see of a category or tag before they save, delete or merge it. */
export function termOutlookService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /** What saving a form would do; null where there is no such category or tag in the locale. */
    async ofForm(
      kind: TermKind,
      documentId: string,
      request: TermOutlookRequest & { locale: string },
    ): Promise<TermOutlook | null> {
      const { uid } = TERM_TYPES[kind];
      const populate = uid === CATEGORY_UID ? { parent: { select: ['id'] } } : {};
      const stored: unknown = await strapi.db
        .query(uid)
        .findOne({ where: { documentId, locale: request.locale }, populate });
      return stored ? termOutlook(strapi, kind, stored as StoredTermRow, request) : null;
    },

    ofMerge: (pair: TermPair): Promise<MergeOutlook> => mergeOutlook(strapi, pair),
  };
}

export type TermOutlookService = ReturnType<typeof termOutlookService>;
