import type { Core } from '@strapi/strapi';
import { parsePostPath } from '../../../core/jekyll';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { readCategoryPages } from './category-pages';
import { fileImporter } from './file-importer';
import { loadGround, type ImportGround } from './import-ground';
import { InputError } from './input-error';
import { nameCategories } from './name-categories';
import { addToReport, emptyReport, isClean, type ImportReport } from './report';
import { readSiteConfigFile, type ReadSiteConfig } from './site-config-file';
import { openSource, sitesWithin, type Source } from './source';
import { countTerms } from './term-counts';

export interface ImportOptions {
  /** The path in the site that a single file stands for. */
  as?: string;
  /** Tells what would happen and writes nothing; needs no tables. */
  dryRun?: boolean;
  /** Writes nothing if any file has an error. */
  strict?: boolean;
  /** Takes the file where both file and post changed since the last import. */
  overwrite?: boolean;
  /** For posts whose `lang` names no locale of this instance; the default locale where absent. */
  locale?: string;
  /** Stops after the running file. */
  signal?: AbortSignal;
}

/** Called after each file with the report so far. */
export type ImportProgress = (report: ImportReport) => void;

/** Brings a Jekyll site in: each file ends as a post or as a named problem, and none stops the others. */
export function importService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * @param target a site, a folder of it or one file.
     * @throws InputError where the target, its `_config.yml` or an option cannot be used; nothing is written then.
     */
    async run(
      target: string,
      options: ImportOptions = {},
      onProgress?: ImportProgress,
    ): Promise<ImportReport> {
      const started = Date.now();
      const source = await openSource(target, options.as);
      await requirePosts(source, target);
      const report = await importSource(source, options, onProgress);
      report.seconds = (Date.now() - started) / 1000;
      return report;
    },
  };

  async function importSource(
    source: Source,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    const site = source.siteConfig && readSiteConfigFile(source.siteConfig);
    requireReadable(site, source);
    const ground = await loadGround(strapi, site, options.locale);
    if (options.strict) {
      const trial = await importFiles(source, ground, site, { ...options, dryRun: true }, onProgress);
      if (!isClean(trial)) return { ...trial, dryRun: options.dryRun ?? false, refused: true };
      if (options.dryRun || trial.interrupted) return trial;
    }
    if (!options.dryRun && site) {
      await pressService<SettingsService>(strapi, 'settings').recordSiteConfig(site.text);
    }
    return importFiles(source, ground, site, options, onProgress);
  }

  async function importFiles(
    source: Source,
    ground: ImportGround,
    site: ReadSiteConfig | null,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    const write = !options.dryRun;
    const report = emptyReport(source.root, !write);
    if (source.siteConfig && site && site.diagnostics.length > 0) {
      report.siteProblems.push({ path: source.siteConfig.path, diagnostics: site.diagnostics });
    }
    const before = write ? await countTerms(strapi) : null;
    const categories = write ? nameCategories(strapi, await readCategoryPages(source, ground.locales)) : null;
    if (categories) report.siteProblems.push(...(await categories.createParents()));
    const importFile = fileImporter(strapi, ground, options);
    for await (const entry of source.files()) {
      if (options.signal?.aborted) {
        report.interrupted = true;
        report.stoppedBefore = entry.path;
        break;
      }
      addToReport(report, await importFile(entry));
      onProgress?.(report);
    }
    await categories?.nameAll();
    if (before) {
      const after = await countTerms(strapi);
      report.categoriesCreated = after.categories - before.categories;
      report.tagsCreated = after.tags - before.tags;
    }
    return report;
  }
}

export type ImportService = ReturnType<typeof importService>;

/** A file or folder from which no post can come is a mistake that is better told than counted. */
async function requirePosts(source: Source, target: string): Promise<void> {
  if (source.file) {
    const place = parsePostPath(source.file.path);
    if (place.kind === 'ignored' && place.reason === 'not-in-posts-folder') {
      throw new InputError(
        `${target} lies in no _posts folder: say where it belongs with --as _posts/2021-12-29-title.md`,
      );
    }
    return;
  }
  const sites = await sitesWithin(target, source);
  if (sites.length === 0) return;
  throw new InputError(`${target} has no _config.yml, but folders in it have: import ${sites.join(', ')}`);
}

/** Under a broken `_config.yml` time zone, permalinks and defaults would be wrong for every post. */
function requireReadable(site: ReadSiteConfig | null, source: Source): void {
  const problem = site?.diagnostics.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { line, column, message } = problem;
  throw new InputError(`${source.root}/${source.siteConfig?.path}:${line}:${column} ${message}`);
}
