import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { UploadFolder } from './upload-folder';

/**
 * Files that were changed in place before their import, each in a file of its own that is named after a hash of its path:
 * no path that a client names leads anywhere on the disk.
 */
export function editedFiles({ edits }: UploadFolder) {
  const placeOf = (file: string): string => path.join(edits, createHash('sha256').update(file).digest('hex'));

  return {
    /** The bytes in place of a file's own; null where it was not changed. */
    async read(file: string): Promise<Buffer | null> {
      return readFile(placeOf(file)).catch(nothing);
    },

    /** Keeps the whole text or nothing of it, also where the process ends meanwhile. */
    async write(file: string, bytes: Uint8Array): Promise<void> {
      await mkdir(edits, { recursive: true, mode: 0o700 });
      const place = placeOf(file);
      await writeFile(`${place}.new`, bytes);
      await rename(`${place}.new`, place);
    },

    /** Gives a file its own text back. */
    async restore(file: string): Promise<void> {
      await rm(placeOf(file), { force: true });
    },

    /** How many files were changed, and when the last one was, in milliseconds. */
    async state(): Promise<{ count: number; changedAt: number }> {
      const names = (await readdir(edits).catch(nothing)) ?? [];
      const count = names.filter((name) => !name.endsWith('.new')).length;
      // Also the file that got its own text back changed the folder.
      const changedAt = (await stat(edits).catch(nothing))?.mtimeMs ?? 0;
      return { count, changedAt };
    },
  };
}

function nothing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
