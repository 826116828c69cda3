import { parsePostPath } from '../../../core/jekyll';
import { InputError } from './input-error';
import { readSiteConfigFile, type ReadSiteConfig } from './site-config-file';
import { openSource, sitesWithin, type Source } from './source';

/** What an import reads from. */
export interface ImportSource {
  source: Source;
  /** Null where the source has no `_config.yml`. */
  site: ReadSiteConfig | null;
}

/**
 * Opens what is to be imported. It needs no Strapi, so that the command line can tell a mistake before it starts one.
 * @param as the path in the site that a single file stands for.
 * @throws InputError where the path or its `_config.yml` cannot be read, or no post can come from it.
 */
export async function openImportSource(target: string, as?: string): Promise<ImportSource> {
  const source = await openSource(target, as);
  await requirePosts(source, target);
  const site = source.siteConfig && readSiteConfigFile(source.siteConfig);
  requireReadable(site, source);
  return { source, site };
}

/** A file or folder from which no post can come is a mistake that is better told than counted. */
async function requirePosts(source: Source, target: string): Promise<void> {
  if (source.file) {
    const place = parsePostPath(source.file.path, source.siteFiles);
    if (place.kind === 'ignored' && place.reason === 'not-in-posts-folder') {
      throw new InputError(
        `${target} lies in no _posts folder: say where it belongs with --as _posts/2021-12-29-title.md`,
      );
    }
    return;
  }
  const sites = await sitesWithin(target, source);
  if (sites.length > 0) {
    throw new InputError(`${target} has no _config.yml, but folders in it have: import ${sites.join(', ')}`);
  }
  if ((await source.files().next()).done) {
    throw new InputError(`${target}: no files in _posts or _drafts folders`);
  }
}

/** Under a broken `_config.yml` time zone, permalinks and defaults would be wrong for every post. */
function requireReadable(site: ReadSiteConfig | null, source: Source): void {
  const problem = site?.diagnostics.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { line, column, message } = problem;
  throw new InputError(`${source.root}/${source.siteConfig?.path}:${line}:${column} ${message}`);
}
