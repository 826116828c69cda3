import { writeFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { MadeFixes } from '../../../core/admin/import';
import { message } from '../../../core/messages';
import { InputError, type FileReport } from '../import';
import { importWith, shortened } from '../import/import-job';
import type { Job, JobHandler, RunningJob } from '../jobs';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { fixingSource } from './fixing-source';
import type { KeptReport } from './import-summary';
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
    const sent = await openUpload(upload, params, limits);
    const made = params.fixes ? madeBefore(running.job) : null;
    const source = made ? fixingSource(strapi, upload, sent, made) : sent;
    const log = problemLog(upload);
    log.restart();
    const options = {
      ...params.options,
      onStart: () => log.restart(),
      onFile: (file: FileReport) => log.add(file),
    };
    const report = await importWith(strapi, source, options, made ? counting(running, made) : running);
    const kept: KeptReport = { ...shortened(report), ...log.finish(), fixed: made };
    const { problems: _problems, ...rest } = kept;
    await writeFile(upload.report, JSON.stringify(rest, null, 2));
    if (!params.options.dryRun && !running.signal.aborted) await removeFiles(upload);
    return kept;
  };
}

/** What was fixed before an interruption. */
function madeBefore({ counts }: Job): MadeFixes {
  return { files: counts?.fixedFiles ?? 0, problems: counts?.fixedProblems ?? 0 };
}

/** Notes what is fixed with how far the job is. */
function counting({ checkpoint, ...running }: RunningJob, made: MadeFixes): RunningJob {
  return {
    ...running,
    checkpoint: ({ counts, ...rest }) => {
      const all = counts && { ...counts, fixedFiles: made.files, fixedProblems: made.problems };
      return checkpoint({ ...rest, counts: all });
    },
  };
}
