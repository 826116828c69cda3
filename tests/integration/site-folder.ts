import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A site on disk that a test writes. */
export interface SiteFolder {
  root: string;
  /** Writes files by their paths in the site, over those that are there. */
  write(files: Record<string, string | Uint8Array>): Promise<void>;
  remove(file: string): Promise<void>;
}

const made: string[] = [];

/** Makes a site in a temporary folder. */
export async function makeSite(files: Record<string, string | Uint8Array>): Promise<SiteFolder> {
  const root = await mkdtemp(path.join(tmpdir(), 'press-site-'));
  made.push(root);
  const site: SiteFolder = {
    root,
    async write(more) {
      for (const [name, content] of Object.entries(more)) {
        await mkdir(path.dirname(path.join(root, name)), { recursive: true });
        await writeFile(path.join(root, name), content);
      }
    },
    remove: (file) => rm(path.join(root, file)),
  };
  await site.write(files);
  return site;
}

/** Removes every site that was made in this test file. */
export async function removeSites(): Promise<void> {
  for (const root of made.splice(0)) await rm(root, { recursive: true, force: true });
}

/** A post's file with a whole date. */
export function postText(title: string, more = '', body = 'Text.\n'): string {
  return `---\ntitle: ${title}\ndate: 2021-12-29 08:43:42 +0800\n${more}---\n${body}`;
}
