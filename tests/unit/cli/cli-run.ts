import { Readable } from 'node:stream';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../server/src/cli';

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
  /** The lines of `stdout`. */
  lines: string[];
}

const folders: string[] = [];

/** Makes a folder with these files by their paths; a Uint8Array is written as it is. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'press-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Removes the folders that were made in this test file. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Runs `strapi-press` in this process. */
export async function runCli(cwd: string, ...argv: string[]): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    cwd,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: Readable.from([]),
    isTerminal: false,
  });
  return { code, stdout, stderr, lines: stdout.split('\n').filter((line) => line !== '') };
}

/** A post without problems. */
export function cleanPost(title = 'Harbour opens', more = ''): string {
  return `---\ntitle: ${title}\ndate: 2021-12-29 08:43:42 +0800\n${more}---\nText.\n`;
}
