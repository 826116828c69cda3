import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Where an export lies until it is removed. */
export interface DownloadFolder {
  id: string;
  folder: string;
  zip: string;
  /** The files that differ from those that were imported, a line for each. */
  changes: string;
}

const ID = /^[0-9a-f-]{36}$/;
const KEPT_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** Beside the app's other temporary files, which Strapi does not watch. */
function downloadsRoot(strapi: Core.Strapi): string {
  return path.join(strapi.dirs.app.root, '.tmp', 'press-exports');
}

/** @returns null for what is no id of an export. */
export function downloadFolder(strapi: Core.Strapi, id: string): DownloadFolder | null {
  if (!ID.test(id)) return null;
  const folder = path.join(downloadsRoot(strapi), id);
  return { id, folder, zip: path.join(folder, 'site.zip'), changes: path.join(folder, 'changes') };
}

/** A name for a folder that there is not yet. */
export function newDownload(strapi: Core.Strapi): DownloadFolder {
  return downloadFolder(strapi, randomUUID()) as DownloadFolder;
}

/** Makes the folder, which only the server's own user can read. */
export async function makeDownloadFolder({ folder }: DownloadFolder): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Bytes of the zip file; null where it is not on this machine. */
export async function sizeOf({ zip }: DownloadFolder): Promise<number | null> {
  return (await stat(zip).catch(() => null))?.size ?? null;
}

export async function removeDownload({ folder }: DownloadFolder): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Removes what was exported more than a week ago. */
export async function removeOldDownloads(strapi: Core.Strapi, now = Date.now()): Promise<void> {
  const names = await readdir(downloadsRoot(strapi)).catch((): string[] => []);
  for (const name of names) {
    const download = downloadFolder(strapi, name);
    if (!download) continue;
    const made = (await stat(download.folder).catch(() => null))?.mtimeMs ?? now;
    if (now - made > KEPT_MILLISECONDS) await removeDownload(download);
  }
}
