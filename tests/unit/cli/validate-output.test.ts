import { chmodSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asNobody } from './as-nobody';
import { cleanPost, folderWith, removeFolders, runCli } from './cli-run';

afterAll(removeFolders);

const BROKEN = '_posts/2021-12-29-a,b.md';
const FILES = { [BROKEN]: '---\ntitle: "A "100%" town"\n---\n', '_posts/2021-12-30-c.md': cleanPost() };

it('prints one line for each problem and closes with the counts', async () => {
  const { code, stdout, stderr } = await runCli(folderWith(FILES), 'validate', '.');
  const [line, closing] = stdout.split('\n');
  expect(line).toMatch(
    /^_posts\/2021-12-29-a,b\.md:2:11 error yaml\/syntax The value of “title” is in double quotes/,
  );
  expect(closing).toMatch(/^2 files: 2 posts, 0 ignored, 0 rejected; 1 errors?, 0 warnings$/);
  expect([code, stderr]).toEqual([1, '']);
});

it('ends with 0 where there are no errors', async () => {
  const { code, lines } = await runCli(
    folderWith({ '_posts/2021-12-30-c.md': cleanPost() }),
    'validate',
    '.',
  );
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
});

it('prints Chinese messages when asked', async () => {
  const { lines } = await runCli(folderWith(FILES), 'validate', '.', '--lang', 'zh-Hans');
  expect(lines[0]).toMatch(/:2:11 error yaml\/syntax “title”的值用双引号括起/);
});

it('prints JSON in the shape of the Language Server Protocol', async () => {
  const folder = folderWith(FILES);
  const { code, stdout } = await runCli(folder, 'validate', '.', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      {
        uri: pathToFileURL(path.join(folder, BROKEN)).href,
        diagnostics: [
          {
            range: { start: { line: 1, character: 10 }, end: { line: 1 } },
            severity: 1,
            code: 'yaml/syntax',
            source: 'strapi-press',
            message: expect.stringContaining('double quotes') as string,
            data: { fix: { edits: [{ newText: expect.stringContaining('\\"100%\\"') as string }] } },
          },
        ],
      },
    ],
    summary: { files: 2, posts: 2, errors: 1, warnings: 0 },
  });
  expect(code).toBe(1);
});

it('says in JSON of each fix what it does and whether it is safe, in the language asked for', async () => {
  const { stdout } = await runCli(
    folderWith(FILES),
    'validate',
    '.',
    '--format',
    'json',
    '--lang',
    'zh-Hans',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ diagnostics: [{ data: { fix: { title: '转义内部引号', safe: true } } }] }],
  });
});

it('prints valid JSON where nothing is wrong', async () => {
  const { stdout } = await runCli(
    folderWith({ '_posts/2021-12-30-c.md': cleanPost() }),
    'validate',
    '.',
    '--format',
    'json',
  );
  expect(JSON.parse(stdout)).toMatchObject({ files: [], summary: { files: 1, errors: 0 } });
});

it('prints annotations for GitHub, with what they cannot hold escaped', async () => {
  const { lines } = await runCli(folderWith(FILES), 'validate', '.', '--format', 'github');
  expect(lines[0]).toMatch(
    /^::error file=_posts\/2021-12-29-a%2Cb\.md,line=2,col=11,title=yaml\/syntax::The value of “title”/,
  );
});

it('takes several paths, each with its own settings', async () => {
  const folder = folderWith({
    'one/_config.yml': 'timezone: Asia/Shanghai\n',
    'one/_posts/2021-12-29-a.md': '---\ntitle: A\ndate: 2021-12-29 08:00:00\n---\n',
    'two/_config.yml': 'timezone: Asia/Tokyo\n',
    'two/_posts/2021-12-29-a.md': '---\ntitle: A\ndate: 2021-12-29 08:00:00\n---\n',
  });
  const { lines } = await runCli(folder, 'validate', 'two', 'one/_posts/2021-12-29-a.md');
  expect(lines).toEqual([
    expect.stringMatching(/^two\/_posts\/2021-12-29-a\.md:3:7 warning date\/no-time-zone .*Asia\/Tokyo/),
    expect.stringMatching(/^one\/_posts\/2021-12-29-a\.md:3:7 warning date\/no-time-zone .*Asia\/Shanghai/),
    expect.stringMatching(/^2 files: /),
  ]);
});

it('reports what is wrong in _config.yml', async () => {
  const folder = folderWith({
    '_config.yml': 'title: T\ntimezone: Asia/Nowhere\n',
    '_posts/2021-12-30-c.md': cleanPost(),
  });
  const { lines } = await runCli(folder, 'validate', '.');
  expect(lines[0]).toMatch(/^_config\.yml:2:11 warning site-config\/invalid .*timezone.*Asia\/Nowhere/);
});

describe('a wrong path', () => {
  it.each(['missing', '_posts/2021-12-30-c.md/x'])(
    '%s is told in one line and ends with 2',
    async (target) => {
      const { code, stdout, stderr } = await runCli(folderWith(FILES), 'validate', target);
      expect(stderr).toMatch(/^strapi-press: \S+: no such file or folder\n$/);
      expect(stderr).toContain(target);
      expect([code, stdout]).toEqual([2, '']);
    },
  );

  it('is none where a site has a _config.yml and no post yet', async () => {
    const { code, lines } = await runCli(folderWith({ '_config.yml': 'title: T\n' }), 'validate', '.');
    expect(lines).toEqual(['0 files: 0 posts, 0 ignored, 0 rejected; 0 errors, 0 warnings']);
    expect(code).toBe(0);
  });

  it('is told where the folder holds no posts at all', async () => {
    const { code, stderr } = await runCli(folderWith({ 'a.txt': 'x' }), 'validate', '.');
    expect(stderr).toMatch(/^strapi-press: .*_posts.*\n$/);
    expect(code).toBe(2);
  });

  it('is told where the folder may not be read', async () => {
    const folder = folderWith(FILES);
    chmodSync(path.join(folder, '_posts'), 0o000);
    const { code, stdout, stderr } = await asNobody(() => runCli(folder, 'validate', '_posts'));
    chmodSync(path.join(folder, '_posts'), 0o755);
    expect(stderr).toMatch(/^strapi-press: \S+_posts: no permission to read it\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });
});
