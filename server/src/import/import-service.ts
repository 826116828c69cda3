import type { Core } from '@strapi/strapi';
import { readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { TermsService } from '../terms';
import { readCategoryPages, type CategoryPage } from './category-pages';
import { footerTerms } from './footer-terms';
import { hashOf, isEdited, storePost, type StoredOutcome } from './import-post';
import { failureOf } from './failure';
import { loadKnownFiles } from './known-files';
import { addToReport, emptyReport, reportedDiagnostics, type FileReport, type ImportReport } from './report';
import { openSource, type Source, type SourceFile } from './source';
import { splitFooter } from './split-footer';

export interface ImportOptions {
  /** The path in the site that a single file stands for. */
  as?: string;
  /** Tells what would happen and writes nothing. */
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

type Post = Extract<PostFile, { status: 'post' }>;

/** Brings a Jekyll site in: each file ends as a post or as a named problem, and none stops the others. */
export function importService({ strapi }: { strapi: Core.Strapi }) {
  const terms = (): TermsService => pressService<TermsService>(strapi, 'terms');

  return {
    /**
     * @param target a site, a folder of it or one file.
     * @throws SourceError where the target cannot be read.
     */
    async run(target: string, options: ImportOptions = {}, onProgress?: ImportProgress): Promise<ImportReport> {
      const started = Date.now();
      const source = await openSource(target, options.as);
      const report = emptyReport(source.root, options.dryRun ?? false);
      const settings = await settingsFor(source, options);
      report.refused = (options.strict ?? false) && (await hasErrors(source, settings));
      if (!report.refused) await importAll(source, settings, options, report, onProgress);
      report.seconds = (Date.now() - started) / 1000;
      return report;
    },
  };

  async function settingsFor({ siteConfig }: Source, { dryRun, strict }: ImportOptions): Promise<Settings> {
    const service = pressService<SettingsService>(strapi, 'settings');
    if (siteConfig === null) return service.get();
    // A strict import that is refused must leave no trace, so its site is recorded only when it goes on.
    if (dryRun || strict) return service.withSiteConfig(siteConfig);
    await service.recordSiteConfig(siteConfig);
    return service.get();
  }

  async function importAll(
    source: Source,
    settings: Settings,
    options: ImportOptions,
    report: ImportReport,
    onProgress?: ImportProgress,
  ): Promise<void> {
    const write = !options.dryRun;
    if (write && options.strict && source.siteConfig !== null) {
      await pressService<SettingsService>(strapi, 'settings').recordSiteConfig(source.siteConfig);
    }
    const locales = await localesOf(strapi, options.locale);
    const before = await countTerms();
    const pages = await readCategoryPages(source);
    if (write) await createParents(pages, locales.fallback);
    const known = await loadKnownFiles(strapi);
    const footers = footerTerms(strapi);
    for await (const entry of source.files()) {
      if (options.signal?.aborted) {
        report.interrupted = true;
        break;
      }
      addToReport(report, await importFile(entry));
      onProgress?.(report);
    }
    if (write) await nameFromPages(pages, locales.fallback);
    const after = await countTerms();
    report.categoriesCreated = after.categories - before.categories;
    report.tagsCreated = after.tags - before.tags;

    async function importFile(entry: SourceFile): Promise<FileReport> {
      const { path } = entry;
      try {
        const bytes = await entry.read();
        const file = readPostFile({ path, bytes }, settings);
        const diagnostics = reportedDiagnostics(file.diagnostics, bytes);
        if (file.status !== 'post') {
          const reason = file.status === 'ignored' ? file.reason : diagnostics[0]?.message;
          return { path, outcome: file.status, ...(reason ? { reason } : {}), diagnostics };
        }
        return { path, diagnostics, ...(await importPost(file, hashOf(bytes))) };
      } catch (error) {
        const reason = failureOf(error);
        strapi.log.debug(error);
        return { path, outcome: 'rejected', reason, diagnostics: [] };
      }
    }

    async function importPost(file: Post, fileHash: string): Promise<StoredOutcome> {
      const locale = locales.of(file);
      const stored = known.get(file.path);
      if (stored?.fileHash === fileHash) return { outcome: 'unchanged' };
      if (stored && !options.overwrite && (await isEdited(strapi, stored))) {
        return { outcome: 'conflict', reason: 'file and post were both changed since the last import' };
      }
      const invalid = file.diagnostics.some(({ severity }) => severity === 'error');
      if (!write) return { outcome: invalid ? 'invalid' : stored ? 'updated' : 'created' };
      const { frame, bom, visible, reading } = file;
      const split = splitFooter(file, await footers.of(reading.fields.categories, locale), locale, settings);
      if (Object.keys(split.names).length > 0) {
        await terms().ensure('category', Object.keys(split.names), locale, split.names);
        await terms().nameTerms('category', split.names, locale);
        footers.forget();
      }
      const { hasHeader, open, close } = frame;
      return storePost(
        strapi,
        {
          file,
          fileHash,
          locale,
          envelope: { bom, hasHeader, open, close, footer: split.footer },
          body: split.body,
          publish: visible && !invalid && isDue(file, settings),
        },
        stored,
      );
    }
  }

  /** Categories that a page places under another one; names come later, footers know them better. */
  async function createParents(pages: Map<string, CategoryPage>, locale: string): Promise<void> {
    const nested = [...pages.values()].flatMap(({ term, parent }) => (parent ? [{ term, parent }] : []));
    if (nested.length === 0) return;
    const ids = await terms().ensure(
      'category',
      nested.flatMap(({ term, parent }) => [term, parent]),
      locale,
    );
    for (const { term, parent } of nested) await setParent(ids.get(term), ids.get(parent));
  }

  async function setParent(id: number | undefined, parent: number | undefined): Promise<void> {
    const row: unknown = await strapi.db
      .query(CATEGORY_UID)
      .findOne({ where: { id }, select: ['id'], populate: { parent: { select: ['id'] } } });
    if (!row || parent === undefined || (row as { parent: unknown }).parent) return;
    await strapi.db.query(CATEGORY_UID).update({ where: { id }, data: { parent: { set: [{ id: parent }] } } });
  }

  async function nameFromPages(pages: Map<string, CategoryPage>, locale: string): Promise<void> {
    const names: Record<string, string> = {};
    for (const { term, title } of pages.values()) if (title) names[term] = title;
    await terms().nameTerms('category', names, locale);
  }

  async function countTerms(): Promise<{ categories: number; tags: number }> {
    return {
      categories: await strapi.db.query(CATEGORY_UID).count({}),
      tags: await strapi.db.query(TAG_UID).count({}),
    };
  }
}

export type ImportService = ReturnType<typeof importService>;

/** Jekyll leaves out posts that are dated ahead, unless `future` is set. */
function isDue({ reading }: Post, { future }: Settings): boolean {
  return future || reading.fields.date === null || Date.parse(reading.fields.date) <= Date.now();
}

async function hasErrors(source: Source, settings: Settings): Promise<boolean> {
  for await (const entry of source.files()) {
    const bytes = await entry.read().catch(() => null);
    if (bytes === null) return true;
    const file = readPostFile({ path: entry.path, bytes }, settings);
    if (file.diagnostics.some(({ severity }) => severity === 'error')) return true;
  }
  return false;
}

/** What we use of the service of `@strapi/i18n`. */
interface LocalesService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string>;
}

async function localesOf(strapi: Core.Strapi, wanted: string | undefined) {
  const service = strapi.plugin('i18n').service<LocalesService>('locales');
  const codes = (await service.find()).map(({ code }) => code);
  const fallback = wanted ?? (await service.getDefaultLocale());
  return {
    fallback,
    /** The locale that the file's `lang` names, where the instance has it. */
    of({ reading }: Post): string {
      const { lang } = reading.extra;
      return typeof lang === 'string' && codes.includes(lang) ? lang : fallback;
    },
  };
}
