import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { parsePostPath } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { loadExportedPosts } from '../export/exported-row';
import { pathClaims } from '../export/path-claims';
import { postPathOf } from '../export/post-file';
import { POST_UID } from '../plugin-id';

/** A post that came from a file before, or whose file an export writes. */
export interface KnownFile {
  documentId: string;
  locale: string;
  /** Of the file that was imported; null where the post came from none, or from one at another path. */
  fileHash: string | null;
}

interface Row extends KnownFile {
  id: number;
  filePath: string | null;
  slug: string | null;
}

const BATCH = 5000;
/** Posts of which more than a few columns are read at a time. */
const WHOLE_POSTS = 200;

/**
 * Path → post of all files imported so far, read in batches. A path that only an export gave (of a new post, a renamed slug,
 * a draft that was published) leads to its post too, so that an exported site can be imported again.
 */
export async function loadKnownFiles(
  strapi: Core.Strapi,
  settings: Settings,
): Promise<Map<string, KnownFile>> {
  const known = new Map<string, KnownFile>();
  const elsewhere: { wanted: string; own: string | null; post: KnownFile }[] = [];
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { id: { $gt: last }, publishedAt: null },
      select: ['id', 'documentId', 'locale', 'filePath', 'fileHash', 'slug'],
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const rows = found as Row[];
    if (rows.length === 0) break;
    for (const { filePath, documentId, locale, fileHash } of rows) {
      if (filePath !== null) known.set(filePath, { documentId, locale, fileHash });
    }
    const moved = rows.filter((row) => mayLieElsewhere(row, settings));
    for (const lot of chunk(moved, WHOLE_POSTS)) {
      for (const post of await loadExportedPosts(strapi, lot)) {
        const { documentId, locale, filePath: own } = post.row;
        const wanted = postPathOf(post, settings);
        if (wanted === own) continue;
        elsewhere.push({ wanted, own, post: { documentId, locale: locale ?? '', fileHash: null } });
      }
    }
    last = rows[rows.length - 1].id;
  }
  const claims = pathClaims(new Set(known.keys()));
  for (const { wanted, own, post } of elsewhere) known.set(claims.claim(own, wanted), post);
  return known;
}

/** Whether an export may put the file elsewhere than it came from. */
function mayLieElsewhere({ filePath, slug }: Row, { siteFiles }: Settings): boolean {
  if (filePath === null) return true;
  const place = parsePostPath(filePath, siteFiles);
  return place.kind === 'draft' || (place.kind === 'post' && place.slug !== slug);
}
