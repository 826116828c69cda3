import { writeFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { message } from '../../../core/messages';
import { InputError, type FileReport } from '../import';
import { importWith, shortened } from '../import/import-job';
import type { JobHandler } from '../jobs';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { openUpload } from './open-upload';
import { problemLog } from './problem-log';
import { removeFiles, uploadFolder } from './upload-folder';
import { readUploadParams } from './upload-params';

/**
 * Checks or imports what was sent, in whichever process takes the job; after an interruption it begins again, and what came
 * in already is only read.
 * @param others does imports of anything else.
 */
export function uploadJob(strapi: Core.Strapi, others: JobHandler): JobHandler {
  return async (running) => {
    const params = readUploadParams(running.job.params);
    if (!params) return others(running);
    const upload = uploadFolder(strapi, params.upload);
    if (!upload) throw new InputError(message('import/no-upload'));
    const { limits } = await pressService<SettingsService>(strapi, 'settings').get();
    const source = await openUpload(upload, params, limits);
    const log = problemLog(upload);
    log.restart();
    const options = {
      ...params.options,
      onStart: () => log.restart(),
      onFile: (file: FileReport) => log.add(file),
    };
    const report = await importWith(strapi, source, options, running);
    const kinds = log.finish();
    const { problems: _problems, ...rest } = report;
    await writeFile(upload.report, JSON.stringify({ ...rest, kinds }, null, 2));
    if (!params.options.dryRun && !running.signal.aborted) await removeFiles(upload);
    return { ...shortened(report), kinds };
  };
}
