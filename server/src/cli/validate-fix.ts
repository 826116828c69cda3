import { fixPostFile, type FixedDiagnostic, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { writeReasonOf } from '../import/file-reason';
import type { ReadFile } from '../import/read-files';
import { replaceFile } from './replace-file';

/** What `--fix` made of a file. */
export interface FixedFile {
  /** The bytes and the reading of the file as it is now. */
  bytes: Uint8Array;
  post: PostFile;
  fixed: FixedDiagnostic[];
  /** Why the file is left as it was; null where it is not, or had nothing to fix. */
  leftAlone: string | null;
}

/** Makes the safe fixes of a file on disk. */
export async function fixFile(absolute: string, read: ReadFile, settings: Settings): Promise<FixedFile> {
  const { bytes, file, fixed } = fixPostFile(read, settings, read.post);
  const asItWas = { bytes: read.bytes, post: read.post, fixed: [] };
  if (fixed.length === 0) return { ...asItWas, leftAlone: null };
  try {
    const replaced = await replaceFile(absolute, read.bytes, bytes);
    if (replaced === 'changed') {
      return { ...asItWas, leftAlone: 'was changed while it was checked and is left as it is; run it again' };
    }
    return { bytes, post: file, fixed, leftAlone: null };
  } catch (error) {
    return { ...asItWas, leftAlone: `cannot be written: ${writeReasonOf(error)}` };
  }
}
