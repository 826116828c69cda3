import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';
import type { ExportedRow } from './exported-row';

/** Gives each post a path of its own. */
export function pathClaims(strapi: Core.Strapi) {
  const claimed = new Set<string>();

  return {
    /** Paths given so far. */
    claimed,

    /**
     * The path that a post wants, or where another post has it, the same with `-2`, `-3` … before the extension. A file
     * that stays where it came from always keeps its path.
     */
    async claim(row: ExportedRow, wanted: string): Promise<string> {
      for (let number = 1; ; number += 1) {
        const path = number === 1 ? wanted : numbered(wanted, number);
        if (claimed.has(path) || (path !== row.filePath && (await isOfOther(row, path)))) continue;
        claimed.add(path);
        return path;
      }
    },
  };

  async function isOfOther({ documentId }: ExportedRow, filePath: string): Promise<boolean> {
    const where = { filePath, documentId: { $ne: documentId } };
    return (await strapi.db.query(POST_UID).count({ where })) > 0;
  }
}

/** A path with a number before its extension. */
export function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
}
