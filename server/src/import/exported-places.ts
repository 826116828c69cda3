import type { Core } from '@strapi/strapi';
import { chunk, groupBy } from 'lodash';
import { parsePostPath } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { loadExportedPosts } from '../export/exported-row';
import { numbered, pathClaims } from '../export/path-claims';
import { postPathOf } from '../export/post-file';
import { POST_UID } from '../plugin-id';
import { findKnownFiles, type KnownFile } from './known-files';

/** A file from whose path no post came. */
export interface NewFile {
  path: string;
  /** What its text and name say. */
  slug: string;
  /** What its name says. */
  nameSlug: string;
}

interface Row {
  id: number;
  documentId: string;
  locale: string | null;
  filePath: string | null;
  slug: string | null;
}

/** A post whose file an export puts elsewhere than it came from. */
interface Moved {
  id: number;
  own: string | null;
  wanted: string;
  post: KnownFile;
}

const PAGE = 5000;
/** Posts of which more than a few columns are read at a time. */
const WHOLE_POSTS = 200;
/** An export numbers the files of posts that want one name; more than so many are taken for new files. */
const MOST_NUMBERS = 50;
const NUMBER = /-(\d+)$/;
/** The name that an export gives a post without slug and title. */
const NAMELESS = 'post';

/**
 * The posts that an export writes to some paths though they came from none there (a new post, a renamed slug, a draft that
 * was published), so that an exported site can be imported again. They are found by their slugs, which the file tells: its
 * text says the slug wherever its name does not.
 */
export async function findExportedPlaces(
  strapi: Core.Strapi,
  files: readonly NewFile[],
  settings: Settings,
): Promise<Map<string, KnownFile>> {
  const found = new Map<string, KnownFile>();
  if (files.length === 0) return found;
  const moved: Moved[] = [];
  for await (const rows of rowsWithSlugs(strapi, [...new Set(files.flatMap(slugsOf))])) {
    const elsewhere = rows.filter((row) => mayLieElsewhere(row, settings));
    for (const lot of chunk(elsewhere, WHOLE_POSTS)) moved.push(...(await movedPosts(strapi, lot, settings)));
  }
  if (moved.length === 0) return found;
  const paths = new Set(files.map(({ path }) => path));
  for (const [wanted, group] of Object.entries(groupBy(moved, 'wanted'))) {
    const names = namesOf(wanted);
    if (!names.some((name) => paths.has(name))) continue;
    // As the export gives the names: in the order of the posts, past files that other posts came from.
    const claims = pathClaims(await findKnownFiles(strapi, names));
    for (const { own, post } of group.sort((a, b) => a.id - b.id)) {
      const path = claims.claim(own, wanted);
      if (paths.has(path)) found.set(path, post);
    }
  }
  return found;
}

/** The slugs that a post may have whose file this is. */
function slugsOf({ slug, nameSlug }: NewFile): string[] {
  const slugs = [slug, nameSlug, nameSlug.replace(NUMBER, '')];
  return slugs.includes(NAMELESS) ? [...slugs, ''] : slugs;
}

function namesOf(wanted: string): string[] {
  return [wanted, ...Array.from({ length: MOST_NUMBERS - 1 }, (_, index) => numbered(wanted, index + 2))];
}

async function* rowsWithSlugs(strapi: Core.Strapi, slugs: string[]): AsyncGenerator<Row[]> {
  for (let last = 0; ; ) {
    const found: unknown = await strapi.db.query(POST_UID).findMany({
      where: { id: { $gt: last }, publishedAt: null, slug: { $in: slugs } },
      select: ['id', 'documentId', 'locale', 'filePath', 'slug'],
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    const rows = found as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows[rows.length - 1].id;
  }
}

async function movedPosts(strapi: Core.Strapi, rows: Row[], settings: Settings): Promise<Moved[]> {
  const ids = new Map(rows.map(({ id, documentId, locale }) => [`${documentId} ${locale}`, id]));
  return (await loadExportedPosts(strapi, rows)).flatMap((post) => {
    const { documentId, locale, filePath: own, url } = post.row;
    const wanted = postPathOf(post, settings);
    if (wanted === own) return [];
    const id = ids.get(`${documentId} ${locale}`) ?? 0;
    const publishedUrl = post.published ? url : null;
    return { id, own, wanted, post: { documentId, locale: locale ?? '', fileHash: null, publishedUrl } };
  });
}

/** Whether an export may put the file elsewhere than it came from. */
function mayLieElsewhere({ filePath, slug }: Row, { siteFiles }: Settings): boolean {
  if (filePath === null) return true;
  const place = parsePostPath(filePath, siteFiles);
  return place.kind === 'draft' || (place.kind === 'post' && place.slug !== slug);
}
