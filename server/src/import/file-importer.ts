import type { Core } from '@strapi/strapi';
import { readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { TermsService } from '../terms';
import { isBatchable, storeBatch } from './batch-writer';
import { failureOf } from './failure';
import { adoptFile, findExported } from './exported-file';
import { hashOf } from './file-hash';
import { footerTerms } from './footer-terms';
import { foresee, type ImportCompanions, type TriedPost } from './foresee';
import { illustrate } from './images';
import type { ImportGround } from './import-ground';
import type { KnownFile } from './known-files';
import { hasErrors, isEdited, storePost, type ReadyPost, type StoredOutcome } from './import-post';
import { reportedDiagnostics, type FileReport, type ReportedDiagnostic } from './report';
import { loadSourceFile, type SourceFile } from './source-file';
import { splitFooter } from './split-footer';
import { urlClaims } from './url-claims';

export interface FileImportOptions {
  dryRun?: boolean;
  overwrite?: boolean;
  /** Stores each post through Strapi's Document Service, so that all hooks of other plugins run. */
  throughDocuments?: boolean;
  /** Stops after the file that is being stored, or the files that are stored together. */
  signal?: AbortSignal;
}

type Post = Extract<PostFile, { status: 'post' }>;

/** A file that was read and has to be stored. */
interface PendingFile {
  file: Post;
  fileHash: string;
  diagnostics: ReportedDiagnostic[];
  known: KnownFile | undefined;
}

/** What became of a file, or the file where something is left to do. */
type Step = { report: FileReport } | { pending: PendingFile };

/**
 * Gives the function that brings in some files at a time, in their order. New posts are written together in one
 * transaction, all others each in its own. It never throws; files that are left out when it is stopped have no report.
 */
export function fileImporter(
  strapi: Core.Strapi,
  ground: ImportGround,
  { dryRun = false, overwrite = false, throughDocuments = false, signal }: FileImportOptions,
  companions: ImportCompanions = {},
): (entries: readonly SourceFile[]) => Promise<FileReport[]> {
  const { locales, known } = ground;
  let { settings } = ground;
  const footers = footerTerms(strapi);
  const claim = urlClaims(strapi, ground);
  const tried: TriedPost[] = [];

  return async (entries) => {
    // Somebody may change them while a long import runs.
    if (!dryRun) settings = await pressService<SettingsService>(strapi, 'settings').get();
    const steps = await Promise.all(entries.map((entry) => guarded(entry.path, () => read(entry))));
    const decided: Step[] = [];
    for (const step of steps) {
      decided.push(
        'report' in step ? step : await guarded(step.pending.file.path, () => decide(step.pending)),
      );
    }
    if (tried.length > 0) await quietly(() => foresee(tried.splice(0), companions, settings));
    const pending = decided.flatMap((step) => ('pending' in step ? [step.pending] : []));
    const stored = await storeAll(pending);
    return decided.flatMap((step) => {
      if ('report' in step) return step.report;
      const { file, diagnostics } = step.pending;
      const outcome = stored.get(step.pending);
      return outcome ? { path: file.path, diagnostics, ...outcome } : [];
    });
  };

  function read(entry: SourceFile): Step {
    const { path } = entry;
    const loaded = loadSourceFile(entry, settings);
    const { bytes } = loaded;
    const fileHash = hashOf(bytes);
    if (!loaded.post && known.get(path)?.fileHash === fileHash) {
      return { report: { path, outcome: 'unchanged', diagnostics: [] } };
    }
    const file = loaded.post ?? readPostFile({ path, bytes }, settings);
    const diagnostics = reportedDiagnostics(file.diagnostics, bytes);
    if (file.status === 'post') return { pending: { file, fileHash, diagnostics, known: known.get(path) } };
    if (file.status === 'ignored') {
      return { report: { path, outcome: 'ignored', reason: file.reason, diagnostics } };
    }
    const [problem] = diagnostics;
    const reason = problem ? { reason: problem.message } : {};
    return { report: { path, outcome: 'rejected', ...reason, diagnostics } };
  }

  /** Looks at a file beside the post that it came to before. */
  async function decide(pending: PendingFile): Promise<Step> {
    const { file, fileHash, diagnostics, known: stored } = pending;
    const report = (outcome: StoredOutcome): Step => ({
      report: { path: file.path, diagnostics, ...outcome },
    });
    if (stored && (await isOwnExport(file, fileHash, stored))) return report({ outcome: 'unchanged' });
    if (stored && !overwrite && (await isEdited(strapi, stored))) {
      return report({
        outcome: 'conflict',
        reason: 'file and post were both changed since the last import',
      });
    }
    if (!dryRun) return { pending };
    tried.push(await triedPost(file));
    const reason = isPublished(file) ? await claim(file, localeOf(file), stored?.documentId ?? null) : null;
    if (reason !== null) return report({ outcome: 'invalid', reason });
    return report({ outcome: hasErrors(file) ? 'invalid' : stored ? 'updated' : 'created' });
  }

  async function storeAll(pending: PendingFile[]): Promise<Map<PendingFile, StoredOutcome>> {
    const outcomes = new Map<PendingFile, StoredOutcome>();
    const ready = new Map<PendingFile, ReadyPost>();
    const told = new Map<string, Record<string, string>>();
    for (const one of pending) {
      const { file, fileHash } = one;
      const locale = localeOf(file);
      const outcome = await rejectedIfThrown(file.path, async () => {
        const { envelope, body, names } = await splitFile(file, locale);
        footers.learn(names, locale);
        told.set(locale, { ...names, ...told.get(locale) });
        ready.set(one, { file, fileHash, locale, envelope, body, publish: isPublished(file) });
      });
      if (outcome) outcomes.set(one, outcome);
    }
    for (const [locale, names] of told) await learnNames(names, locale);
    const incoming = [...ready].map(([{ known: before }, post]) => ({ post, known: before }));
    const { images } = companions;
    if (images) await quietly(() => illustrate(strapi, images, incoming, settings));
    const together = throughDocuments
      ? []
      : [...ready].filter(([one, post]) => !one.known && isBatchable(post));
    const written = await storeTogether(together.map(([, post]) => post));
    written.forEach((outcome, index) => outcomes.set(together[index][0], outcome));
    for (const [one, post] of ready) {
      if (outcomes.has(one)) continue;
      if (signal?.aborted) break;
      const outcome = await rejectedIfThrown(one.file.path, async () => {
        outcomes.set(one, await storePost(strapi, post, one.known));
      });
      if (outcome) outcomes.set(one, outcome);
    }
    return outcomes;
  }

  /** Writes new posts in one transaction; where one of them cannot be stored none is, and each is tried alone. */
  async function storeTogether(posts: ReadyPost[]): Promise<StoredOutcome[]> {
    if (posts.length === 0) return [];
    try {
      return await storeBatch(strapi, posts, settings);
    } catch (error) {
      strapi.log.debug(error);
      footers.forget();
      return [];
    }
  }

  async function guarded(path: string, act: () => Step | Promise<Step>): Promise<Step> {
    try {
      return await act();
    } catch (error) {
      strapi.log.debug(error);
      return { report: { path, outcome: 'rejected', reason: failureOf(error), diagnostics: [] } };
    }
  }

  async function rejectedIfThrown(path: string, act: () => Promise<void>): Promise<StoredOutcome | null> {
    try {
      await act();
      return null;
    } catch (error) {
      strapi.log.debug(`${path}: ${String(error)}`);
      return { outcome: 'rejected', reason: failureOf(error) };
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

  /** Whether a file is what an export wrote of its post; the post then knows the file as its own. */
  async function isOwnExport(file: Post, fileHash: string, stored: KnownFile): Promise<boolean> {
    const post = await findExported(strapi, stored, fileHash, { settings, defaultLocale: locales.standard });
    if (!post) return false;
    if (dryRun) return true;
    const { envelope, body } = await splitFile(file, stored.locale);
    await adoptFile(strapi, post, { path: file.path, fileHash, envelope, body });
    return true;
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
