import type { Core } from '@strapi/strapi';
import { sortBy } from 'lodash';
import { referenceKey, type PostReference } from '../../../core/liquid';
import type { Settings } from '../../../core/settings';
import { POST_UID } from '../plugin-id';

interface FoundPost {
  filePath: string;
  url: string | null;
}

/** `2021-12-29-low-tide`, with folders before it or without. */
const POST_NAME = /^(.*\/)?(\d{2,4}-\d{1,2}-\d{1,2}-[^/]+)$/;

/**
 * URL paths of the published posts that Liquid tags name, by `referenceKey`. `{% post_url %}` has the name of a file without its
 * extension, in a posts folder of the site or of one below (Jekyll 4.3, `Tags::PostComparer`); `{% link %}` has the whole path.
 */
export async function referencedPosts(
  strapi: Core.Strapi,
  references: readonly PostReference[],
  { siteFiles }: Pick<Settings, 'siteFiles'>,
): Promise<Map<string, string>> {
  const candidates = new Map(
    references.map((reference) => [referenceKey(reference), pathsOf(reference, siteFiles)]),
  );
  const paths = [...new Set([...candidates.values()].flat())];
  if (paths.length === 0) return new Map();
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: { filePath: { $in: paths }, publishedAt: { $notNull: true } },
    select: ['filePath', 'url'],
  });
  const urls = new Map((found as FoundPost[]).map(({ filePath, url }) => [filePath, url]));
  return new Map(
    [...candidates].flatMap(([key, of]) => {
      const url = of.map((path) => urls.get(path)).find(Boolean);
      return url ? [[key, url] as const] : [];
    }),
  );
}

function pathsOf({ tag, target }: PostReference, files: Settings['siteFiles']): string[] {
  if (tag === 'link') return [target];
  const [, folders = '', name] = POST_NAME.exec(target) ?? [];
  if (name === undefined) return [];
  const root = files.collectionsDir === '' ? '' : `${files.collectionsDir}/`;
  const extensions = sortBy([...files.markdownExtensions, '.html']);
  const places = [`${root}_posts/${folders}${name}`, `${root}${folders}_posts/${name}`];
  return [...new Set(places.flatMap((place) => extensions.map((extension) => `${place}${extension}`)))];
}
