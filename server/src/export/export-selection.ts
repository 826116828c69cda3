import type { Core } from '@strapi/strapi';
import { wallClockToEpoch } from '../../../core/jekyll';
import { CATEGORY_UID } from '../plugin-id';
import type { ExportedRow } from './exported-row';

/** A part of the posts; what is absent narrows nothing. */
export interface ExportSelection {
  /** Document ids of posts, and the locale of their versions. */
  posts?: { documentIds: readonly string[]; locale: string };
  /** Document ids of categories; posts of their descendants are taken too. */
  categories?: readonly string[];
  /** First and last day in the site's time zone, `2021-12-29`. Posts without a date lie in no span. */
  from?: string;
  until?: string;
}

/** What the rows of the selected posts have in common, for queries. */
export function selectedRows({ posts }: ExportSelection): Record<string, unknown> {
  return posts ? { documentId: { $in: posts.documentIds }, locale: posts.locale } : {};
}

/** Whether a row belongs to a selection. */
export async function rowSelector(
  strapi: Core.Strapi,
  { categories, from, until }: ExportSelection,
  timezone: string,
): Promise<(row: Pick<ExportedRow, 'categories' | 'date'>) => boolean> {
  const wanted = categories ? await withDescendants(strapi, categories) : null;
  const start = from === undefined ? null : dayStart(from, timezone);
  const end = until === undefined ? null : dayStart(until, timezone, 1);
  return (row) => {
    if (wanted && !row.categories.some(({ id }) => wanted.has(id))) return false;
    if (start === null && end === null) return true;
    if (row.date === null) return false;
    const time = new Date(row.date).getTime();
    return (start === null || time >= start) && (end === null || time < end);
  };
}

interface CategoryLink {
  id: number;
  documentId: string;
  parent: { documentId: string } | null;
}

/** The row ids of categories and all below them, in every locale. */
async function withDescendants(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlySet<number>> {
  const found: unknown = await strapi.db.query(CATEGORY_UID).findMany({
    select: ['id', 'documentId'],
    populate: { parent: { select: ['documentId'] } },
  });
  const rows = found as CategoryLink[];
  const wanted = new Set(documentIds);
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { documentId, parent } of rows)
      if (parent && wanted.has(parent.documentId)) wanted.add(documentId);
  }
  return new Set(rows.flatMap(({ id, documentId }) => (wanted.has(documentId) ? [id] : [])));
}

function dayStart(text: string, timezone: string, later = 0): number {
  const [year, month, day] = text.split('-').map(Number);
  return wallClockToEpoch({ year, month, day: day + later, hour: 0, minute: 0, second: 0 }, timezone);
}
