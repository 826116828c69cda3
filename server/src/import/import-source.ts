import { statSync } from 'node:fs';
import { defaultSettings } from '../../../core/default-settings';
import { parsePostPath } from '../../../core/jekyll';
import { message, problemMessage } from '../../../core/messages';
import { InputError } from './input-error';
import { readSiteConfigFile, type ReadSiteConfig } from './site-config-file';
import { openSource, sitesWithin, type Source } from './source';
import { openZipSource, type ArchiveLimits } from './zip-source';

/** What an import reads from. */
export interface ImportSource {
  source: Source;
  /** Null where the source has no `_config.yml`. */
  site: ReadSiteConfig | null;
}

/**
 * Opens what is to be imported. It needs no Strapi, so that the command line can tell a mistake before it starts one.
 * @param target a site, a folder of it, one file or a `.zip` file; or a source that is open already.
 * @param as the path in the site that a single file stands for.
 * @throws InputError where the path or its `_config.yml` cannot be read, or no post can come from it.
 */
export async function openImportSource(
  target: string | Source,
  { as, limits = defaultSettings().limits }: { as?: string; limits?: ArchiveLimits } = {},
): Promise<ImportSource> {
  const isListed = typeof target !== 'string' || isZip(target);
  if (as !== undefined && isListed) throw new InputError('--as names one file, but many come in');
  const source =
    typeof target !== 'string'
      ? target
      : isListed
        ? await openZipSource(target, limits)
        : await openSource(target, as);
  try {
    await requirePosts(source, typeof target === 'string' && !isListed ? target : null);
    const site = source.siteConfig && readSiteConfigFile(source.siteConfig);
    requireReadable(site, source);
    return { source, site };
  } catch (error) {
    await source.close?.();
    throw error;
  }
}

function isZip(target: string): boolean {
  return /\.zip$/i.test(target) && statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true;
}

/** A file or folder from which no post can come is a mistake that is better told than counted. */
async function requirePosts(source: Source, folder: string | null): Promise<void> {
  const target = folder ?? source.root;
  if (source.file) {
    const place = parsePostPath(source.file.path, source.siteFiles);
    if (place.kind === 'ignored' && place.reason === 'not-in-posts-folder') {
      throw new InputError(
        `${target} lies in no _posts folder: say where it belongs with --as _posts/2021-12-29-title.md`,
      );
    }
    return;
  }
  const sites = folder === null ? [] : await sitesWithin(folder, source);
  if (sites.length > 0) {
    throw new InputError(`${target} has no _config.yml, but folders in it have: import ${sites.join(', ')}`);
  }
  if ((await source.files().next()).done) {
    throw new InputError(message('import/no-posts', { name: target }));
  }
}

/** Under a broken `_config.yml` time zone, permalinks and defaults would be wrong for every post. */
function requireReadable(site: ReadSiteConfig | null, source: Source): void {
  const problem = site?.diagnostics.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { line, column } = problem;
  const path = `${source.root}/${source.siteConfig?.path}`;
  throw new InputError(
    message('import/broken-config', { path, line, column, problem: problemMessage(problem) }),
  );
}
