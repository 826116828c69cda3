import { createReadStream, type ReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  ExportChange,
  ExportChangeKind,
  ExportRequest,
  ExportSummary,
} from '../../../core/admin/export';
import { message } from '../../../core/messages';
import type { ExportService } from '../export';
import { i18nLocales } from '../i18n-locales';
import { jobError, OPEN_STATES, type Job, type JobsService } from '../jobs';
import { errorSaying } from '../messages/error-saying';
import { pressService } from '../press-service';
import { readChanges } from './change-log';
import {
  downloadFolder,
  makeDownloadFolder,
  newDownload,
  removeDownload,
  removeOldDownloads,
  sizeOf,
  type DownloadFolder,
} from './download-folder';
import type { KeptExport } from './download-job';
import { downloadParamsOf, readDownloadParams, type DownloadParams } from './download-params';
import { exportTexts } from './export-texts';

/** A zip file that somebody downloads. */
export interface SentZip {
  content: ReadStream;
  bytes: number;
}

/** Exports that begin in the admin: a job writes a zip file on this server, and it is downloaded from there. */
export function downloadsService({ strapi }: { strapi: Core.Strapi }) {
  const jobs = () => pressService<JobsService>(strapi, 'jobs');

  return {
    /** Has a job write posts into a zip file. @returns the number of the export. */
    async begin(request: ExportRequest): Promise<number> {
      await removeOldDownloads(strapi);
      return jobs().enqueue('export', downloadParamsOf(newDownload(strapi).id, request));
    },

    /** Exports, the newest first. */
    async history(offset: number, limit: number): Promise<{ exports: ExportSummary[]; total: number }> {
      const listed = await jobs().list({ kind: 'export', offset, limit });
      return { exports: await Promise.all(listed.map(summaryOf)), total: await jobs().count('export') };
    },

    /** The files that differ from those that were imported. */
    async changes(
      id: number,
      page: { kind?: ExportChangeKind; start: number; limit: number },
    ): Promise<ExportChange[]> {
      const { params, download } = await find(id);
      return (await readChanges(download, page)) ?? refuseAbsent(params);
    },

    texts: (version: { documentId: string; locale: string | null }) => exportTexts(strapi, version),

    async open(id: number): Promise<SentZip> {
      const { params, download } = await find(id);
      const bytes = await sizeOf(download);
      return bytes === null ? refuseAbsent(params) : { content: createReadStream(download.zip), bytes };
    },

    /** Forgets an export and removes its file. */
    async discard(id: number): Promise<void> {
      const { job, download } = await find(id);
      if (OPEN_STATES.includes(job.state) || !(await jobs().remove(id)))
        throw errorSaying(errors.ApplicationError, message('job/cancel-first'));
      await removeDownload(download);
    },

    /** The files of some posts, drafts too; the zip is gone once it was read. */
    async chosen(documentIds: readonly string[], locale: string | null): Promise<SentZip> {
      const download = newDownload(strapi);
      await makeDownloadFolder(download);
      try {
        const posts = { documentIds, locale: locale ?? (await i18nLocales(strapi).getDefaultLocale()) };
        const options = { status: 'all', selection: { posts } } as const;
        await pressService<ExportService>(strapi, 'export').run(download.zip, options);
        const bytes = await sizeOf(download);
        if (bytes === null) throw errorSaying(errors.ApplicationError, message('export/not-written'));
        const content = createReadStream(download.zip);
        content.once('close', () => void removeDownload(download));
        return { content, bytes };
      } catch (error) {
        await removeDownload(download);
        throw error;
      }
    },

    /** Removes exports of more than a week ago. */
    removeOld: () => removeOldDownloads(strapi),
  };

  async function find(id: number): Promise<{ job: Job; params: DownloadParams; download: DownloadFolder }> {
    const job = await jobs().find(id);
    const params = job?.kind === 'export' ? readDownloadParams(job.params) : null;
    const download = params && downloadFolder(strapi, params.download);
    if (!job || !params || !download) throw errorSaying(errors.NotFoundError, message('export/gone', { id }));
    return { job, params, download };
  }

  async function summaryOf(job: Job): Promise<ExportSummary> {
    const { id, state, createdAt, finishedAt } = job;
    const params = readDownloadParams(job.params);
    const download = params && downloadFolder(strapi, params.download);
    const kept = job.report as KeptExport | null;
    return {
      id,
      request: params?.request ?? { status: 'all', categories: [], from: null, until: null },
      state,
      counts: kept?.changes ?? null,
      footersRenewed: kept?.footersRenewed ?? 0,
      refused: kept?.refused ?? [],
      size: download && state === 'done' ? await sizeOf(download) : null,
      createdAt,
      finishedAt,
      ...jobError(job),
    };
  }
}

function refuseAbsent({ host }: DownloadParams): never {
  throw errorSaying(errors.ApplicationError, message('export/elsewhere', { host }));
}

export type DownloadsService = ReturnType<typeof downloadsService>;
