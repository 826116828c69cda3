import { readdir, stat } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { OPEN_STATES, type JobsService } from '../jobs';
import { pressService } from '../press-service';
import {
  jobOf,
  removeFiles,
  removeUpload,
  uploadFolder,
  uploadsRoot,
  type UploadFolder,
} from './upload-folder';
import { readUploadParams } from './upload-params';

const DAY = 24 * 60 * 60 * 1000;
/** An upload that nobody looked at for so long is removed, and a check with it. */
const UNUSED = 7 * DAY;
/** The whole report of an import stays for so long; its first files stay in the history. */
const REPORT = 90 * DAY;

/** Removes what was sent and not used for long. */
export async function removeOldUploads(strapi: Core.Strapi, now = Date.now()): Promise<void> {
  const names = await readdir(uploadsRoot(strapi)).catch((): string[] => []);
  for (const name of names) {
    const upload = uploadFolder(strapi, name);
    if (!upload) continue;
    const used = (await stat(upload.folder).catch(() => null))?.mtimeMs ?? now;
    if (now - used > UNUSED) await removeOld(strapi, upload, now - used > REPORT);
  }
}

async function removeOld(strapi: Core.Strapi, upload: UploadFolder, wholly: boolean): Promise<void> {
  const jobs = pressService<JobsService>(strapi, 'jobs');
  const id = await jobOf(upload);
  const job = id === null ? null : await jobs.find(id);
  const params = job && readUploadParams(job.params);
  // The number may stand for another job by now, in a database that was restored.
  if (!job || params?.upload !== upload.id) return removeUpload(upload);
  if (OPEN_STATES.includes(job.state)) return;
  if (params.options.dryRun && (await jobs.remove(job.id))) return removeUpload(upload);
  return wholly ? removeUpload(upload) : removeFiles(upload);
}
