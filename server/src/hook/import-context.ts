import { AsyncLocalStorage } from 'node:async_hooks';
import type { Envelope } from '../../../core/front-matter';

/** What an import knows of a post besides its text and body. */
export interface ImportedFile {
  /** Relative to the site root, with forward slashes. */
  filePath: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  fileHash: string;
  envelope: Envelope;
}

const storage = new AsyncLocalStorage<ImportedFile>();

/** Runs a Document Service call whose post comes from a file: its text wins over the fields. */
export function asImport<Result>(file: ImportedFile, write: () => Promise<Result>): Promise<Result> {
  return storage.run(file, write);
}

/** The file that the running write comes from, if any. */
export function importedFile(): ImportedFile | undefined {
  return storage.getStore();
}
