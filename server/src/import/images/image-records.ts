import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { IMAGE_UID } from './image-model';
import { FILE_UID } from './media-library';

/** What is known of an image of the site. */
export interface ImageRecord {
  path: string;
  /** SHA-256 of the file that was uploaded; null where the site did not have it. */
  hash: string | null;
  /** What told that the file on disk changed. */
  stamp: string | null;
  /** Its asset in the media library; null where there is none, or none any more. */
  fileId: number | null;
  posts: string[];
}

interface Row extends ImageRecord {
  id: number;
}

const LOT = 500;

/** The records of images, kept in a table of their own. */
export function imageRecords(strapi: Core.Strapi) {
  const query = () => strapi.db.query(IMAGE_UID);

  return {
    /** Whether records can be kept; a dry run meets databases that no start of the app prepared. */
    exist(): Promise<boolean> {
      return strapi.db.getSchemaConnection().hasTable(strapi.db.metadata.get(IMAGE_UID).tableName);
    },

    async load(paths: readonly string[]): Promise<Map<string, ImageRecord>> {
      const found = new Map<string, ImageRecord>();
      for (const lot of chunk(paths, LOT)) {
        const rows: unknown = await query().findMany({ where: { pathKey: { $in: lot.map(pathKey) } } });
        for (const row of await withoutGone(rows as Row[])) found.set(row.path, row);
      }
      return found;
    },

    /** All records in lots, in the order in which they came. */
    async *all(): AsyncGenerator<ImageRecord[]> {
      for (let last = 0; ; ) {
        const found: unknown = await query().findMany({
          where: { id: { $gt: last } },
          orderBy: { id: 'asc' },
          limit: LOT,
        });
        const rows = found as Row[];
        if (rows.length === 0) return;
        yield await withoutGone(rows);
        last = rows[rows.length - 1].id;
      }
    },

    async save(record: ImageRecord): Promise<void> {
      const key = pathKey(record.path);
      const { path, hash, stamp, fileId, posts } = record;
      const data = { pathKey: key, path, hash, stamp, fileId, posts };
      const { count } = await query().updateMany({ where: { pathKey: key }, data });
      if (count === 0) await query().create({ data });
    },
  };

  /** Assets may be deleted in the media library at any time. */
  async function withoutGone(rows: Row[]): Promise<Row[]> {
    const ids = rows.flatMap(({ fileId }) => fileId ?? []);
    if (ids.length === 0) return rows;
    const files: unknown = await strapi.db
      .query(FILE_UID)
      .findMany({ where: { id: { $in: ids } }, select: ['id'] });
    const present = new Set((files as { id: number }[]).map(({ id }) => id));
    return rows.map((row) =>
      row.fileId === null || present.has(row.fileId)
        ? row
        : { ...row, fileId: null, hash: null, stamp: null },
    );
  }
}

export type ImageRecords = ReturnType<typeof imageRecords>;

export function pathKey(path: string): string {
  return createHash('sha256').update(path).digest('hex');
}
