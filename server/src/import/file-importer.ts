import type { Core } from '@strapi/strapi';
import type { PostFile } from '../../../core/jekyll';
import { problemMessage, saying } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { TermsService } from '../terms';
import { failureMessage } from './failure';
import { adoptFile, comparePosts, type ComparedPost } from './exported-file';
import { footerTerms } from './footer-terms';
import { foresee, type ImportCompanions, type TriedPost } from './foresee';
import { illustrate } from './images';
import type { ImportGround } from './import-ground';
import { findExportedPlaces } from './exported-places';
import type { KnownFile } from './known-files';
import { CONFLICT, hasErrors, type ReadyPost, type StoredOutcome } from './import-post';
import { lotStore } from './lot-store';
import type { LotReader, ReadLot } from './reading';
import type { FileReading } from './reading/read-lot';
import type { FileReport, ReportedDiagnostic } from './report';
import type { SourceFile } from './source-file';
import { splitFooter } from './split-footer';
import { versionKey } from './stored-versions';
import { urlClaims } from './url-claims';

export interface FileImportOptions {
  dryRun?: boolean;
  overwrite?: boolean;
  /** Stores each post through Strapi's Document Service, so that all hooks of other plugins run. */
  throughDocuments?: boolean;
  /** Stops after the file that is being stored, or the files that are stored together. */
  signal?: AbortSignal;
  /** Throws where another process goes on with this import. */
  confirm?: () => Promise<void>;
}

type Post = Extract<PostFile, { status: 'post' }>;

/** A file that was read and has to be stored. */
interface PendingFile extends FileDocument {
  file: Post;
  fileHash: string;
  diagnostics: ReportedDiagnostic[];
}

/** The post that a file came to before, or the id for a new one where it was made beforehand. */
interface FileDocument {
  known: KnownFile | undefined;
  newDocumentId: string | undefined;
}

/** Brings in lots of files, one lot after the other. */
export interface FileImporter {
  /** Begins to read a lot, which may be while the one before it is brought in. */
  read(entries: readonly SourceFile[]): Promise<ReadLot>;
  /** Files that are left out when it is stopped have no report. */
  importLot(lot: ReadLot): Promise<FileReport[]>;
}

/** What became of a file, or the file where something is left to do. */
type Step = { report: FileReport } | { pending: PendingFile };

/**
 * Brings files in, some at a time and in their order. Posts are written together in one transaction where they can be, all
 * others each in its own.
 */
export function fileImporter(
  strapi: Core.Strapi,
  ground: ImportGround,
  { dryRun = false, overwrite = false, throughDocuments = false, signal, confirm }: FileImportOptions,
  { reader, ...companions }: ImportCompanions & { reader: LotReader },
): FileImporter {
  const { locales, hasTables } = ground;
  let { settings } = ground;
  const footers = footerTerms(strapi);
  const claim = urlClaims(strapi, ground);
  const store = lotStore(strapi, {
    overwrite,
    throughDocuments,
    signal,
    confirm: confirm ?? (() => Promise.resolve()),
    onRefused: () => footers.forget(),
  });
  const tried: TriedPost[] = [];

  return {
    async read(entries) {
      await refreshSettings();
      return reader.read(entries, settings);
    },
    importLot,
  };

  /** Somebody may change them while a long import runs. */
  async function refreshSettings(): Promise<void> {
    if (!dryRun) settings = await pressService<SettingsService>(strapi, 'settings').get();
  }

  async function importLot(lot: ReadLot): Promise<FileReport[]> {
    await refreshSettings();
    const { entries, known, files } =
      lot.settings === settings ? lot : await reader.read(lot.entries, settings);
    const { readings, documentIds } = await files;
    const steps = readings.map((reading, index) => {
      const { path } = entries[index];
      return stepOf(path, reading, { known: known.get(path), newDocumentId: documentIds[index] });
    });
    await findPlaces(steps);
    const compared = await comparePosts(
      strapi,
      steps.flatMap((step) => ('pending' in step ? (step.pending.known ?? []) : [])),
      { settings, defaultLocale: locales.standard },
    );
    const decided: Step[] = [];
    for (const step of steps) {
      decided.push(
        'report' in step ? step : await guarded(step.pending.file.path, () => decide(step.pending, compared)),
      );
    }
    if (tried.length > 0) await quietly(() => foresee(tried.splice(0), companions, settings));
    const stored = await storeAll(decided.flatMap((step) => ('pending' in step ? [step.pending] : [])));
    const again = await importAgain(entries, stored);
    return decided.flatMap((step) => {
      if ('report' in step) return step.report;
      const { file, diagnostics } = step.pending;
      const outcome = stored.get(step.pending);
      return outcome ? { path: file.path, diagnostics, ...outcome } : (again.get(file.path) ?? []);
    });
  }

  /** Another import or client was first with these files: they are compared with what it stored. */
  async function importAgain(
    entries: readonly SourceFile[],
    stored: ReadonlyMap<PendingFile, StoredOutcome | null>,
  ): Promise<Map<string, FileReport>> {
    const overtaken = new Set(
      [...stored].flatMap(([{ file }, outcome]) => (outcome === null ? [file.path] : [])),
    );
    if (overtaken.size === 0) return new Map();
    footers.forget();
    const left = entries.filter(({ path }) => overtaken.has(path));
    const reports = await importLot(await reader.read(left, settings));
    return new Map(reports.map((report) => [report.path, report]));
  }

  /** A file that came from nowhere may be what an export wrote of a post. */
  async function findPlaces(steps: Step[]): Promise<void> {
    if (!hasTables) return;
    const fresh = steps.flatMap((step) => ('pending' in step && !step.pending.known ? [step.pending] : []));
    const files = fresh.map(({ file: { path, nameSlug, reading } }) => ({
      path,
      nameSlug,
      slug: reading.fields.slug,
    }));
    const places = await findExportedPlaces(strapi, files, settings);
    for (const pending of fresh) pending.known = places.get(pending.file.path);
  }

  function stepOf(path: string, reading: FileReading, document: FileDocument): Step {
    if ('failure' in reading)
      return { report: { path, outcome: 'rejected', ...saying('reason', reading.failure), diagnostics: [] } };
    const { file, fileHash, diagnostics } = reading;
    if (!file) return { report: { path, outcome: 'unchanged', diagnostics: [] } };
    if (file.status === 'post') return { pending: { file, fileHash, diagnostics, ...document } };
    if (file.status === 'ignored') {
      return { report: { path, outcome: 'ignored', reason: file.reason, diagnostics } };
    }
    const [problem] = diagnostics;
    const why = problem ? saying('reason', problemMessage(problem)) : {};
    return { report: { path, outcome: 'rejected', ...why, diagnostics } };
  }

  /** Looks at a file beside the post that it came to before. */
  async function decide(pending: PendingFile, compared: Map<string, ComparedPost>): Promise<Step> {
    const { file, fileHash, diagnostics, known } = pending;
    const report = (outcome: StoredOutcome): Step => ({
      report: { path: file.path, diagnostics, ...outcome },
    });
    const stored = known && compared.get(versionKey(known));
    if (known && stored?.exportHash === fileHash) {
      // It is what an export wrote of the post, which then knows the file as its own.
      if (!dryRun) {
        const { envelope, body } = await splitFile(file, known.locale);
        await adoptFile(strapi, stored.post, { path: file.path, fileHash, envelope, body });
      }
      return report({ outcome: 'unchanged' });
    }
    if (stored?.isEdited && !overwrite) return report(CONFLICT);
    if (!dryRun) return { pending };
    tried.push(await triedPost(file));
    const why = isPublished(file) ? await claim(file, localeOf(file), known?.documentId ?? null) : null;
    if (why !== null) return report({ outcome: 'invalid', ...saying('reason', why) });
    return report({ outcome: hasErrors(file) ? 'invalid' : known ? 'updated' : 'created' });
  }

  async function storeAll(pending: PendingFile[]): Promise<Map<PendingFile, StoredOutcome | null>> {
    const outcomes = new Map<PendingFile, StoredOutcome | null>();
    const ready = new Map<PendingFile, ReadyPost>();
    const told = new Map<string, Record<string, string>>();
    for (const one of pending) {
      const { file, fileHash, known, newDocumentId } = one;
      const locale = localeOf(file);
      try {
        const { envelope, body, names } = await splitFile(file, locale);
        footers.learn(names, locale);
        told.set(locale, { ...names, ...told.get(locale) });
        const publish = isPublished(file);
        ready.set(one, { file, fileHash, locale, envelope, body, publish, known, newDocumentId });
      } catch (error) {
        strapi.log.debug(`${file.path}: ${String(error)}`);
        outcomes.set(one, { outcome: 'rejected', ...saying('reason', failureMessage(error)) });
      }
    }
    for (const [locale, names] of told) await learnNames(names, locale);
    const { images } = companions;
    const incoming = [...ready.values()].map((post) => ({ post, known: post.known }));
    if (images) await quietly(() => illustrate(strapi, images, incoming, settings));
    const stored = await store([...ready.values()], settings);
    for (const [one, post] of ready) {
      const outcome = stored.get(post);
      if (outcome !== undefined) outcomes.set(one, outcome);
    }
    return outcomes;
  }

  async function guarded(path: string, act: () => Step | Promise<Step>): Promise<Step> {
    try {
      return await act();
    } catch (error) {
      strapi.log.debug(error);
      const why = saying('reason', failureMessage(error));
      return { report: { path, outcome: 'rejected', ...why, diagnostics: [] } };
    }
  }

  /** What comes with posts stops none of them. */
  async function quietly(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      strapi.log.error(error);
    }
  }

  async function triedPost(file: Post): Promise<TriedPost> {
    const locale = localeOf(file);
    if (!ground.hasTables) return { post: { file, locale, body: file.frame.body }, told: [] };
    const { body, names } = await splitFile(file, locale);
    return { post: { file, locale, body }, told: Object.keys(names) };
  }

  function localeOf({ reading }: Post): string {
    return locales.of(reading.extra.lang);
  }

  /** Whether Jekyll would show it and no error stands. */
  function isPublished(file: Post): boolean {
    return file.visible && !hasErrors(file) && isDue(file, settings);
  }

  async function splitFile(file: Post, locale: string) {
    const { bom, frame, reading } = file;
    const terms = settings.footer ? await footers.of(reading.fields.categories, locale) : [];
    const { body, footer, names } = splitFooter(file, terms, locale, settings);
    const { hasHeader, open, close } = frame;
    return { body, names, envelope: { bom, hasHeader, open, close, footer } };
  }

  /** Names of categories that a footer tells. */
  async function learnNames(names: Record<string, string>, locale: string): Promise<void> {
    const told = Object.keys(names);
    if (told.length === 0) return;
    const terms = pressService<TermsService>(strapi, 'terms');
    await terms.ensure('category', told, locale, names);
    await terms.nameTerms('category', names, locale);
    footers.forget();
  }
}

/** Jekyll leaves out posts that are dated ahead, unless `future` is set. */
function isDue({ reading }: Post, { future }: Settings): boolean {
  return future || reading.fields.date === null || Date.parse(reading.fields.date) <= Date.now();
}
