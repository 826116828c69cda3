import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';

const BATCH = 5000;

/** Where the files of all posts lay when they were imported. */
export async function loadFilePaths(strapi: Core.Strapi): Promise<Set<string>> {
  const paths = new Set<string>();
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { id: { $gt: last }, publishedAt: null, filePath: { $notNull: true } },
      select: ['id', 'filePath'],
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const rows = found as { id: number; filePath: string }[];
    if (rows.length === 0) return paths;
    for (const { filePath } of rows) paths.add(filePath);
    last = rows[rows.length - 1].id;
  }
}

/**
 * Gives each post a path of its own: the one that it wants, or where another post has that, the same with `-2`, `-3` … before
 * the extension. A file that stays where it came from keeps its path.
 * @param filePaths where files lie already.
 */
export function pathClaims(filePaths: { has(path: string): boolean }) {
  const claimed = new Set<string>();

  return {
    /** Paths given so far. */
    claimed,

    /** @param own where the post's file came from; null for a post that came from none. */
    claim(own: string | null, wanted: string): string {
      const isTaken = (path: string): boolean => claimed.has(path) || (path !== own && filePaths.has(path));
      let path = wanted;
      for (let number = 2; isTaken(path); number += 1) path = numbered(wanted, number);
      claimed.add(path);
      return path;
    },
  };
}

/** A path with a number before its extension. */
export function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
}
