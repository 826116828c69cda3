import fc from 'fast-check';
import type { Value } from '../../../core/front-matter/value';
import { putFields, readPost } from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import type { FrontMatterDefault, Settings } from '../../../core/settings';
import { testSettings } from '../settings';

const SHANGHAI = testSettings({ site: { timezone: 'Asia/Shanghai' } });
const PATH = '_posts/2021-12-08-a-b.md';

const EMPTY: PostFields = {
  title: '',
  slug: '',
  date: null,
  layout: null,
  author: null,
  source: null,
  excerpt: null,
  image: null,
  permalink: null,
  shareUrl: null,
  categories: [],
  tags: [],
};

interface Edit {
  filePath?: string | null;
  settings?: Settings;
}

/** The text after some fields were changed. */
function edit(
  base: string | null,
  change: Partial<PostFields>,
  { filePath = PATH, settings = SHANGHAI }: Edit = {},
) {
  const { fields } = readPost({ yaml: base, filePath }, settings);
  const result = putFields(base, { ...fields, ...change }, { filePath, settings });
  return result.ok ? result.yaml : result.diagnostics.map(({ path, params }) => [path?.[0], params.reason]);
}

const defaults = (values: Record<string, Value>): FrontMatterDefault[] => [
  { scope: { path: '' }, values: new Map(Object.entries(values)) },
];

describe('putFields', () => {
  it('leaves a text as it is where nothing changed', () => {
    const base = '# mine\r\ntitle:   "A"   # here\r\ndate: 2021-12-08\r\ntags: x  y\r\n';
    expect(edit(base, {})).toBe(base);
    expect(edit('title: "broken\n', {})).toBe('title: "broken\n');
  });

  it('writes no front matter where the file name says all', () => {
    expect(edit(null, {})).toBeNull();
    expect(edit(null, { title: 'A B', slug: 'a-b' })).toBeNull();
    expect(edit(null, { title: 'Other' })).toBe('title: Other\n');
  });

  it('changes the value alone', () => {
    expect(edit("title: 'A' # mine\nx: 1\nlayout: post\n", { title: 'It’s B', layout: 'page' })).toBe(
      "title: 'It’s B' # mine\nx: 1\nlayout: page\n",
    );
  });

  it('writes a new post in full', () => {
    const fields: PostFields = {
      ...EMPTY,
      title: 'News: today',
      slug: 'news-today',
      date: '2021-12-29T00:43:42.123Z',
      layout: 'post',
      author: 'Ann',
      shareUrl: 'https://s.example/1',
      categories: ['linyi', 'a b'],
      tags: ['临沂'],
    };
    expect(putFields(null, fields, { filePath: null, settings: SHANGHAI })).toMatchObject({
      ok: true,
      yaml:
        'layout: post\ntitle: "News: today"\nslug: news-today\ndate: 2021-12-29 08:43:42 +0800\n' +
        'categories: [linyi, a b]\ntags: [临沂]\nauthor: Ann\nshare_url: https://s.example/1\n',
      reading: { fields: { ...fields, date: '2021-12-29T00:43:42.000Z' }, readable: true },
    });
  });

  it('quotes what YAML would take for something else', () => {
    for (const title of ['no', '12:30', '1,000', '0777', '2021-12-08', '~', '- a', '“x”: y', "it's #1"]) {
      const yaml = edit('title: x\n', { title });
      expect(readPost({ yaml: String(yaml), filePath: PATH }, SHANGHAI).fields.title).toBe(title);
    }
  });

  it('removes an emptied key, and says so where a default would speak', () => {
    const settings = testSettings({ defaults: defaults({ layout: 'post', excerpt: 'd' }) });
    expect(edit('author: Ann\ntitle: T\n', { author: null })).toBe('title: T\n');
    expect(edit('title: T\nlayout: page\n', { layout: null }, { settings })).toBe('title: T\nlayout: ""\n');
    expect(edit('title: T\n', { excerpt: null }, { settings })).toBe('title: T\nexcerpt: false\n');
  });

  describe('dates', () => {
    const date = '2022-02-03T04:05:06.000Z';
    it.each([
      ['2021-12-29 08:43:42 +0800', '2022-02-03 12:05:06 +0800'],
      ['2021-12-29T08:43:42-05:00', '2022-02-02T23:05:06-05:00'],
      ['2021-12-29T08:43:42Z', '2022-02-03T04:05:06Z'],
      ['2021-12-29 08:43:42', '2022-02-03 04:05:06'],
      ["'2021-12-29 08:43:42'", "'2022-02-03 12:05:06'"],
      ['2021-12-29 08:43', '2022-02-03 12:05:06 +0800'],
      ['2021-12-29', '2022-02-03 12:05:06 +0800'],
      ['December 29, 2021', '2022-02-03 12:05:06 +0800'],
    ])('keep the form of %s', (before, after) => {
      expect(edit(`date: ${before} # d\n`, { date })).toBe(`date: ${after} # d\n`);
    });

    it('stay days and minutes where the instant is one', () => {
      expect(edit('date: 2021-12-29\n', { date: '2022-02-02T16:00:00.000Z' })).toBe('date: 2022-02-03\n');
      expect(edit('date: 2021-12-29 08:43\n', { date: '2022-02-03T04:05:00.000Z' })).toBe(
        'date: 2022-02-03 12:05\n',
      );
    });

    it('are not written for a fraction of a second', () => {
      expect(edit('date: 2021-12-29 08:43:42 +0800\n', { date: '2021-12-29T00:43:42.999Z' })).toBe(
        'date: 2021-12-29 08:43:42 +0800\n',
      );
    });

    it('are removed only where nothing else gives one', () => {
      expect(edit('date: 2021-12-29\n', { date: null })).toEqual([['date', 'given-elsewhere']]);
      expect(edit('date: 2021-12-29\ntitle: T\n', { date: null }, { filePath: '_drafts/a.md' })).toBe(
        'title: T\n',
      );
    });
  });

  describe('categories', () => {
    const change = (base: string, categories: string[], more: Edit = {}) => edit(base, { categories }, more);

    it('stay under the key and in the form that says them', () => {
      expect(change('categories: a b\n', ['a', 'c'])).toBe('categories: a c\n');
      expect(change('categories: a b\n', ['a', 'c d'])).toBe('categories: [a, c d]\n');
      expect(change('categories: [ a,  "b" ] # x\n', ['a', 'c', 'd'])).toBe(
        'categories: [ a,  "c",  "d" ] # x\n',
      );
      expect(change('category: a b\n', ['c d'])).toBe('category: c d\n');
      expect(change('category: a\n', ['a', 'b'])).toBe('category: [a, b]\n');
      expect(change('category: [a]\n', ['a', 'b'])).toBe('category: [a, b]\n');
      expect(change('category: a\ntitle: T\n', [])).toBe('title: T\n');
      expect(change('categories: a\n', [])).toBe('categories: []\n');
      expect(change('title: T\n', ['a'])).toBe('title: T\ncategories: [a]\n');
    });

    it('change in the one of two keys that says them', () => {
      const base = 'categories: [a, b]\ncategory: c\n';
      expect(change(base, ['a', 'b', 'd'])).toBe('categories: [a, b]\ncategory: d\n');
      expect(change(base, ['a', 'c'])).toBe('categories: [a]\ncategory: c\n');
      expect(change(base, ['c', 'a'])).toBe('categories: [c, a]\n');
    });

    it('of folders need no key and cannot be removed', () => {
      const filePath = 'news/_posts/2021-12-08-a.md';
      expect(change('title: T\n', ['news', 'a'], { filePath })).toBe('title: T\ncategories: [a]\n');
      expect(change('categories: [news, a]\n', ['news'], { filePath })).toBe('categories: [news]\n');
      expect(change('title: T\n', [], { filePath })).toEqual([['categories', 'given-elsewhere']]);
      expect(change('title: T\n', ['a', 'news'], { filePath })).toEqual([['categories', 'mismatch']]);
    });

    it('come before the category of a default', () => {
      const settings = testSettings({ defaults: defaults({ category: 'd' }) });
      expect(change('categories: [a]\n', ['a', 'b', 'd'], { settings })).toBe('categories: [a, b]\n');
    });
  });

  describe('tags', () => {
    const change = (base: string, tags: string[], more: Edit = {}) => edit(base, { tags }, more);

    it('change under the key that Jekyll takes', () => {
      expect(change('tags: a b\n', ['a'])).toBe('tags: a\n');
      expect(change('tag: a b\ntags: c\n', ['d e'])).toBe('tag: d e\ntags: c\n');
      expect(change('tag: a b\n', [])).toBe('');
      expect(change('tag: a b\ntags: c\n', ['c'])).toBe('tag: c\ntags: c\n');
      expect(change('tag: a b\ntags: c\n', [])).toBe('tags: []\n');
    });

    it('replace those of defaults, but not a default tag', () => {
      const plural = testSettings({ defaults: defaults({ tags: ['d'] }) });
      const singular = testSettings({ defaults: defaults({ tag: 'd' }) });
      expect(change('title: T\n', [], { settings: plural })).toBe('title: T\ntags: []\n');
      expect(change('tags: x\n', [], { settings: singular })).toEqual([['tags', 'given-elsewhere']]);
    });
  });

  it('refuses to change a text that cannot be read', () => {
    expect(edit('title: "a "b""\n', { title: 'x', layout: 'y' })).toEqual([
      ['layout', 'unreadable'],
      ['title', 'unreadable'],
    ]);
  });

  describe('the laws', () => {
    const term = fc.oneof(
      fc.constantFrom('a', 'b c', '新闻', '2021', 'yes', 'x,y', '#1', "it's", 'a: b'),
      fc.string({ minLength: 1 }),
    );
    const text = fc.oneof(
      fc.constant(''),
      fc.string(),
      fc.constantFrom('no', '12:30', '"q"', "'", '~', 'a\nb', '%', '@x'),
    );
    const nullable = fc.option(text);
    const terms = fc.uniqueArray(
      term.filter((name) => !/[\p{Cc}\p{Cs}]/u.test(name)),
      { maxLength: 4 },
    );
    const fields: fc.Arbitrary<PostFields> = fc.record({
      title: text,
      slug: text,
      layout: nullable,
      author: nullable,
      source: nullable,
      excerpt: nullable,
      image: nullable,
      permalink: nullable,
      shareUrl: nullable,
      categories: terms,
      tags: terms,
      date: fc.option(
        fc
          .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      ),
    });
    const BASES = [
      null,
      '',
      'title: "T"\ndate: 2021-12-29 08:43:42\ncategories: a  b\ntags:\n- x\n- "y"\n# end\n',
      "layout: post\r\ntitle: >\r\n  folded\r\n  text\r\ncategory: 'c d'\r\ncategories: [a]\r\ntag: t\r\ntags: u v\r\nextra: {k: v}\r\n",
      'slug: !!str 5\ndate: "Dec 8, 2021"\nauthor: {name: x}\nexcerpt: |\n  a\n  b\n',
    ];

    it.each(BASES)('hold for %j', (base) => {
      const context = { filePath: null, settings: SHANGHAI };
      const before = readPost({ yaml: base, filePath: null }, SHANGHAI).fields;
      fc.assert(
        fc.property(fields, (wanted) => {
          const written = putFields(base, wanted, context);
          if (!written.ok) return written.diagnostics.every(({ params }) => params.reason === 'not-writable');
          const again = putFields(
            base,
            readPost({ yaml: written.yaml, filePath: null }, SHANGHAI).fields,
            context,
          );
          const undone = putFields(base, before, context);
          return again.ok && again.yaml === written.yaml && undone.ok && undone.yaml === base;
        }),
        { numRuns: 60 },
      );
    });
  });
});
