import type { Core } from '@strapi/strapi';
import { readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { pressService } from '../press-service';
import type { TermsService } from '../terms';
import { failureOf } from './failure';
import { adoptFile, findExported } from './exported-file';
import { hashOf } from './file-hash';
import { footerTerms } from './footer-terms';
import type { ImportGround } from './import-ground';
import type { KnownFile } from './known-files';
import { isEdited, storePost, type StoredOutcome } from './import-post';
import { reportedDiagnostics, type FileReport } from './report';
import { loadSourceFile, type SourceFile } from './source-file';
import { splitFooter } from './split-footer';
import { urlClaims } from './url-claims';

export interface FileImportOptions {
  dryRun?: boolean;
  overwrite?: boolean;
}

type Post = Extract<PostFile, { status: 'post' }>;

/** Gives the function that brings in one file after the other, each in a transaction of its own. It never throws. */
export function fileImporter(
  strapi: Core.Strapi,
  { settings, locales, known, hasTables }: ImportGround,
  { dryRun = false, overwrite = false }: FileImportOptions,
): (entry: SourceFile) => Promise<FileReport> {
  const footers = footerTerms(strapi);
  const claim = urlClaims(strapi, { settings, hasTables });

  return async (entry) => {
    const { path } = entry;
    try {
      const loaded = await loadSourceFile(entry, settings);
      const { bytes } = loaded;
      const fileHash = hashOf(bytes);
      if (!loaded.post && known.get(path)?.fileHash === fileHash) {
        return { path, outcome: 'unchanged', diagnostics: [] };
      }
      const post = loaded.post ?? readPostFile({ path, bytes }, settings);
      const diagnostics = reportedDiagnostics(post.diagnostics, bytes);
      if (post.status === 'ignored') return { path, outcome: 'ignored', reason: post.reason, diagnostics };
      if (post.status === 'rejected') {
        const [problem] = diagnostics;
        return { path, outcome: 'rejected', ...(problem ? { reason: problem.message } : {}), diagnostics };
      }
      return { path, diagnostics, ...(await importPost(post, fileHash)) };
    } catch (error) {
      strapi.log.debug(error);
      return { path, outcome: 'rejected', reason: failureOf(error), diagnostics: [] };
    }
  };

  async function importPost(file: Post, fileHash: string): Promise<StoredOutcome> {
    const stored = known.get(file.path);
    const locale = locales.of(file.reading.extra.lang);
    if (stored && (await isOwnExport(file, fileHash, stored))) return { outcome: 'unchanged' };
    if (stored && !overwrite && (await isEdited(strapi, stored))) {
      return { outcome: 'conflict', reason: 'file and post were both changed since the last import' };
    }
    const invalid = file.diagnostics.some(({ severity }) => severity === 'error');
    const publish = file.visible && !invalid && isDue(file, settings);
    if (dryRun) {
      const reason = publish ? await claim(file, locale, stored?.documentId ?? null) : null;
      if (reason !== null) return { outcome: 'invalid', reason };
      return { outcome: invalid ? 'invalid' : stored ? 'updated' : 'created' };
    }
    const { envelope, body, names } = await splitFile(file, locale);
    await learnNames(names, locale);
    return storePost(strapi, { file, fileHash, locale, envelope, body, publish }, stored);
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
