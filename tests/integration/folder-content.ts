import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file of a folder by its path, with its bytes as latin1 text so that a difference can be read. */
export async function folderContent(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = found.filter((entry) => entry.isFile());
  const content: Record<string, string> = {};
  for (const entry of files) {
    const file = path.join(entry.parentPath, entry.name);
    content[path.relative(folder, file).split(path.sep).join('/')] = await readFile(file, 'latin1');
  }
  return content;
}
