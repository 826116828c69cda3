import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { message } from '../../../core/messages';
import { reasonMessage } from '../import/file-reason';
import { InputError } from '../import/input-error';
import { refuseOutside, type ExportTarget } from './export-target';

/** The same for each file, so that equal exports are equal archives. */
const FILE = { mtime: new Date(1980, 0, 1), mode: 0o100644 };

/**
 * A zip file, written beside its place and moved there at the end. One file at a time is held in memory; more than 65,535
 * files, or 4 GB, make it a ZIP64 archive.
 * @throws InputError where it cannot be written.
 */
export async function openZip(file: string): Promise<ExportTarget> {
  const zip = new ZipFile();
  const written = new Set<string>();
  const beside = `${file}.tmp`;
  const output = createWriteStream(beside);
  try {
    await new Promise<void>((resolve, reject) => {
      output.once('open', () => resolve());
      output.once('error', reject);
    });
  } catch (error) {
    throw new InputError(message('file/of', { name: file, reason: reasonMessage(error) }));
  }
  const done = finished(zip.outputStream.pipe(output));
  // Whoever waits for a file or the end is told; nobody may be waiting yet.
  done.catch(() => undefined);

  return {
    async write(path, text) {
      refuseOutside(path);
      const bytes = Buffer.from(text);
      const added = new Promise<void>((resolve, reject) => {
        zip.addReadStreamLazy(path, { ...FILE, size: bytes.length }, (give) => {
          const content = Readable.from([bytes], { objectMode: false });
          content.once('close', resolve).once('error', reject);
          give(null, content);
        });
      });
      await Promise.race([added, done]);
      written.add(path);
      return 'created';
    },

    remove: () => Promise.resolve(false),
    has: (path) => Promise.resolve(written.has(path)),

    async close() {
      zip.end();
      await done;
      await rename(beside, file);
    },

    async abort() {
      output.destroy();
      await rm(beside, { force: true });
    },
  };
}
