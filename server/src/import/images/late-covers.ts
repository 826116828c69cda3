import type { Core } from '@strapi/strapi';
import { coverPathOf } from '../../../../core/html';
import type { Settings } from '../../../../core/settings';
import { recordPublicChange } from '../../events/posts-changed';
import { POST_UID } from '../../plugin-id';
import { insertCovers } from './cover-rows';

interface NamingRow {
  id: number;
  image: string | null;
  extra: Record<string, unknown> | null;
}

interface BareRow {
  id: number;
  url: string | null;
  publishedAt: unknown;
  cover: { id: number } | null;
  categories: { documentId: string }[];
}

const LOT = 500;

/**
 * Gives posts the covers that could not be had when they came in. All posts are looked through, as it is rare that an
 * image comes after its posts.
 * @param assets of the images that came, by path.
 */
export async function addLateCovers(
  strapi: Core.Strapi,
  assets: ReadonlyMap<string, number>,
  settings: Settings,
): Promise<void> {
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { id: { $gt: last } },
      select: ['id', 'image', 'extra'],
      orderBy: { id: 'asc' },
      limit: LOT,
    });
    const rows = found as NamingRow[];
    if (rows.length === 0) return;
    last = rows[rows.length - 1].id;
    const wanted = new Map<number, number>();
    for (const { id, image, extra } of rows) {
      const path = coverPathOf({ fields: { image }, extra: extra ?? {} }, settings);
      const asset = path === null ? undefined : assets.get(path);
      if (asset !== undefined) wanted.set(id, asset);
    }
    if (wanted.size > 0) await strapi.db.transaction(() => cover(strapi, wanted));
  }
}

async function cover(strapi: Core.Strapi, wanted: ReadonlyMap<number, number>): Promise<void> {
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: { id: { $in: [...wanted.keys()] } },
    select: ['id', 'url', 'publishedAt'],
    populate: { cover: { select: ['id'] }, categories: { select: ['documentId'] } },
  });
  const bare = (found as BareRow[]).filter((row) => row.cover === null);
  await insertCovers(
    strapi,
    bare.flatMap(({ id }) => {
      const asset = wanted.get(id);
      return asset === undefined ? [] : [{ id, cover: asset }];
    }),
  );
  const shown = bare.filter(({ publishedAt }) => publishedAt !== null);
  const change = {
    urls: shown.map(({ url }) => url),
    categories: shown.flatMap(({ categories }) => categories.map(({ documentId }) => documentId)),
  };
  if (shown.length > 0) await recordPublicChange(strapi, change, 'import');
}
