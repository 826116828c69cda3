import { Readable } from 'node:stream';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';
import { run } from '../../server/src/cli';
import { createApp } from './app-folder';
import { createDatabase, type TestDatabase } from './database';
import { allPostRows, expectInvariants } from './invariants';
import { zipOf } from '../unit/import/zip-archive';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';

let database: TestDatabase;
let app: string;
let site: SiteFolder;

const FILES = {
  '_config.yml': 'timezone: Asia/Shanghai\n',
  '_posts/2021-12-29-a.md': postText('A', 'categories: news\ntags: [ferry, harbour]\n'),
  '_posts/2021-12-30-b.md': postText('B'),
  '_posts/2021-12-31-c.md': postText('"C "quoted""'),
  '_posts/2022-01-01-d.md': new Uint8Array([0xff, 0xfe]),
  '_posts/notes.md': 'No post.\n',
};

beforeAll(async () => {
  database = await createDatabase();
  app = await createApp({ env: database.env });
  site = await makeSite(FILES);
});

afterAll(async () => {
  await database.drop();
  await rm(app, { recursive: true, force: true });
  await removeSites();
});

let input: string[] = [];

async function press(...argv: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    cwd: app,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: Readable.from(input),
    isTerminal: false,
  });
  // Strapi's logger writes on its own; what a command says goes through its io.
  return { code, stdout, stderr };
}

/** Looks into the app's database between two commands. */
async function withApp(look: (strapi: Core.Strapi) => Promise<void>): Promise<void> {
  const strapi = createStrapi({
    ...(await compileStrapi({ appDir: app })),
    autoReload: false,
    serveAdminPanel: false,
  });
  await strapi.load();
  try {
    await look(strapi);
  } finally {
    await strapi.destroy();
  }
}

const COUNTS = (counts: Partial<Record<string, number | string>>): string =>
  ['created', 'updated', 'unchanged', 'invalid', 'conflict', 'ignored', 'rejected', 'files']
    .map((name) => `  ${name.padEnd(10)} ${counts[name] ?? 0}\n`)
    .join('');

it('tells in a dry run what would happen, even before the app was ever started', async () => {
  const { code, stdout, stderr } = await press('import', site.root, '--dry-run');
  expect(stdout).toContain(`Dry run, nothing was written: ${site.root}\n`);
  expect(stdout).toContain(
    COUNTS({ created: 2, invalid: 1, ignored: '1 (no-date 1)', rejected: 1, files: 5 }),
  );
  expect([code, stderr]).toEqual([0, '']);
  await withApp(async (strapi) => {
    expect(await allPostRows(strapi)).toEqual([]);
  });
});

it('refuses under --strict and ends with 1', async () => {
  const { code, stdout } = await press('import', site.root, '--strict');
  expect(stdout).toContain(`Refused, nothing was written: there are errors in ${site.root}\n`);
  expect(code).toBe(1);
});

it('prints errors at their places and counts that add up to the files, and ends with 0', async () => {
  const { code, stdout, stderr } = await press('import', site.root, '--report', 'report.json');
  expect(stdout).toMatch(/^_posts\/2021-12-31-c\.md:2:11 error yaml\/syntax /m);
  expect(stdout).toMatch(/^_posts\/2022-01-01-d\.md:1:1 error encoding\/not-utf8 /m);
  expect(stdout).toMatch(/^_posts\/notes\.md:1:1 error file-name\/no-date /m);
  expect(stdout).toContain(`Imported ${site.root}\n`);
  expect(stdout).toContain(
    COUNTS({ created: 2, invalid: 1, ignored: '1 (no-date 1)', rejected: 1, files: 5 }),
  );
  expect(stdout).toContain('1 category and 2 tags created\n');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(await readFile(path.join(app, 'report.json'), 'utf8'))).toMatchObject({
    files: 5,
    counts: { created: 2, invalid: 1, ignored: 1, rejected: 1 },
  });
  await withApp(async (strapi) => {
    expect(await allPostRows(strapi)).toHaveLength(5);
    await expectInvariants(strapi);
  });
});

it('ends with 2 and one line for a folder that holds no posts', async () => {
  const empty = await makeSite({ 'readme.md': 'x' });
  const { code, stdout, stderr } = await press('import', empty.root);
  expect(stderr).toMatch(/^strapi-press: \S+: no files in _posts or _drafts folders\n$/);
  expect([code, stdout]).toEqual([2, '']);
});

it('says the second time that nothing changed', async () => {
  await site.remove('_posts/2022-01-01-d.md');
  const { code, stdout } = await press('import', site.root);
  expect(stdout).toContain(COUNTS({ unchanged: 3, ignored: '1 (no-date 1)', files: 4 }));
  expect(stdout).toContain('Nothing changed.\n');
  expect(code).toBe(0);
});

/** The lines of `--json`. */
const eventsOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('prints events as lines of JSON, the report in the last one', async () => {
  const { code, stdout } = await press('import', path.join(site.root, '_posts/2021-12-29-a.md'), '--json');
  expect(eventsOf(stdout)).toMatchObject([
    { event: 'start', command: 'import', root: site.root, dryRun: false, total: 1 },
    { event: 'done', report: { root: site.root, files: 1, counts: { unchanged: 1 }, problems: [] } },
  ]);
  expect(code).toBe(0);
});

it('recomputes generated fields', async () => {
  const asJson = await press('rebuild', '--dry-run', '--json');
  expect(eventsOf(asJson.stdout)).toMatchObject([
    { event: 'start', command: 'rebuild', dryRun: true },
    { event: 'done', report: { checked: 5, changed: 0 } },
  ]);
  const { code, stdout } = await press('rebuild');
  expect(stdout).toBe('5 rows checked, 0 changed\n');
  expect(code).toBe(0);
});

it('takes the same site out of a zip file and out of a stream of lines', async () => {
  const texts = Object.entries(FILES).filter(([name]) => name !== '_posts/2022-01-01-d.md');
  const zip = await makeSite({ 'site.zip': await zipOf(texts) });
  const zipped = await press('import', path.join(zip.root, 'site.zip'));
  expect(zipped.stdout).toContain(COUNTS({ unchanged: 3, ignored: '1 (no-date 1)', files: 4 }));
  input = [...texts.map(([name, content]) => `${JSON.stringify({ path: name, content })}\n`), 'oops\n'];
  const streamed = await press('import', '-');
  expect(streamed.stdout).toMatch(/^line 6:1:1 error file\/unreadable .*expected \{"path"/m);
  expect(streamed.stdout).toContain(
    COUNTS({ unchanged: 3, ignored: '1 (no-date 1)', rejected: 1, files: 5 }),
  );
  expect([zipped.code, streamed.code]).toEqual([0, 0]);
});

it('writes the site back as it came in, and says so', async () => {
  const target = await makeSite({});
  const first = await press('export', path.join(target.root, 'site'));
  expect(first.stdout).toMatch(
    /^Exported to \S+site\n {2}created {4}3\n {2}changed {4}0\n {2}unchanged {2}0\n {2}refused {4}0\n {2}posts {6}3\n1 other file of the site\n[\d.]+ s, \d+ posts\/s\n$/,
  );
  expect(first.code).toBe(0);
  const second = await press('export', site.root);
  expect(second.stdout).toContain('  unchanged  3\n');
  expect(second.stdout).toMatch(/Nothing changed\.\n$/);
  const asJson = await press('export', site.root, '--status', 'published', '--json');
  expect(eventsOf(asJson.stdout).at(-1)).toMatchObject({
    event: 'done',
    report: { status: 'published', posts: 2, deleted: [] },
  });
});

it.each([
  ['a file', ['_config.yml'], /_config\.yml: expected a folder or a \.zip file\n$/],
  [
    'a zip file to prune',
    ['x.zip', '--prune'],
    /--prune is for folders: a zip file is always written anew\n$/,
  ],
  [
    'an unknown status',
    ['x', '--status', 'draft'],
    /argument 'draft' is invalid. Allowed choices are published, all/,
  ],
])('refuses to export to %s', async (_name, [target, ...flags], told) => {
  const { code, stdout, stderr } = await press('export', path.join(site.root, target), ...flags);
  expect(stderr).toMatch(told);
  expect([code, stdout]).toEqual([2, '']);
});

it.each([
  [
    'an unknown locale',
    ['--locale', 'tlh'],
    /^strapi-press: --locale tlh: this Strapi has the locales en\n$/,
  ],
  [
    'a report that cannot be written',
    ['--report', 'no/folder/r.json'],
    /^strapi-press: --report no\/folder\/r\.json: .+\n$/,
  ],
])('ends with 2 and one line for %s', async (_name, flags, told) => {
  const { code, stdout, stderr } = await press('import', site.root, ...flags);
  expect(stderr).toMatch(told);
  expect([code, stdout]).toEqual([2, '']);
});

it('tells machines of each problem, and under --strict of the check and the import apart', async () => {
  const broken = await press('import', site.root, '--dry-run', '--json');
  expect(eventsOf(broken.stdout)).toMatchObject([
    { event: 'start', dryRun: true, total: 4 },
    { event: 'problem', path: '_posts/notes.md', outcome: 'ignored' },
    { event: 'done', report: { problemFiles: 1, rules: { 'file-name/no-date': 1 } } },
  ]);
  const warned = await makeSite({
    '_posts/2021-12-29-w.md': '---\ntitle: W\ndate: 2021-12-29 08:43:42\n---\n',
  });
  const strict = await press('import', warned.root, '--strict', '--json', '--report', 'strict.json');
  const [check, first, start, second, done] = eventsOf(strict.stdout);
  expect([check.dryRun, start.dryRun, done.event]).toEqual([true, false, 'done']);
  expect([first.path, second.path]).toEqual(['_posts/2021-12-29-w.md', '_posts/2021-12-29-w.md']);
  const report = JSON.parse(await readFile(path.join(app, 'strict.json'), 'utf8')) as { problems: unknown[] };
  expect(report.problems).toHaveLength(1);
});

it('stops after the running batch at Ctrl+C, ends with 130 and tells how to go on', async () => {
  const more = Array.from({ length: 2000 }, (_, index) => [`_posts/2023-01-01-n${index}.md`, postText('N')]);
  await site.write(Object.fromEntries(more) as Record<string, string>);
  const running = press('import', site.root);
  const interrupt = setInterval(() => {
    if (process.listenerCount('SIGINT') > 0) process.emit('SIGINT');
  }, 20);
  const { code, stdout } = await running.finally(() => clearInterval(interrupt));
  expect(stdout).toContain(`Interrupted ${site.root}\n`);
  expect(stdout).toMatch(/^Stopped before _posts\/\S+; the same command goes on from there$/m);
  expect(code).toBe(130);
});

it('merges two categories, and says which terms it does not find', async () => {
  const other = await makeSite({ 'a.md': '---\ntitle: A\ncategories: [old, new]\n---\nText.\n' });
  await press('import', path.join(other.root, 'a.md'), '--as', '_posts/2022-03-01-merged.md');
  const { code, stdout } = await press('merge', 'category', 'old', 'new');
  expect(stdout).toBe('2 rows (drafts and published) have "new" now; category "old" is gone\n');
  expect(code).toBe(0);
  const again = await press('merge', 'category', 'old', 'new', '--json');
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('there is no category "old" in en');
});
