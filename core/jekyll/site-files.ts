import type { SiteFiles } from '../settings';

/** What Jekyll excludes in every site (`Configuration::DEFAULT_EXCLUDES`). */
export const DEFAULT_EXCLUDES = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** The files of a site without `_config.yml`. */
export const DEFAULT_SITE_FILES: SiteFiles = {
  include: ['.htaccess'],
  exclude: DEFAULT_EXCLUDES,
  collectionsDir: '',
  markdownExtensions: ['.markdown', '.mkdown', '.mkdn', '.mkd', '.md'],
};

/**
 * A path relative to the site's root as Jekyll's rules see it: below `collections_dir`. Categories, `:path` and scopes of
 * defaults come from it.
 * Source: Jekyll 4.3, `Document#relative_path`.
 */
export function pathInCollections(path: string, { collectionsDir }: SiteFiles): string {
  const folder = collectionsDir.split('/').filter((part) => part !== '' && part !== '.');
  const start = folder.length === 0 ? '' : `${folder.join('/')}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}
