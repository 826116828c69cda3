import { baseNameOf, DEFAULT_SITE_FILES, isReadFolder } from '../../../core/jekyll';
import type { Message } from '../../../core/messages';
import type { SiteFiles } from '../../../core/settings';
import { readSiteConfigFile } from './site-config-file';
import type { Source } from './source';
import type { SourceFile } from './source-file';
import { isInPosts, PAGE, SITE_CONFIGS } from './walk';

/** Files that are known by a list, out of an archive or a stream. */
export interface FileList {
  /** What the user named. */
  name: string;
  /** Paths as they stand there, in the order of names. */
  paths: string[];
  /** Largest file beside posts and pages that is read, in bytes. */
  assetBytes?: number;
  /** Files that are not let in, and why. */
  refused: { path: string; why: Message }[];
  /** Gives a file with its content; of one that is larger than `limit` only the size. */
  read(path: string, limit?: number): Promise<SourceFile>;
}

/** A list whose files can be read until it is closed. */
export interface OpenList {
  list: FileList;
  close: () => Promise<void>;
}

/**
 * A site out of a list of files. Its root is the folder with the `_config.yml` nearest to the top, else the parent of the
 * first posts folder; what lies beside it belongs to no site.
 */
export async function listedSource(list: FileList): Promise<Source> {
  const root = rootOf(list.paths);
  const inside = list.paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length));
  const config = SITE_CONFIGS.find((name) => inside.includes(name));
  const content = config === undefined ? undefined : (await list.read(root + config)).content;

  const siteConfig = config === undefined || content === undefined ? null : { path: config, bytes: content };
  const siteFiles = (siteConfig && readSiteConfigFile(siteConfig).config.siteFiles) ?? DEFAULT_SITE_FILES;
  const isPost = (path: string): boolean => isInPosts(path) && isRead(path, siteFiles);

  async function* read(wanted: (path: string) => boolean): AsyncGenerator<SourceFile> {
    for (const path of inside) {
      if (wanted(path)) yield { ...(await list.read(root + path)), path };
    }
  }

  const names = new Set(inside);
  return {
    root: list.name,
    siteConfig,
    siteFiles,
    file: null,
    count: list.refused.length + inside.filter(isPost).length,
    async *files() {
      for (const { path, why } of list.refused) yield { path, absolute: '', refused: why };
      yield* read(isPost);
    },
    pages: () => read((path) => !isInPosts(path) && PAGE.test(baseNameOf(path))),
    asset: async (path) =>
      names.has(path) ? { ...(await list.read(root + path, list.assetBytes)), path } : null,
  };
}

/** Whether Jekyll enters the folders that lead to a posts folder. */
function isRead(path: string, siteFiles: SiteFiles): boolean {
  const parts = path.split('/');
  const index = parts.findIndex((part) => isInPosts(part));
  return isReadFolder(parts.slice(0, index).join('/'), siteFiles);
}

function rootOf(paths: string[]): string {
  const roots = paths
    .filter((path) => SITE_CONFIGS.includes(baseNameOf(path)))
    .map((path) => path.slice(0, path.length - baseNameOf(path).length));
  if (roots.length > 0) return roots.reduce((top, root) => (depthOf(root) < depthOf(top) ? root : top));
  const parts = paths.find(isInPosts)?.split('/') ?? [];
  const index = parts.findIndex((part) => isInPosts(part));
  return index < 1 ? '' : `${parts.slice(0, index).join('/')}/`;
}

function depthOf(path: string): number {
  return path.split('/').length;
}
