import type { Core } from '@strapi/strapi';
import { renderFile, setKey } from '../../../core/front-matter';
import { exportPath, parsePostPath, readPost } from '../../../core/jekyll';
import { exportFooter } from '../../../core/links';
import type { CategoryNode } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { linksKeyOf } from '../hook/footer-links';
import { fieldsOf } from '../hook/stored-post';
import { loadCategoryNodes } from '../terms';
import type { ExportedPost, ExportedRow } from './exported-row';

/** A post's file as it is written. */
export interface PostFileText {
  /** Relative to the site's root. */
  path: string;
  /** With its byte order mark, if it has one. */
  text: string;
  /** Whether the links under the body are others than in the file that was imported. */
  footerRenewed: boolean;
}

/** What posts' files are written with. */
export interface ExportGround {
  settings: Settings;
  /** Posts in another locale say so under `lang`. */
  defaultLocale: string;
}

/**
 * The files of posts: what was imported and not edited is what was imported, byte for byte (DESIGN: invariant 5).
 */
export async function postFilesOf(
  strapi: Core.Strapi,
  posts: readonly ExportedPost[],
  ground: ExportGround,
): Promise<PostFileText[]> {
  const ids = posts.flatMap(({ row }) => row.categories.map(({ id }) => id));
  const nodes = await loadCategoryNodes(strapi, ids);
  return posts.map((post) => {
    const categories = post.row.categories.flatMap(({ id }) => nodes.get(id) ?? []);
    return { path: postPathOf(post, ground.settings), ...textOf(post.row, categories, ground) };
  });
}

/** Where a post's file lies. */
export function postPathOf({ row, published }: ExportedPost, settings: Settings): string {
  const fields = fieldsOf(row);
  return exportPath(
    { fields, filePath: row.filePath, importedSlug: importedSlugOf(row, fields.slug, settings), published },
    settings,
  );
}

/** The slug that the imported text and file name say, read only where it can be another one. */
function importedSlugOf(
  { filePath, baseFrontMatter }: ExportedRow,
  slug: string,
  settings: Settings,
): string {
  const place = filePath === null ? null : parsePostPath(filePath, settings.siteFiles);
  if (place === null || place.kind === 'ignored' || place.slug === slug) return slug;
  return readPost({ yaml: baseFrontMatter, filePath }, settings).fields.slug;
}

function textOf(
  row: ExportedRow,
  categories: CategoryNode[],
  { settings, defaultLocale }: ExportGround,
): Omit<PostFileText, 'path'> {
  const { envelope, locale } = row;
  const links = { shareLinks: row.shareLinks ?? [], backLinks: row.backLinks ?? [] };
  const found = envelope?.footer ?? null;
  const footer = exportFooter(
    {
      found,
      isNew: envelope === null,
      linksAsImported: found?.linksKey === linksKeyOf(links),
      shareUrl: links.shareLinks[0]?.url ?? null,
      categories,
      locale,
    },
    settings,
  );
  const text = renderFile({
    envelope: envelope && { ...envelope, footer: null },
    frontMatter: row.filePath === null && locale !== defaultLocale ? withLang(row) : row.frontMatter,
    body: row.body ?? '',
  });
  return { text: text + footer.text, footerRenewed: footer.renewed };
}

/** A new post's front matter with its locale, so that an import brings it back into the same one. */
function withLang({ frontMatter, locale }: ExportedRow): string | null {
  if (locale === null) return frontMatter;
  const written = setKey(frontMatter ?? '', 'lang', locale);
  return written.ok ? written.yaml : frontMatter;
}
