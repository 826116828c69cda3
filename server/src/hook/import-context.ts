import { AsyncLocalStorage } from 'node:async_hooks';

/** All bytes of a file that no field of the post holds (DESIGN: section 3, `envelope`). */
export interface Envelope {
  /** Whether the file begins with a UTF-8 byte order mark. */
  bom: boolean;
  hasHeader: boolean;
  /** The first fence line with blanks and line end (`---\n`); '' without header. */
  open: string;
  /** The closing fence line and the blank lines after it; '' without header. */
  close: string;
  /** The block of links that stood under the body, as found. */
  footer: { form: number; text: string; shareUrl: string | null } | null;
}

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
