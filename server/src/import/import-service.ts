import type { Core } from '@strapi/strapi';
import { pressService } from '../press-service';
import { hasTables } from '../database/has-tables';
import { refreshStatistics } from '../database/refresh-statistics';
import { tableNames } from '../database/table-names';
import { listingTables } from '../listing/listing-tables';
import { PLUGIN_ID, POST_UID } from '../plugin-id';
import { resolveSettings, type SettingsService } from '../settings';
import type { Source } from './source';
import type { ArchiveLimits } from './zip-source';
import { readCategoryPages } from './category-pages';
import { fileImporter } from './file-importer';
import { loadGround, type ImportGround } from './import-ground';
import { openImportSource, type ImportSource } from './import-source';
import { nameCategories } from './name-categories';
import { lotReader, readAhead, startReaderThread } from './reading';
import { prunePosts, requirePrunable } from './prune-posts';
import {
  addPruned,
  emptyReport,
  isClean,
  isProblem,
  reportCounter,
  type FileReport,
  type ImportReport,
  type Pruned,
  type PrunedPost,
} from './report';
import { addLateCovers, imageImport } from './images';
import { foreseenTerms, watchTerms } from './new-terms';

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
  /** Stores each post through Strapi's Document Service: slower, and all hooks of other plugins run. */
  throughDocuments?: boolean;
  /** Deletes the posts whose files are gone from the folder, before the others come in: a URL may have moved. */
  prune?: boolean;
  /** `false` leaves images where they are; else those that posts show go to the media library. */
  images?: boolean;
  /** Stops after the running batch of files. */
  signal?: AbortSignal;
  /** Called in the transaction of each lot of posts; throws `LeaseLost` where another process goes on with this import. */
  confirm?: () => Promise<void>;
  /** Called before the first file; under `strict` once for the check, and again where the import follows. */
  onStart?: (pass: ImportPass) => void;
  /** Called with each file that there is something to say of; the report itself keeps only so many. */
  onFile?: (file: FileReport) => void;
  /** Called with each file, also with those that there is nothing to say of. */
  onOutcome?: (file: FileReport) => void;
  /** Called with each post whose file is gone. */
  onPruned?: (post: PrunedPost) => void;
}

/** A run over all files. */
export interface ImportPass {
  root: string;
  /** Whether it only checks, for `strict`, or tells, for `dryRun`. */
  dryRun: boolean;
}

/** Called after each batch of files with the report so far; the next batch waits for it. */
export type ImportProgress = (report: ImportReport) => void | Promise<void>;

/** How many files are brought in together. */
const BATCH = 500;
/** After so many new and changed posts the database's statistics are worth a look at the tables. */
const MANY_POSTS = 1000;

/** Brings a Jekyll site in: each file ends as a post or as a named problem, and none stops the others. */
export function importService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * @param target a site, a folder of it, one file or a `.zip` file; or a source that is open already.
     * @throws InputError where the target, its `_config.yml` or an option cannot be used; nothing is written then.
     */
    async run(
      target: string | Source,
      options: ImportOptions = {},
      onProgress?: ImportProgress,
    ): Promise<ImportReport> {
      const started = Date.now();
      const opened = await openImportSource(target, { as: options.as, limits: await limits() });
      const report = await importSource(opened, options, onProgress).finally(() => opened.source.close?.());
      report.seconds = (Date.now() - started) / 1000;
      return report;
    },
  };

  async function limits(): Promise<ArchiveLimits> {
    if (await hasTables(strapi))
      return (await pressService<SettingsService>(strapi, 'settings').get()).limits;
    return resolveSettings({ file: strapi.config.get(`plugin::${PLUGIN_ID}`, {}), admin: {}, site: {} })
      .limits;
  }

  async function importSource(
    { source, site }: ImportSource,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    const ground = await loadGround(strapi, site, options.locale);
    if (options.prune) await requirePrunable(strapi, source, ground);
    if (options.strict) {
      const check = { ...options, dryRun: true, prune: options.prune && options.dryRun };
      const trial = await importFiles({ source, site }, ground, check, onProgress);
      if (!isClean(trial)) return { ...trial, dryRun: options.dryRun ?? false, refused: true };
      if (options.dryRun || trial.interrupted) return trial;
    }
    if (!options.dryRun && site) {
      await pressService<SettingsService>(strapi, 'settings').recordSiteConfig(site.text);
    }
    return importFiles({ source, site }, ground, options, onProgress);
  }

  async function prune(source: Source, ground: ImportGround, options: ImportOptions): Promise<Pruned> {
    const pruned: Pruned = { deleted: 0, kept: 0, posts: [] };
    if (!ground.hasTables) return pruned;
    const { dryRun = false, overwrite = false, signal, onPruned } = options;
    const { settings, locales } = ground;
    const exported = { settings, defaultLocale: locales.standard };
    for await (const post of prunePosts(strapi, source, exported, { dryRun, overwrite, signal })) {
      addPruned(pruned, post);
      onPruned?.(post);
    }
    return pruned;
  }

  async function importFiles(
    { source, site }: ImportSource,
    ground: ImportGround,
    options: ImportOptions,
    onProgress?: ImportProgress,
  ): Promise<ImportReport> {
    const write = !options.dryRun;
    const report = emptyReport(source.root, !write);
    const count = reportCounter(report);
    options.onStart?.({ root: source.root, dryRun: !write });
    if (options.prune) report.pruned = await prune(source, ground, options);
    if (source.siteConfig && site && site.diagnostics.length > 0) {
      report.siteProblems.push({ path: source.siteConfig.path, diagnostics: site.diagnostics });
    }
    const { imageBytes } = ground.settings.limits;
    const appeared = write ? await watchTerms(strapi) : null;
    const foreseen = foreseenTerms(strapi, ground.hasTables);
    const images =
      options.images === false
        ? undefined
        : imageImport(strapi, source, report.images, { dryRun: !write, imageBytes });
    const pages = await readCategoryPages(source, ground.locales);
    const categories = write ? nameCategories(strapi, pages) : null;
    for (const { term, parent, locale } of write ? [] : pages)
      if (parent !== null) await foreseen.see('category', [term, parent], locale);
    if (categories) report.siteProblems.push(...(await categories.createParents()));
    const makesDocumentIds = write && !options.throughDocuments;
    const reader = lotReader(strapi, {
      hasTables: ground.hasTables,
      startThread: () => startReaderThread({ makesDocumentIds }),
    });
    const importer = fileImporter(strapi, ground, options, { images, foreseen, reader });
    const lots = readAhead(batchesOf(source.files(), BATCH), (entries) => importer.read(entries));
    for await (const lot of closing(lots, () => reader.stop())) {
      const { entries } = lot;
      const reports = options.signal?.aborted ? [] : await importer.importLot(lot);
      for (const file of reports) {
        count(file);
        options.onOutcome?.(file);
        if (isProblem(file)) options.onFile?.(file);
      }
      await onProgress?.(report);
      const done = new Set(reports.map((file) => file.path));
      const left = entries.find((entry) => !done.has(entry.path));
      if (left === undefined) continue;
      report.interrupted = true;
      report.stoppedBefore = left.path;
      break;
    }
    if (write && report.counts.created + report.counts.updated >= MANY_POSTS)
      await refreshStatistics(strapi, postTables(strapi));
    await categories?.nameAll();
    await categories?.keepPages();
    const late = report.interrupted ? undefined : await images?.finish();
    if (late && late.size > 0) await addLateCovers(strapi, late, ground.settings);
    const terms = appeared ? await appeared() : foreseen.lists;
    report.newCategories = terms.category;
    report.newTags = terms.tag;
    if (write) {
      report.categoriesCreated = terms.category.count;
      report.tagsCreated = terms.tag.count;
    }
    return report;
  }
}

function postTables(strapi: Core.Strapi): string[] {
  const { table, link } = tableNames(strapi, POST_UID);
  return [table, link('categories').table, link('tags').table, ...Object.values(listingTables(strapi))];
}

async function* batchesOf<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Runs an end to whatever end the items come. */
async function* closing<Item>(items: AsyncIterable<Item>, end: () => Promise<void>): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    await end();
  }
}

export type ImportService = ReturnType<typeof importService>;
