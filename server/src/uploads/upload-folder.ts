import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Where what was sent for an import lies until it is done or discarded. */
export interface UploadFolder {
  id: string;
  folder: string;
  /** What was sent. */
  zip: string;
  /** Files that were changed in place, over those of the zip. */
  edits: string;
  /** What there is to say of its files, a line for each. */
  problems: string;
  /** The report of its last run, without those lines. */
  report: string;
  /** The number of its job. */
  job: string;
}

const ID = /^[0-9a-f-]{36}$/;

/** The folder of all uploads: beside the app's other temporary files, which Strapi does not watch. */
export function uploadsRoot(strapi: Core.Strapi): string {
  return path.join(strapi.dirs.app.root, '.tmp', 'press-imports');
}

/** @returns null for what is no id of an upload. */
export function uploadFolder(strapi: Core.Strapi, id: string): UploadFolder | null {
  if (!ID.test(id)) return null;
  const folder = path.join(uploadsRoot(strapi), id);
  const inside = (name: string): string => path.join(folder, name);
  return {
    id,
    folder,
    zip: inside('upload.zip'),
    edits: inside('edits'),
    problems: inside('problems'),
    report: inside('report.json'),
    job: inside('job'),
  };
}

/** A new, empty folder, which only the server's own user can read. */
export async function makeUploadFolder(strapi: Core.Strapi): Promise<UploadFolder> {
  const upload = uploadFolder(strapi, randomUUID()) as UploadFolder;
  await mkdir(upload.folder, { recursive: true, mode: 0o700 });
  return upload;
}

/** Whether what was sent lies on this machine. */
export function hasFiles({ zip }: UploadFolder): boolean {
  return existsSync(zip);
}

/** Notes that somebody still needs it: uploads that nobody used for long are removed. */
export async function touchUpload({ folder }: UploadFolder): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}

export async function noteJob({ job }: UploadFolder, id: number): Promise<void> {
  await writeFile(job, String(id));
}

/** The job of an upload; null where it never came so far. */
export async function jobOf({ job }: UploadFolder): Promise<number | null> {
  const text = await readFile(job, 'utf8').catch(() => '');
  return /^[1-9]\d*$/.test(text) ? Number(text) : null;
}

/** Removes what was sent and changed, and keeps the report. */
export async function removeFiles({ zip, edits }: UploadFolder): Promise<void> {
  await rm(zip, { force: true });
  await rm(edits, { recursive: true, force: true });
}

export async function removeUpload({ folder }: UploadFolder): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
