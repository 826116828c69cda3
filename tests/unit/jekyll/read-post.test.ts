import { z } from 'zod';
import { readPost } from '../../../core/jekyll';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import { testSettings, type SettingsOverrides } from '../settings';

const SHANGHAI: SettingsOverrides = { site: { timezone: 'Asia/Shanghai' } };
const PATH = 'news/_posts/2021-12-08-my-post.md';

const read = (yaml: string | null, more: SettingsOverrides = {}, filePath: string | null = PATH) =>
  readPost({ yaml, filePath }, testSettings(more));

/** Rule, and what stands at its range. */
function found(yaml: string, diagnostics: Diagnostic[]): [string, string][] {
  const lines = yaml.split('\n');
  return diagnostics.map(({ ruleId, range: { start, end } }) => [
    ruleId,
    start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : '…',
  ]);
}

describe('the fields of a post', () => {
  it('come from the front matter', () => {
    const yaml =
      'title: Bread\nslug: bread\ndate: 2021-12-09 08:00:00 +0800\nlayout: post\nauthor: Ann\nsource: Daily\n' +
      'excerpt: Short.\nimage: /a.png\npermalink: /bread/\nshare_url: https://s.example/1\ncategories: [food]\ntags: x y\n';
    expect(read(yaml)).toMatchObject({
      fields: {
        title: 'Bread',
        slug: 'bread',
        date: '2021-12-09T00:00:00.000Z',
        layout: 'post',
        author: 'Ann',
        source: 'Daily',
        excerpt: 'Short.',
        image: '/a.png',
        permalink: '/bread/',
        shareUrl: 'https://s.example/1',
        categories: ['news', 'food'],
        tags: ['x', 'y'],
      },
      extra: {},
      readable: true,
      diagnostics: [],
    });
  });

  it('come from the file name and the folders where the text has none', () => {
    expect(read(null, SHANGHAI)).toMatchObject({
      fields: {
        title: 'My Post',
        slug: 'my-post',
        date: '2021-12-07T16:00:00.000Z',
        categories: ['news'],
        tags: [],
      },
      keys: [],
      diagnostics: [],
    });
  });

  it('come from the text alone where there is no file', () => {
    expect(read('title: T\n', {}, null).fields).toMatchObject({
      title: 'T',
      slug: '',
      date: null,
      categories: [],
    });
  });

  it('come from the site’s defaults too, also for a post that is no file yet', () => {
    const defaults = [{ scope: { path: '_posts' }, values: new Map([['layout', 'post']]) }];
    expect(read('', { defaults }, null).fields.layout).toBe('post');
  });

  it('are texts, whatever YAML takes the values for', () => {
    const yaml =
      'title: 2021-12-08\nslug: 007\ntags: [1, 1.50, yes, "1", ~]\ncategories: [2021]\nlayout: false\nauthor: 5\n';
    expect(read(yaml).fields).toMatchObject({
      title: '2021-12-08',
      slug: '7',
      tags: ['1', '1.5', 'true'],
      categories: ['news', '2021'],
      layout: 'false',
      author: '5',
    });
  });

  it('keep what is no text of their own in extra', () => {
    const yaml = 'title: T\nauthor: {name: Ann}\nimage: [a.png]\nlang: en\nrating: 4.5\nseen: 2021-12-08\n';
    const { fields, extra } = read(yaml);
    expect([fields.author, fields.image]).toEqual([null, null]);
    expect(extra).toEqual({
      author: { name: 'Ann' },
      image: ['a.png'],
      lang: 'en',
      rating: 4.5,
      seen: '2021-12-08',
    });
  });

  it.each([
    ['published: false\n', true],
    ['published:\n', true],
    ["published: 'false'\n", false],
    ['title: T\n', false],
  ])('%j is unpublished: %s', (yaml, unpublished) => {
    expect(read(yaml).unpublished).toBe(unpublished);
  });

  it('know a draft by its folder and by its key', () => {
    expect(read('draft: false\n', {}, '_drafts/a.md').draft).toBe(true);
    expect(read('draft: true\n').draft).toBe(true);
    expect(read('').draft).toBe(false);
  });

  it('list the keys of the text', () => {
    expect(read('title: T\n2021: x\n').keys).toEqual(['title', '2021']);
  });
});

describe('what cannot be read', () => {
  it('leaves the fields of a file without front matter where it is no YAML', () => {
    const reading = read('title: "a "b""\ntags: [x]\n');
    expect(reading.readable).toBe(false);
    expect(reading.fields).toMatchObject({
      title: 'My Post',
      slug: 'my-post',
      categories: ['news'],
      tags: [],
    });
    expect(reading.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['yaml/syntax']);
  });

  it('leaves the file name’s date where it is a date', () => {
    const yaml = 'title: T\ndate: +0800\n';
    const { fields, diagnostics } = read(yaml);
    expect(fields).toMatchObject({ title: 'T', date: '2021-12-08T00:00:00.000Z' });
    expect(found(yaml, diagnostics)).toEqual([['date/invalid', '+0800']]);
  });

  it.each(['date:\n', 'date: soon\n', "date: ''\n", 'date: 2021-13-45\n'])('finds %j invalid', (yaml) => {
    expect(read(yaml).diagnostics.map(({ ruleId }) => ruleId)).toEqual(['date/invalid']);
  });

  it('finds a year invalid that no database holds', () => {
    const { fields, diagnostics } = read('date: 0000-00-00 00:00:00 +0800\n');
    expect(fields.date).toBe('2021-12-08T00:00:00.000Z');
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['date/invalid']);
  });

  it('finds an impossible date in the file name, unless the text has one', () => {
    const path = '_posts/2021-13-45-a.md';
    expect(read('title: T\n', {}, path)).toMatchObject({
      fields: { date: null, title: 'T' },
      diagnostics: [{ ruleId: 'date/invalid', params: { found: '2021-13-45' } }],
    });
    expect(read('date: 2021-12-08\n', {}, path).diagnostics).toEqual([]);
  });

  it('leaves its text as the name where it is a category', () => {
    const yaml = 'title: T\ncategories: 36\n';
    const { fields, diagnostics } = read(yaml);
    expect(fields).toMatchObject({ title: 'T', categories: ['news', '36'] });
    expect(found(yaml, diagnostics)).toEqual([['categories/not-a-name', '36']]);
    expect(diagnostics[0].fix?.edits[0].newText).toBe('"36"');
  });
});

describe('diagnostics', () => {
  it('find an empty title, at its place or at the end', () => {
    expect(found('title: ""\n', read('title: ""\n').diagnostics)).toEqual([['title/empty', '""']]);
    expect(read('tags: x\n', {}, null).diagnostics).toMatchObject([
      { ruleId: 'title/empty', range: { start: { line: 1, character: 0 } } },
    ]);
  });

  it('find a slug that is no text', () => {
    const yaml = 'title: T\nslug: 0123\n';
    const { diagnostics } = read(yaml);
    expect(found(yaml, diagnostics)).toEqual([['slug/not-text', '0123']]);
    expect(diagnostics[0].fix?.edits[0].newText).toBe('"0123"');
  });

  it('show both readings of a time without zone, and add the zone', () => {
    const yaml = 'title: T\ndate: 2021-07-08 10:46:18 # late\n';
    const [diagnostic, ...more] = read(yaml, { site: { timezone: 'America/New_York' } }).diagnostics;
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({
      ruleId: 'date/no-time-zone',
      params: {
        found: '2021-07-08 10:46:18',
        jekyll: '2021-07-08 06:46:18 -0400',
        wallClock: '2021-07-08 10:46:18 -0400',
        timezone: 'America/New_York',
      },
      fix: { edits: [{ range: { start: { line: 1, character: 25 } }, newText: ' -0400' }] },
    });
  });

  it('are silent about the zone where both readings are one', () => {
    expect(read('date: 2021-07-08 10:46:18\n').diagnostics).toEqual([]);
    expect(read('date: "2021-07-08 10:46:18"\n', SHANGHAI).diagnostics).toEqual([]);
  });

  it('read a time without zone on the site’s clock when told so', () => {
    const more: SettingsOverrides = { ...SHANGHAI, frontMatter: { dates: 'wall-clock' } };
    expect(read('date: 2021-07-08 10:46:18\n', more)).toMatchObject({
      fields: { date: '2021-07-08T02:46:18.000Z' },
      diagnostics: [],
    });
  });

  it.each([
    ['categories: Career In Focus\n', [['categories/split-on-space', 'Career In Focus']]],
    ['categories: news, foundation\n', [['categories/comma', 'news, foundation']]],
    ['category: "a, b"\n', [['categories/comma', '"a, b"']]],
    ['categories: [Career In Focus]\n', []],
  ])('%j: %j', (yaml, expected) => {
    expect(found(yaml, read(yaml).diagnostics)).toEqual(expected);
  });

  it('show the parts of a split category', () => {
    expect(read('categories: a  b\n').diagnostics[0].params).toEqual({ found: 'a  b', parts: '"a", "b"' });
  });

  it.each([
    ['permalink: /:nothing/\n', '/:nothing/'],
    ['permalink: 5\n', '5'],
    ["permalink: ''\n", "''"],
    ['categories: ["2021: x"]\n', '["2021: x"]'],
  ])('%j gives no URL', (yaml, text) => {
    expect(found(yaml, read(yaml, {}, '_posts/2021-12-08-a.md').diagnostics)).toEqual([
      ['permalink/invalid', text],
    ]);
  });

  it('name unknown keys when asked, as strictly as asked', () => {
    const yaml = 'title: T\nlang: en\nhero: a\ntitel: b\n';
    const settings = (unknownKeys: 'keep' | 'warn' | 'error'): SettingsOverrides => ({
      frontMatter: { unknownKeys, fields: { hero: 'hero' } },
    });
    expect(read(yaml, settings('keep')).diagnostics).toEqual([]);
    expect(found(yaml, read(yaml, settings('warn')).diagnostics)).toEqual([['unknown-key', 'titel']]);
    expect(read(yaml, settings('warn')).diagnostics[0].severity).toBe('warning');
    expect(read(yaml, settings('error')).diagnostics[0].severity).toBe('error');
  });

  it('have the severities of the settings', () => {
    const rules = { 'title/empty': 'info', 'categories/comma': 'off' } as const;
    const { diagnostics } = read('title: ""\ncategories: a, b\n', { frontMatter: { rules } });
    expect(diagnostics.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['title/empty', 'info']]);
  });

  it('find an empty share link at the end of the body', () => {
    const reading = readPost(
      { yaml: 'title: T\n', filePath: PATH, body: 'x\n\n<>\n\n[Home](/)\n' },
      testSettings(),
    );
    expect(reading.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['share-link/empty']);
  });
});

describe('a schema of the site', () => {
  const schema = z.object({
    title: z.string().max(5),
    rating: z.number().min(1),
    cover: z.object({ alt: z.string() }).optional(),
    tags: z.array(z.string()).optional(),
    seen: z.date().optional(),
  });
  const check = (yaml: string) => found(yaml, read(yaml, { frontMatter: { schema } }).diagnostics);

  it('passes what fits', () => {
    expect(check('title: T\nrating: 4.5\ntags: [a]\nseen: 2021-12-08\n')).toEqual([]);
  });

  it('points at the value, nested and in lists too', () => {
    expect(check('title: Too long\nrating: 0\ntags: [a, 5]\ncover: {alt: 7}\n')).toEqual([
      ['schema', 'Too long'],
      ['schema', '0'],
      ['schema', '5'],
      ['schema', '7'],
    ]);
  });

  it('points where a missing key belongs', () => {
    const yaml = 'title: T\ncover: {src: a}\n';
    const { diagnostics } = read(yaml, { frontMatter: { schema } });
    expect(diagnostics.map(({ path, range }) => [path, range.start])).toEqual([
      [['cover', 'alt'], { line: 1, character: 15 }],
      [['rating'], { line: 2, character: 0 }],
    ]);
  });

  it('counts the site’s defaults as there', () => {
    const defaults = [{ scope: { path: '' }, values: new Map([['rating', 3]]) }];
    expect(read('title: T\n', { defaults, frontMatter: { schema } }).diagnostics).toEqual([]);
  });

  it('makes its keys known ones', () => {
    const settings: SettingsOverrides = { frontMatter: { schema, unknownKeys: 'error' } };
    expect(read('title: T\nrating: 3\n', settings).diagnostics).toEqual([]);
  });

  it('points at keys that a strict schema does not know', () => {
    const strict = z.strictObject({ title: z.string() });
    const yaml = 'title: T\nfoo: 1\n';
    expect(found(yaml, read(yaml, { frontMatter: { schema: strict } }).diagnostics)).toEqual([
      ['schema', '1'],
    ]);
  });
});
