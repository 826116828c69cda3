import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from './file-reason';
import { isInside } from './site-path';
import type { SourceFile } from './source-file';

/** A file of a site that is no page. */
export interface SiteAsset extends SourceFile {
  /** Changes when the file does; absent where only its content tells. */
  stamp?: string;
}

/** A regular file below a folder, also behind links as long as they stay in the folder; null where there is none. */
export async function siteAsset(root: string, file: string): Promise<SiteAsset | null> {
  if (!isInside(file)) return null;
  try {
    const folder = await realpath(root);
    const absolute = await realpath(path.join(folder, ...file.split('/')));
    if (!absolute.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)) return null;
    const found = await stat(absolute);
    if (!found.isFile()) return null;
    return { path: file, absolute, size: found.size, stamp: `${found.size} ${found.mtimeMs}` };
  } catch (error) {
    const reason = reasonOf(error);
    return reason === reasonOf({ code: 'ENOENT' }) ? null : { path: file, absolute: '', unreadable: reason };
  }
}
