import { cleanPost, folderWith, removeFolders, runCli } from './cli-run';

afterAll(removeFolders);

const CLEAN = '_posts/2021-12-31-clean.md';
const FILE = '_posts/2021-12-29-a.md';

/** Doubles nine times nine times …: 9^8 values in a few lines. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefgh'].map(
      (key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`,
    ),
  )
  .join('\n');

/** What stands in the file, and the place and rule of its one error; null where there is none. */
const CASES: [name: string, content: string | Uint8Array, error: string | null][] = [
  [
    'that is not UTF-8',
    new Uint8Array([...Buffer.from('---\ntitle: 😀'), 0xff, 0x0a]),
    '2:9 error encoding/not-utf8',
  ],
  ['in UTF-16', Buffer.from('\uFEFF---\ntitle: A\n---\n', 'utf16le'), '1:1 error encoding/not-utf8'],
  ['with a NUL character', '---\ntitle: A\n---\n😀a\0', '4:3 error encoding/nul-character'],
  ['with broken YAML', '---\ntitle: A\ntags: [a, b\n---\n', '3:7 error yaml/syntax'],
  ['with a YAML bomb', `---\ntitle: A\n${BOMB}\n---\n`, 'error yaml/too-many-aliases'],
  [
    'with 2,000 nested brackets',
    `---\ntitle: A\nx: ${'['.repeat(2000)}${']'.repeat(2000)}\n---\n`,
    '3:67 error yaml/too-deep',
  ],
  ['with 2,000 open brackets', `---\ntitle: A\nx: ${'['.repeat(2000)}\n---\n`, '3:67 error yaml/too-deep'],
  [
    'with a header of 20 MB',
    `---\ntitle: A\nx: ${'y'.repeat(20_000_000)}\n---\n`,
    '1:1 error file/too-large',
  ],
  [
    'with a header of 1 MB',
    `---\ntitle: A\nx: ${'y'.repeat(1_000_000)}\n---\n`,
    '2:1 error front-matter/too-large',
  ],
  ['with unescaped quotes in its title', '---\ntitle: "A "new" town"\n---\n', '2:11 error yaml/syntax'],
  [
    'with an impossible date',
    '---\ntitle: A\ndate: 2021-13-45 10:00:00 +0800\n---\n',
    '3:7 error date/invalid',
  ],
  [
    'with a number as its category',
    '---\ntitle: A\ncategories: 36\n---\n',
    '3:13 error categories/not-a-name',
  ],
  ['with an empty title', '---\ntitle: ""\n---\n', '2:8 error title/empty'],
  ['with a list for front matter', '---\n- a\n- b\n---\n', '2:1 error yaml/not-a-map'],
  [
    'with a permalink that Jekyll does not know',
    '---\ntitle: A\npermalink: /:nothing/\n---\n',
    '3:12 error permalink/invalid',
  ],
  ['with a title of 5,000 characters', cleanPost('长'.repeat(5000)), null],
  [
    'with Windows line ends and a byte order mark',
    '\uFEFF---\r\ntitle: A\r\ndate: never\r\n---\r\n',
    '3:7 error date/invalid',
  ],
  ['that is empty', '', null],
];

describe.each(CASES)('a file %s', (_name, content, error) => {
  it(error ? 'is one error, at its place' : 'is no error', async () => {
    const { code, lines, stderr } = await runCli(
      folderWith({ [FILE]: content, [CLEAN]: cleanPost() }),
      'validate',
      '.',
    );
    const errors = lines.filter((line) => / error [\w-]+(\/[\w-]+)? /.test(line));
    expect(errors).toEqual(
      error ? [expect.stringMatching(new RegExp(`^${FILE}:(?:\\d+:\\d+ )?${error} \\S.*$`))] : [],
    );
    expect(lines.filter((line) => line.startsWith(CLEAN))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^2 files: /);
    expect([code, stderr]).toEqual([error ? 1 : 0, '']);
  });
});

it('reports a file without front matter as a warning', async () => {
  const { code, lines } = await runCli(folderWith({ [FILE]: 'Only text.\n' }), 'validate', '.');
  expect(lines[0]).toMatch(/^_posts\/2021-12-29-a\.md:1:1 warning front-matter\/missing /);
  expect(code).toBe(0);
});

it('reports a post whose name has no date, and what is wrong inside', async () => {
  const files = { '_posts/-202205262391921712.md': '---\ntitle: ""\ndate:  +0800\n---\n\n<>\n' };
  const { code, lines } = await runCli(folderWith(files), 'validate', '.');
  const rules = lines.slice(0, -1).map((line) => line.split(' ')[2]);
  expect(rules).toEqual(
    expect.arrayContaining(['file-name/no-date', 'title/empty', 'date/invalid', 'share-link/empty']),
  );
  expect(code).toBe(1);
});

it('reports an impossible day in a file name', async () => {
  const files = { '_posts/2021-13-45-a.md': '---\ntitle: A\n---\n' };
  const { lines } = await runCli(folderWith(files), 'validate', '.');
  expect(lines[0]).toMatch(/^_posts\/2021-13-45-a\.md:\d+:1 error date\/invalid .*2021-13-45/);
});

it('reports an unknown key as an error where the config says so', async () => {
  const folder = folderWith({
    [FILE]: cleanPost('A', 'ratnig: 5\n'),
    'press.json': JSON.stringify({ frontMatter: { unknownKeys: 'error' } }),
  });
  const { code, lines } = await runCli(folder, 'validate', '.', '--config', 'press.json');
  expect(lines[0]).toMatch(/^_posts\/2021-12-29-a\.md:4:1 error unknown-key .*ratnig/);
  expect(code).toBe(1);
});

it('finds all problems of all files in one run', async () => {
  const files = Object.fromEntries(
    CASES.map(([, content], index) => [
      `_posts/2021-12-29-case-${String(index).padStart(2, '0')}.md`,
      content,
    ]),
  );
  const { code, lines } = await runCli(folderWith({ ...files, [CLEAN]: cleanPost() }), 'validate', '.');
  const broken = new Set(lines.filter((line) => line.includes(' error ')).map((line) => line.split(':')[0]));
  expect(broken.size).toBe(CASES.filter(([, , error]) => error !== null).length);
  expect(lines.at(-1)).toMatch(/^19 files: /);
  expect(code).toBe(1);
});
