import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { saying } from '../../../core/messages';
import { hasTables } from '../database/has-tables';
import { InputError } from '../import/input-error';
import { i18nLocales } from '../i18n-locales';
import { messageOf } from '../messages/message-of';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { pagedCategories } from '../terms/category-page';
import { rowSelector, selectedRows, type ExportSelection } from './export-selection';
import { emptyExportReport, type ExportReport, type ExportStatus } from './export-report';
import { TargetError, type ExportTarget } from './export-target';
import { allExportedPosts, type ExportedPost } from './exported-row';
import { openFolder } from './folder-target';
import { pageFileOf } from './page-file';
import { loadFilePaths, pathClaims } from './path-claims';
import { postFilesOf, postPathOf, type ExportGround, type PostFileText } from './post-file';
import { postsInFolder } from './target-posts';
import { openZip } from './zip-target';

export interface ExportOptions {
  status: ExportStatus;
  /** Removes the files of posts that there are no more; for folders. */
  prune?: boolean;
  /** Tells what would happen and writes nothing. */
  dryRun?: boolean;
  /** Only a part of the posts, and nothing but posts; the whole site where absent. */
  selection?: ExportSelection;
  /** Stops after the running file. */
  signal?: AbortSignal;
  /** Called with each file that was written. */
  onFile?: (post: ExportedPost, file: PostFileText) => void;
  /** Called after each batch with the posts that were looked at; the export waits for it. */
  onBatch?: (seen: number, report: ExportReport) => Promise<void>;
}

/** Called after each post with the report so far. */
export type ExportProgress = (report: ExportReport) => void;

const SITE_CONFIGS = ['_config.yml', '_config.yaml'];

/** What an export learns while it writes. */
interface Run {
  target: ExportTarget;
  ground: ExportGround;
  report: ExportReport;
  /** Where files lay when they were imported. */
  filePaths: ReadonlySet<string>;
  claims: ReturnType<typeof pathClaims>;
  /** Paths of posts that are not written: drafts under `--status published`, and what is not selected. */
  left: Set<string>;
  isSelected: (row: ExportedPost['row']) => boolean;
}

/** Writes posts as the files of a Jekyll site: what was not edited is what was imported, byte for byte. */
export function exportService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * @param file a folder, which is made where it is missing, or a path that ends in `.zip`.
     * @throws InputError where the target or an option cannot be used.
     */
    async run(file: string, options: ExportOptions, onProgress?: ExportProgress): Promise<ExportReport> {
      const started = Date.now();
      const { status, dryRun = false, prune = false, selection } = options;
      const report = emptyExportReport(file, status, dryRun);
      const isZip = /\.zip$/i.test(file);
      if (isZip && prune) throw new InputError('--prune is for folders: a zip file is always written anew');
      if (!(await hasTables(strapi))) return report;
      const ground = await loadGround();
      const filePaths = await loadFilePaths(strapi);
      if (prune) await refuseForeign(file, filePaths, ground);
      const target = isZip && !dryRun ? await openZip(file) : await openFolder(file, { dryRun });
      try {
        const run: Run = {
          target,
          ground,
          report,
          filePaths,
          claims: pathClaims(filePaths),
          left: new Set(),
          isSelected: await rowSelector(strapi, selection ?? {}, ground.settings.site.timezone),
        };
        await writePosts(run, options, onProgress);
        if (!report.interrupted && !selection) await writeRest(run);
        if (!report.interrupted && !isZip) await findDeleted(file, run, prune);
        await (report.interrupted ? target.abort() : target.close());
      } catch (error) {
        await target.abort();
        throw error;
      }
      report.seconds = (Date.now() - started) / 1000;
      return report;
    },
  };

  async function loadGround(): Promise<ExportGround> {
    return {
      settings: await pressService<SettingsService>(strapi, 'settings').get(),
      defaultLocale: await i18nLocales(strapi).getDefaultLocale(),
    };
  }

  async function writePosts(run: Run, options: ExportOptions, onProgress?: ExportProgress): Promise<void> {
    const old: { from: string; to: string }[] = [];
    let seen = 0;
    for await (const batch of allExportedPosts(strapi, selectedRows(options.selection ?? {}))) {
      const posts = batch.filter((post) => isWanted(post, options.status, run));
      const files = await postFilesOf(strapi, posts, run.ground);
      for (const [index, file] of files.entries()) {
        if (options.signal?.aborted) {
          run.report.interrupted = true;
          return;
        }
        const { row } = posts[index];
        const to = run.claims.claim(row.filePath, file.path);
        const written = await writePost({ ...file, path: to }, run);
        if (written && row.filePath !== null && row.filePath !== to) old.push({ from: row.filePath, to });
        if (written) options.onFile?.(posts[index], { ...file, path: to });
        onProgress?.(run.report);
      }
      seen += batch.length;
      await options.onBatch?.(seen, run.report);
    }
    for (const move of old) await finishMove(move, run);
  }

  async function writePost(file: PostFileText, { target, report }: Run): Promise<boolean> {
    report.posts += 1;
    try {
      const outcome = await target.write(file.path, file.text);
      report.counts[outcome] += 1;
      if (file.footerRenewed && outcome !== 'unchanged') report.footersRenewed += 1;
      return true;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      report.counts.refused += 1;
      report.refused.push({ path: file.path, ...saying('reason', messageOf(error)) });
      return false;
    }
  }

  /** Takes the file away from where it lay, unless another post has that place now. */
  async function finishMove(
    move: { from: string; to: string },
    { target, report, claims }: Run,
  ): Promise<void> {
    report.moved.push(move);
    if (claims.claimed.has(move.from)) return;
    try {
      await target.remove(move.from);
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      report.refused.push({ path: move.from, ...saying('reason', messageOf(error)) });
    }
  }

  /** Pages of categories, and the site's `_config.yml` where there is none. */
  async function writeRest(run: Run): Promise<void> {
    for await (const category of pagedCategories(strapi)) {
      const page = pageFileOf(category);
      const written = await writePage(page, run);
      const from = category.page.path;
      if (written && page.path !== from) await finishMove({ from, to: page.path }, run);
    }
    const config = await pressService<SettingsService>(strapi, 'settings').siteConfig();
    if (config === null) return;
    const present = await Promise.all(SITE_CONFIGS.map((name) => run.target.has(name)));
    if (!present.includes(true)) await writePage({ path: SITE_CONFIGS[0], text: config }, run);
  }

  async function writePage(page: { path: string; text: string }, { target, report }: Run): Promise<boolean> {
    try {
      await target.write(page.path, page.text);
      report.pages += 1;
      return true;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      report.refused.push({ path: page.path, ...saying('reason', messageOf(error)) });
      return false;
    }
  }

  async function findDeleted(
    folder: string,
    { target, ground, report, filePaths, claims, left }: Run,
    prune: boolean,
  ): Promise<void> {
    const isOfPost = (file: string): boolean =>
      [claims.claimed, filePaths, left].some((paths) => paths.has(file));
    for await (const file of postsInFolder(path.resolve(folder), ground.settings)) {
      if (!isOfPost(file)) report.deleted.push(file);
    }
    if (!prune) return;
    for (const file of report.deleted) await target.remove(file);
    report.pruned = true;
  }

  /** A folder whose posts are all unknown is another site's, and nobody wants to lose that. */
  async function refuseForeign(
    folder: string,
    filePaths: ReadonlySet<string>,
    { settings }: ExportGround,
  ): Promise<void> {
    let seen = 0;
    for await (const file of postsInFolder(path.resolve(folder), settings)) {
      if (filePaths.has(file)) return;
      seen += 1;
    }
    if (seen === 0) return;
    throw new InputError(
      `${folder}: --prune would remove all of its ${seen} posts, as none of them came from there; nothing was written. Export to the folder of the site that was imported, or without --prune.`,
    );
  }
}

export type ExportService = ReturnType<typeof exportService>;

function isWanted(post: ExportedPost, status: ExportStatus, { left, ground, isSelected }: Run): boolean {
  if ((post.published || status === 'all') && isSelected(post.row)) return true;
  left.add(postPathOf(post, ground.settings));
  return false;
}
