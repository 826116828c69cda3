import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith, removeFolders, runCli } from './cli-run';

const README = readFileSync(path.resolve(__dirname, '../../../README.md'), 'utf8');
const [, SECTION = ''] = /^### A broken file, repaired$([^]*?)^## /m.exec(README) ?? [];
const POST = '_posts/2021-12-29-pier.md';

/** The blocks of a language in the section, in their order. */
function blocks(language: string): string[] {
  return [...SECTION.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2]);
}

afterAll(removeFolders);

it('shows in the README what validate prints for the broken file, and what --fix makes of it', async () => {
  const [file] = blocks('yaml');
  const folder = folderWith({ '_config.yml': 'timezone: Asia/Shanghai\n', [POST]: file });
  for (const block of blocks('console')) {
    const [command = '', ...printed] = block.split('\n');
    const { stdout } = await runCli(folder, ...command.replace('$ npx strapi-press ', '').split(' '));
    expect(stdout).toBe(printed.join('\n'));
  }
  const diff = (blocks('diff')[0] ?? '').trimEnd().split('\n');
  const side = (other: string): string =>
    diff
      .filter((line) => !line.startsWith(other))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  expect(side('+')).toBe(file);
  expect(side('-')).toBe(readFileSync(path.join(folder, POST), 'utf8'));
});
