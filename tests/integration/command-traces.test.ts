import { Readable } from 'node:stream';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../server/src/cli';
import { createApp } from './app-folder';
import { createDatabase, type TestDatabase } from './database';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';

jest.setTimeout(60_000);

const A = '_posts/2021-12-29-a.md';

let database: TestDatabase;
let app: string;
let site: SiteFolder;

beforeEach(async () => {
  database = await createDatabase();
  app = await createApp({ env: database.env });
  site = await makeSite({
    '_config.yml': 'timezone: Asia/Shanghai\n',
    [A]: postText('A', 'tags: [ferry]\n'),
  });
});

afterEach(async () => {
  await removeSites();
  await rm(app, { recursive: true, force: true });
  await database.drop();
});

/** Runs `strapi-press` in the app's folder; each run starts a Strapi and ends it. */
async function press(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const output = { stdout: '', stderr: '' };
  const code = await run(argv, {
    cwd: app,
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text;
    },
    stdin: Readable.from([]),
    isTerminal: false,
  });
  return { code, ...output };
}

async function filesOfApp(): Promise<string[]> {
  const names = await readdir(app, { recursive: true });
  return names.filter((name) => !name.startsWith('node_modules')).sort();
}

/** The bytes of the SQLite file; null where there is none. */
async function databaseFile(): Promise<Buffer | null> {
  const file = process.env.DATABASE_FILENAME ?? '';
  return process.env.DATABASE_CLIENT === 'sqlite' && existsSync(file) ? readFile(file) : null;
}

/** The report that the last event of `--json` carries. */
function reportIn(events: string): unknown {
  const last = JSON.parse(events.trim().split('\n').pop() ?? '') as { event: string; report: unknown };
  expect(last.event).toBe('done');
  return last.report;
}

describe('a dry run', () => {
  it('leaves neither a table nor a file in an app that was never started', async () => {
    const before = await filesOfApp();
    const imported = await press('import', site.root, '--dry-run');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toMatch(/^ {2}created {4}1$/m);
    expect(await press('rebuild', '--dry-run')).toEqual({
      code: 0,
      stdout: '0 rows checked, 0 differ\n',
      stderr: '',
    });
    expect(await databaseFile()).toBeNull();
    expect(await filesOfApp()).toEqual(before);
  });

  it('tells what the import then does, and changes no byte of the database before it', async () => {
    await press('import', site.root);
    await site.write({ [A]: postText('A new'), '_posts/2021-12-31-c.md': postText('C') });
    const before = await databaseFile();
    const counts = { created: 1, updated: 1, unchanged: 0, invalid: 0, conflict: 0, ignored: 0, rejected: 0 };
    const trial = await press('import', site.root, '--dry-run', '--json');
    expect(reportIn(trial.stdout)).toMatchObject({ dryRun: true, counts });
    expect(await databaseFile()).toEqual(before);
    const real = await press('import', site.root, '--json');
    expect(reportIn(real.stdout)).toMatchObject({ dryRun: false, counts });
  });

  it('tells of a URL that two files or a stored post and a file would have, and --strict refuses it', async () => {
    await press('import', site.root);
    const more = await makeSite({
      '_posts/2021-12-29-b.md': postText('B', 'permalink: /2021/12/29/a.html\n'),
      '_posts/2021-12-30-c.md': postText('C', 'permalink: /here/\n'),
      '_posts/2021-12-31-d.md': postText('D', 'permalink: /here/\n'),
    });
    const { stdout } = await press('import', more.root, '--dry-run');
    expect(stdout).toMatch(
      /^_posts\/2021-12-29-b\.md: invalid: The URL \/2021\/12\/29\/a\.html is taken by the post "A"/m,
    );
    expect(stdout).toMatch(
      /^_posts\/2021-12-31-d\.md: invalid: The URL \/here\/ is taken by .*2021-12-30-c\.md/m,
    );
    expect(stdout).toMatch(/^ {2}created {4}1$/m);
    const strict = await press('import', more.root, '--strict');
    expect([strict.code, strict.stdout]).toEqual([
      1,
      expect.stringContaining('Refused, nothing was written'),
    ]);
    const real = await press('import', more.root, '--json');
    expect(reportIn(real.stdout)).toMatchObject({ counts: { created: 1, invalid: 2 } });
  });
});

it('ends with 2 and one line for an app that does not start', async () => {
  const folder = path.join(app, 'config', 'env', String(process.env.NODE_ENV));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'database.js'), "throw new Error('no database here');\n");
  const { code, stdout, stderr } = await press('import', site.root);
  expect(stderr).toMatch(/^strapi-press: the Strapi app in .* does not start: .*no database here[^\n]*\n$/);
  expect([code, stdout]).toEqual([2, '']);
});
