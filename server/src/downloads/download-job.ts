import type { Core } from '@strapi/strapi';
import type { ExportRequest } from '../../../core/admin/export';
import { message } from '../../../core/messages';
import type { ExportReport, ExportSelection, ExportService } from '../export';
import { InputError } from '../import';
import type { JobHandler } from '../jobs';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import { changeLog } from './change-log';
import { downloadFolder, makeDownloadFolder } from './download-folder';
import { readDownloadParams } from './download-params';

/** As many refused files are kept in the record of a job. */
const FIRST_REFUSED = 20;

/** What the record of an export holds of its end. */
export type KeptExport = Pick<ExportReport, 'footersRenewed' | 'refused'> & {
  changes: ReturnType<typeof changeLog>['counts'];
};

/** Writes posts into a zip file on the machine that takes the job; after an interruption it begins again. */
export function downloadJob(strapi: Core.Strapi): JobHandler {
  return async ({ job, signal, checkpoint }) => {
    const params = readDownloadParams(job.params);
    const download = params && downloadFolder(strapi, params.download);
    if (!params || !download) throw new InputError(message('export/no-download'));
    await makeDownloadFolder(download);
    const total = await strapi.db.query(POST_UID).count({ where: { publishedAt: null } });
    await checkpoint({ counts: { done: 0, total } });
    const log = changeLog(download);
    const report = await pressService<ExportService>(strapi, 'export').run(download.zip, {
      status: params.request.status,
      selection: selectionOf(params.request),
      signal,
      onFile: (post, file) => log.add(post, file),
      onBatch: (seen) => checkpoint({ counts: { done: seen, total } }),
    });
    log.finish();
    return {
      footersRenewed: report.footersRenewed,
      refused: report.refused.slice(0, FIRST_REFUSED),
      changes: { ...log.counts, refused: report.refused.length },
    } satisfies KeptExport;
  };
}

/** Nothing chosen is the whole site, with its pages and `_config.yml`. */
function selectionOf({ categories, from, until }: ExportRequest): ExportSelection | undefined {
  if (categories.length === 0 && from === null && until === null) return undefined;
  return {
    ...(categories.length > 0 ? { categories } : {}),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  };
}
