import { stat } from 'node:fs/promises';
import { readPostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { loadSourceFile, type SourceFile } from '../import/source-file';
import { walk } from '../import/walk';

/** The files of a folder that an import would take for posts, in the order of names. */
export async function* postsInFolder(folder: string, settings: Settings): AsyncGenerator<string> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return;
  for await (const file of walk(
    { absolute: folder, path: '' },
    { wanted: 'posts', siteFiles: settings.siteFiles },
  )) {
    if (isPost(file, settings)) yield file.path;
  }
}

function isPost(file: SourceFile, settings: Settings): boolean {
  if (file.unreadable !== undefined) return false;
  const { bytes, post } = loadSourceFile(file, settings);
  return (post ?? readPostFile({ path: file.path, bytes }, settings)).status === 'post';
}
