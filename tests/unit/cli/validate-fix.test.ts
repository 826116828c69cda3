import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fixFile } from '../../../server/src/cli/validate-fix';
import { readPostFile } from '../../../core/jekyll';
import { testSettings } from '../settings';
import { asNobody } from './as-nobody';
import { cleanPost, folderWith, removeFolders, runCli } from './cli-run';

afterAll(removeFolders);

const POST = '_posts/2021-12-29-a.md';
const BROKEN = '---\ntitle: "The "new" pier"\ndate: 2021-12-29 08:43:42 +0800\n---\nText.\n';
const FIXED = BROKEN.replace('"new"', '\\"new\\"');

const fix = (folder: string, ...argv: string[]) => runCli(folder, 'validate', '.', '--fix', ...argv);
const contentOf = (folder: string, file = POST) => readFileSync(path.join(folder, file));

/** The bytes of one file after `validate --fix`. */
async function fixedBytes(content: string | Uint8Array, file = POST): Promise<Buffer> {
  const folder = folderWith({ [file]: content });
  await fix(folder);
  return contentOf(folder, file);
}

describe('validate --fix', () => {
  it('writes the fix, says in one line what it did, and ends with 0 where no error is left', async () => {
    const folder = folderWith({ [POST]: BROKEN, '_posts/2021-12-30-b.md': cleanPost() });
    const { code, lines, stderr } = await fix(folder);
    expect(lines).toEqual([
      `${POST}:2:13 fixed yaml/syntax Escape the inner quotes`,
      '2 files: 2 posts, 0 ignored, 0 rejected; 1 fixed; 0 errors, 0 warnings',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(contentOf(folder).toString()).toBe(FIXED);
    expect(contentOf(folder, '_posts/2021-12-30-b.md').toString()).toBe(cleanPost());
    expect(readdirSync(path.join(folder, '_posts'))).toEqual(['2021-12-29-a.md', '2021-12-30-b.md']);
  });

  it('makes one fix after the other until none is left', async () => {
    const text =
      '\r\n \r\n---\r\nlayout: post\r\nlayout: "post"\r\ntitle: "a"b"\r\ncategories: 36\r\nslug: 12\r\n---\r\n\r\nText.';
    const folder = folderWith({ [POST]: text });
    const { lines } = await fix(folder);
    expect(lines).toEqual([
      `${POST}:1:1 fixed front-matter/not-at-start Remove what stands before ---`,
      `${POST}:2:1 fixed yaml/duplicate-key Remove this line`,
      `${POST}:4:10 fixed yaml/syntax Escape the inner quotes`,
      `${POST}:5:13 fixed categories/not-a-name Put the value in quotes`,
      `${POST}:6:7 fixed slug/not-text Put the value in quotes`,
      '1 file: 1 post, 0 ignored, 0 rejected; 5 fixed; 0 errors, 0 warnings',
    ]);
    expect(contentOf(folder).toString()).toBe(
      '---\r\nlayout: "post"\r\ntitle: "a\\"b"\r\ncategories: "36"\r\nslug: "12"\r\n---\r\n\r\nText.',
    );
    expect((await fix(folder)).lines).toEqual([
      '1 file: 1 post, 0 ignored, 0 rejected; 0 fixed; 0 errors, 0 warnings',
    ]);
  });

  it('leaves to editors what Jekyll would read otherwise, and ends with 1 for an error that is left', async () => {
    const text = '---\ntitle: ""\ndate: 2021-12-29 08:00:00\ncategories: a, b\nx: C #1\nslug: 7\n---\n';
    const folder = folderWith({ [POST]: text, '_config.yml': 'timezone: Asia/Shanghai\n' });
    const { code, lines } = await fix(folder);
    expect(lines.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'fixed slug/not-text',
      'error title/empty',
      'warning date/no-time-zone',
      'warning categories/comma',
      'warning value/cut-by-comment',
      'file: 1',
    ]);
    expect(contentOf(folder).toString()).toBe(text.replace('7', '"7"'));
    expect(code).toBe(1);
  });

  it('does not make fixes of rules that are off', async () => {
    const folder = folderWith({
      [POST]: BROKEN,
      'press.json': '{"frontMatter":{"rules":{"yaml/syntax":"off"}}}',
    });
    await fix(folder, '--config', 'press.json');
    expect(contentOf(folder).toString()).toBe(BROKEN);
  });

  it('takes a fix back after which Jekyll would stop the build', async () => {
    const text = '---\ntitle: "a"b"\ndate: never\n---\n';
    const folder = folderWith({ [POST]: text });
    const { code, lines } = await fix(folder);
    expect(lines[0]).toMatch(/:2:10 error yaml\/syntax /);
    expect(contentOf(folder).toString()).toBe(text);
    expect(code).toBe(1);
  });

  it('leaves _config.yml and files that are no posts as they are', async () => {
    const files = { '_config.yml': 'title: "a"b"\n', 'about.md': BROKEN, '_posts/note.md': BROKEN };
    const folder = folderWith({ ...files, [POST]: cleanPost() });
    await fix(folder);
    for (const [name, text] of Object.entries(files)) expect(contentOf(folder, name).toString()).toBe(text);
  });

  it('prints what was done in the language asked for', async () => {
    const { lines } = await fix(folderWith({ [POST]: BROKEN }), '--lang', 'zh-Hans');
    expect(lines[0]).toBe(`${POST}:2:13 fixed yaml/syntax 转义内部引号`);
  });

  it('prints as JSON what was fixed and what is left', async () => {
    const folder = folderWith({ [POST]: BROKEN.replace('date:', 'tag: #1\ndate:') });
    const { stdout } = await fix(folder, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        {
          path: POST,
          diagnostics: [{ code: 'value/cut-by-comment', data: { fix: { safe: false } } }],
          fixed: [
            {
              code: 'yaml/syntax',
              title: 'Escape the inner quotes',
              range: { start: { line: 1, character: 12 } },
              edits: [{ newText: '"The \\"new\\" pier"' }],
            },
          ],
        },
      ],
      summary: { files: 1, fixed: 1, errors: 0, warnings: 1 },
    });
  });

  it('annotates for GitHub only what is left', async () => {
    const folder = folderWith({ [POST]: BROKEN.replace('date:', 'tag: #1\ndate:') });
    const { lines } = await fix(folder, '--format', 'github');
    expect(lines).toEqual([
      expect.stringMatching(/^::warning file=.*title=value\/cut-by-comment::/),
      expect.stringMatching(/^1 file: .*; 1 fixed; 0 errors, 1 warning$/),
    ]);
  });
});

describe('all that is not fixed stays, byte for byte', () => {
  it.each([
    ['a byte order mark and Windows line ends', '\uFEFF---\r\ntitle: "中"😀""\r\n---\r\n\r\n \r\nText \r\n'],
    ['mixed line ends', '---\r\ntitle: "中"😀""\nlayout: x\r\n--- \n\n\rText'],
    ['odd fences and line separators', '--- \t\n# “”\u2028\ntitle: "中"😀""\n...\n\u2028\u0085Text\u00a0'],
  ])('with %s', async (_name, text) => {
    expect((await fixedBytes(text)).toString()).toBe(text.replace('中"😀"', '中\\"😀\\"'));
  });

  it('with a neighbour that no fix is known for', async () => {
    const text = '---\ncategories: 36\ntitle: ""\ntags: {a: 1}\nx: y #z\n---\n';
    expect((await fixedBytes(text)).toString()).toBe(text.replace('36', '"36"'));
  });

  it('whatever is wrong in it', async () => {
    const latin = Buffer.from('---\ntitle: "caf\xe9 "x""\n---\n', 'latin1');
    expect(await fixedBytes(latin)).toEqual(latin);
  });

  it('but the line with quotes that were not escaped, for any text', async () => {
    const word = fc.constantFrom('a', '"', ' ', '中', '😀', '\\', "'", ': ', '#', '\u00a0');
    const title = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(''));
    const lineEnd = fc.constantFrom('\n', '\r\n');
    const above = fc.constantFrom('layout: post', '# comment "', '', 'n: |\n  "a"b"');
    const below = fc.constantFrom('tags: [a, "b"]', '#', "x: 'y'", 'd: >-\r\n  "a" "b');
    const post = fc.record({
      bom: fc.boolean(),
      title,
      lineEnd,
      before: fc.uniqueArray(above, { maxLength: 2 }),
      after: fc.uniqueArray(below, { maxLength: 2 }),
      body: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
    });
    let fixes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 12 }), async (posts) => {
        const parts = posts.map(({ bom, title, lineEnd, before, after, body }) => ({
          head: `${bom ? '\uFEFF' : ''}${['---', ...before, ''].join(lineEnd)}`,
          line: `title: "${title}"`,
          rest: `${['', ...after, '---', ''].join(lineEnd)}${body}`,
        }));
        const names = parts.map((_, index) => `_posts/2021-12-29-${index}.md`);
        const folder = folderWith(
          Object.fromEntries(parts.map(({ head, line, rest }, index) => [names[index], head + line + rest])),
        );
        await fix(folder);
        parts.forEach(({ head, line, rest }, index) => {
          const bytes = contentOf(folder, names[index]);
          const before = Buffer.from(head);
          const behind = Buffer.from(rest);
          expect(bytes.subarray(0, before.length)).toEqual(before);
          expect(bytes.subarray(bytes.length - behind.length)).toEqual(behind);
          if (!bytes.equals(Buffer.from(head + line + rest))) fixes += 1;
        });
        removeFolders();
      }),
      { numRuns: 40 },
    );
    expect(fixes).toBeGreaterThan(20);
  });
});

describe('a file on disk', () => {
  it('keeps its mode and its owner', async () => {
    const folder = folderWith({ [POST]: BROKEN });
    chmodSync(path.join(folder, POST), 0o640);
    if (process.geteuid?.() === 0) chownSync(path.join(folder, POST), 65534, 65534);
    const before = statSync(path.join(folder, POST));
    await fix(folder);
    const { mode, uid, gid } = statSync(path.join(folder, POST));
    expect([mode, uid, gid]).toEqual([before.mode, before.uid, before.gid]);
    expect(contentOf(folder).toString()).toBe(FIXED);
  });

  it('that is linked stays a link; its target is written, once', async () => {
    const folder = folderWith({ 'shared/a.md': BROKEN, '_posts/2021-12-30-b.md': cleanPost() });
    symlinkSync('../shared/a.md', path.join(folder, POST));
    symlinkSync('../shared/a.md', path.join(folder, '_posts/2021-12-31-c.md'));
    const { code, stderr } = await fix(folder);
    expect(lstatSync(path.join(folder, POST)).isSymbolicLink()).toBe(true);
    expect(contentOf(folder, 'shared/a.md').toString()).toBe(FIXED);
    expect(readdirSync(path.join(folder, 'shared'))).toEqual(['a.md']);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('that was changed after it was read is left alone', async () => {
    const folder = folderWith({ [POST]: BROKEN });
    const bytes = contentOf(folder);
    const settings = testSettings();
    const read = { path: POST, bytes, post: readPostFile({ path: POST, bytes }, settings) };
    writeFileSync(path.join(folder, POST), `${BROKEN}More.\n`);
    expect(await fixFile(path.join(folder, POST), read, settings)).toEqual({
      bytes,
      post: read.post,
      fixed: [],
      leftAlone: expect.stringContaining('changed') as string,
    });
    expect(contentOf(folder).toString()).toBe(`${BROKEN}More.\n`);
    expect(readdirSync(path.join(folder, '_posts'))).toEqual(['2021-12-29-a.md']);
  });

  it('that may not be written is told, and the others are fixed', async () => {
    const folder = folderWith({ [POST]: BROKEN, '_posts/2021-12-30-b.md': BROKEN });
    for (const name of ['', '_posts', '_posts/2021-12-30-b.md']) chmodSync(path.join(folder, name), 0o777);
    chmodSync(path.join(folder, POST), 0o444);
    const { code, lines, stderr } = await asNobody(() => fix(folder));
    expect(stderr).toBe(`strapi-press: ${POST} cannot be written: no permission to write it\n`);
    expect(lines[0]).toMatch(/^_posts\/2021-12-29-a\.md:2:13 error yaml\/syntax /);
    expect(contentOf(folder).toString()).toBe(BROKEN);
    expect(contentOf(folder, '_posts/2021-12-30-b.md').toString()).toBe(FIXED);
    expect(code).toBe(1);
  });
});
