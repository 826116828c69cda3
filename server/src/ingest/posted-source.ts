import { DEFAULT_SITE_FILES } from '../../../core/jekyll';
import type { FileList } from '../import/listed-source';
import type { Source } from '../import/source';

/**
 * A request's files as a source of posts. Their paths begin at the site's root, whatever comes with them: a client sends part
 * of a site. Other than an import of a whole site it changes neither settings nor categories, so that a `_config.yml` or a
 * category page is left out like any other file.
 */
export function postedSource(list: FileList): Source {
  const names = new Set(list.paths);
  return {
    root: list.name,
    siteConfig: null,
    siteFiles: DEFAULT_SITE_FILES,
    file: null,
    count: list.paths.length + list.refused.length,
    async *files() {
      for (const { path, why } of list.refused) yield { path, absolute: '', refused: why };
      for (const path of list.paths) yield list.read(path);
    },
    async *pages() {},
    asset: async (path) => (names.has(path) ? list.read(path, list.assetBytes) : null),
  };
}
