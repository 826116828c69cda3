import { baseNameOf } from '../../../core/jekyll';
import type { Source } from './source';
import type { SourceFile } from './source-file';
import { isInPosts, PAGE, SITE_CONFIGS } from './walk';

/** Files that are known by a list, out of an archive or a stream. */
export interface FileList {
  /** What the user named. */
  name: string;
  /** Paths as they stand there, in the order of names. */
  paths: string[];
  /** Files that are not let in, and why. */
  refused: { path: string; reason: string }[];
  /** Gives a file with its content. */
  read(path: string): Promise<SourceFile>;
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

  async function* read(wanted: (path: string) => boolean): AsyncGenerator<SourceFile> {
    for (const path of inside) {
      if (wanted(path)) yield { ...(await list.read(root + path)), path };
    }
  }

  return {
    root: list.name,
    siteConfig: config === undefined || content === undefined ? null : { path: config, bytes: content },
    file: null,
    count: list.refused.length + inside.filter(isInPosts).length,
    async *files() {
      for (const { path, reason } of list.refused) yield { path, absolute: '', refused: reason };
      yield* read(isInPosts);
    },
    pages: () => read((path) => !isInPosts(path) && PAGE.test(baseNameOf(path))),
  };
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
