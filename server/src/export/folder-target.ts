import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonMessage, writeReasonMessage, writeReasonOf } from '../import/file-reason';
import { InputError } from '../import/input-error';
import { refuseOutside, TargetError, type ExportTarget } from './export-target';

/** The target of a dry run: looks, and writes nothing. */
export interface FolderOptions {
  dryRun: boolean;
}

/**
 * A folder, made where it is missing. A file is written beside its place and moved there, so that nobody reads half of it;
 * links that lead out of the folder are not followed.
 * @throws InputError where it is no folder or cannot be made.
 */
export async function openFolder(folder: string, { dryRun }: FolderOptions): Promise<ExportTarget> {
  const root = await rootOf(folder, dryRun);

  return {
    async write(file, text) {
      const place = await placeOf(file);
      const bytes = Buffer.from(text);
      const before = await contentOf(place);
      if (before?.equals(bytes)) return 'unchanged';
      if (!dryRun) await replace(place, bytes);
      return before === null ? 'created' : 'changed';
    },

    async remove(file) {
      const place = await placeOf(file);
      if ((await contentOf(place)) === null) return false;
      if (!dryRun) await rm(place);
      return true;
    },

    async has(file) {
      return (await contentOf(await placeOf(file))) !== null;
    },

    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };

  /** Where a file lies; a file that is a link is written where it leads to. */
  async function placeOf(file: string): Promise<string> {
    refuseOutside(file);
    const place = path.join(root, file);
    const real = await realPlace(place);
    if (real !== root && !real.startsWith(root + path.sep)) {
      throw new TargetError('a link on its path leads out of the folder');
    }
    return real;
  }
}

async function rootOf(folder: string, dryRun: boolean): Promise<string> {
  try {
    const found = await stat(folder).catch(() => null);
    if (found && !found.isDirectory()) throw new InputError(`${folder}: expected a folder or a .zip file`);
    if (!found && dryRun) return path.resolve(folder);
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${folder}: ${writeReasonOf(error)}`);
  }
}

/** A path with the links resolved of as much of it as exists. */
async function realPlace(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch (error) {
    if (reasonCode(error) !== 'ENOENT') throw new TargetError(writeReasonMessage(error));
    const broken = await lstat(place).catch(() => null);
    if (broken) throw new TargetError('a link on its path leads nowhere');
    return path.join(await realPlace(path.dirname(place)), path.basename(place));
  }
}

async function contentOf(place: string): Promise<Buffer | null> {
  try {
    return await readFile(place);
  } catch (error) {
    if (reasonCode(error) === 'ENOENT') return null;
    throw new TargetError(reasonMessage(error));
  }
}

async function replace(place: string, bytes: Buffer): Promise<void> {
  const beside = path.join(path.dirname(place), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(path.dirname(place), { recursive: true });
    const mode = await stat(place).then(
      (found) => found.mode,
      () => undefined,
    );
    await writeFile(beside, bytes, mode === undefined ? {} : { mode });
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new TargetError(writeReasonMessage(error));
  }
}

function reasonCode(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | null)?.code;
}
