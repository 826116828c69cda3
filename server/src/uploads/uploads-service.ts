import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { FileProblem, ImportDetail, ImportSummary, UploadedText } from '../../../core/admin/import';
import { message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { OPEN_STATES, type Job, type JobsService } from '../jobs';
import { errorSaying } from '../messages/error-saying';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { downloadReport } from './download-report';
import { editedFiles } from './edited-files';
import { importOutcome, importSummary, type KeptReport } from './import-summary';
import { kindOf, readProblems, type ProblemPage } from './problem-log';
import { receiveUpload, type SentArchive } from './receive-upload';
import { removeOldUploads } from './remove-old-uploads';
import {
  hasFiles,
  noteJob,
  removeFiles,
  removeUpload,
  touchUpload,
  uploadFolder,
  type UploadFolder,
} from './upload-folder';
import { checkParams, readUploadParams, type UploadParams } from './upload-params';
import { uploadedFiles } from './uploaded-files';

/** A job whose files lie on this machine. */
interface HeldUpload {
  job: Job;
  params: UploadParams;
  upload: UploadFolder;
}

/** Imports that begin in the admin: what was sent lies on this server until it is imported or discarded. */
export function uploadsService({ strapi }: { strapi: Core.Strapi }) {
  const jobs = () => pressService<JobsService>(strapi, 'jobs');
  const texts = uploadedFiles(strapi);

  return {
    /** Keeps a zip file and has it checked. @returns the number of the import. */
    async receive(archive: SentArchive, name: string): Promise<number> {
      const { limits } = await pressService<SettingsService>(strapi, 'settings').get();
      await removeOldUploads(strapi);
      const upload = await receiveUpload(strapi, archive, limits);
      const id = await jobs().enqueue('import', checkParams(upload.id, name));
      await noteJob(upload, id);
      return id;
    },

    /** Imports of any origin, the newest first. */
    async history(offset: number, limit: number): Promise<{ imports: ImportSummary[]; total: number }> {
      const listed = await jobs().list({ kind: 'import', offset, limit });
      return { imports: listed.map((job) => importSummary(job)), total: await jobs().count('import') };
    },

    async detail(id: number): Promise<ImportDetail> {
      const job = await find(id);
      const upload = folderOf(job);
      if (upload) await touchUpload(upload);
      const held = upload !== null && hasFiles(upload);
      const { count, changedAt } = held ? await editedFiles(upload).state() : { count: 0, changedAt: 0 };
      const stopped = ['failed', 'cancelled', 'interrupted'].includes(job.state);
      return {
        ...importSummary(job),
        outcome: importOutcome(job),
        hasFiles: held,
        edited: count,
        editedSince: job.finishedAt !== null && changedAt > new Date(job.finishedAt).getTime(),
        canResume: stopped && (held || typeof job.params.path === 'string'),
        fixes: readUploadParams(job.params)?.fixes ?? false,
      };
    },

    /** Files with problems; of an import whose log is not here only the first. */
    async problems(id: number, page: ProblemPage): Promise<FileProblem[]> {
      const job = await find(id);
      const upload = folderOf(job);
      const files = (upload && (await readProblems(upload, page))) ?? keptProblems(job, page);
      const params = readUploadParams(job.params);
      if (!upload || !params || !hasFiles(upload)) return files.map((file) => ({ ...file, edited: false }));
      return texts.withEdits(upload, params, files);
    },

    async text(id: number, path: string): Promise<UploadedText & { settings: Settings }> {
      const { upload, params } = await held(id);
      return texts.read(upload, params, path);
    },

    /** @param text null to give the file its own text back. */
    async writeText(id: number, path: string, text: string | null): Promise<UploadedText> {
      const { job, upload, params } = await held(id);
      if (OPEN_STATES.includes(job.state))
        throw errorSaying(errors.ApplicationError, message('import/being-read'));
      return texts.write(upload, params, { path, text });
    },

    /** Checks again what was sent, with the changes that were made in place. */
    async check(id: number): Promise<void> {
      const { params } = await held(id);
      await restart(id, { ...params, options: { dryRun: true }, fixes: false });
    },

    /** Makes all safe fixes of what was sent, keeps each text that changes, and checks it again. */
    async fix(id: number): Promise<void> {
      const { params } = await held(id);
      await restart(id, { ...params, options: { dryRun: true }, fixes: true });
    },

    /** @param overwrite takes the file where both file and post changed since the last import. */
    async run(id: number, overwrite: boolean): Promise<void> {
      const { params } = await held(id);
      await restart(id, { ...params, options: { overwrite }, fixes: false });
    },

    /** Goes on with an import that stopped before its end. */
    async resume(id: number): Promise<void> {
      const job = await find(id);
      if (readUploadParams(job.params)) await held(id);
      if (!(await jobs().resume(id)))
        throw errorSaying(errors.ApplicationError, message('import/not-stopped'));
    },

    /** Removes what was sent; a check is forgotten with it, an import that began stays in the history. */
    async discard(id: number): Promise<void> {
      const { job, upload, params } = await held(id);
      if (OPEN_STATES.includes(job.state))
        throw errorSaying(errors.ApplicationError, message('job/cancel-first'));
      if (!params.options.dryRun) await removeFiles(upload);
      else if (await jobs().remove(id)) await removeUpload(upload);
    },

    /** The whole report as JSON, part by part. */
    async report(id: number): Promise<AsyncGenerator<string>> {
      const job = await find(id);
      if (!job.report) throw errorSaying(errors.NotFoundError, message('import/no-report'));
      return downloadReport(folderOf(job), job.report as KeptReport);
    },

    /** Removes uploads that nobody used for long. */
    removeOld: () => removeOldUploads(strapi),
  };

  async function find(id: number): Promise<Job> {
    const job = await jobs().find(id);
    if (job?.kind !== 'import') throw errorSaying(errors.NotFoundError, message('import/gone', { id }));
    return job;
  }

  async function held(id: number): Promise<HeldUpload> {
    const job = await find(id);
    const params = readUploadParams(job.params);
    const upload = folderOf(job);
    if (!params || !upload || !hasFiles(upload))
      throw errorSaying(
        errors.ApplicationError,
        params ? message('import/upload-gone', { host: params.host }) : message('import/of-command'),
      );
    return { job, params, upload };
  }

  function folderOf({ params }: Job): UploadFolder | null {
    const upload = readUploadParams(params)?.upload;
    return upload === undefined ? null : uploadFolder(strapi, upload);
  }

  async function restart(id: number, params: UploadParams): Promise<void> {
    if (!(await jobs().restart(id, params)))
      throw errorSaying(errors.ApplicationError, message('import/running'));
  }
}

function keptProblems({ report }: Job, { kind, start, limit }: ProblemPage) {
  const problems = (report as KeptReport | null)?.problems ?? [];
  return problems.filter((file) => kind === undefined || kindOf(file) === kind).slice(start, start + limit);
}

export type UploadsService = ReturnType<typeof uploadsService>;
