import type { Core } from '@strapi/strapi';
import type { RelatedEntry, RelationEdit } from '../../../core/admin/post-outlook';
import { finalRelationIds } from '../hook/relation-ids';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';

interface TermRow extends RelatedEntry {
  term: string;
}

/** The document ids of related rows, in their order. */
export async function relatedEntries(
  strapi: Core.Strapi,
  kind: TermKind,
  rows: readonly { id: number }[],
): Promise<RelatedEntry[]> {
  const ids = rows.map(({ id }) => id);
  const found = new Map((await findRows(strapi, kind, { id: { $in: ids } })).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row ? [{ id, documentId: row.documentId }] : [];
  });
}

/** The terms that a relation names once an edit of a form is applied to it, in order. */
export async function relatedTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  edit: RelationEdit,
  stored: readonly { id: number }[],
  locale: string,
): Promise<string[]> {
  const named = [...edit.connect, ...edit.disconnect].map(({ documentId }) => documentId);
  const before = stored.map(({ id }) => id);
  const rows = await findRows(strapi, kind, {
    $or: [{ documentId: { $in: named }, locale }, { id: { $in: before } }],
  });
  const idOf = (documentId: string | undefined) => rows.find((row) => row.documentId === documentId)?.id;
  const ids =
    finalRelationIds(before, {
      connect: edit.connect.map(({ documentId, position }) => ({
        id: idOf(documentId),
        position: position && {
          ...position,
          before: idOf(position.before),
          after: idOf(position.after),
        },
      })),
      disconnect: edit.disconnect.map(({ documentId }) => ({ id: idOf(documentId) })),
    }) ?? before;
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.term ?? []);
}

async function findRows(strapi: Core.Strapi, kind: TermKind, where: object): Promise<TermRow[]> {
  const rows: unknown = await strapi.db
    .query(TERM_TYPES[kind].uid)
    .findMany({ where, select: ['id', 'documentId', 'term'] });
  return rows as TermRow[];
}
