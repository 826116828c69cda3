import { Float } from '../../../core/front-matter/value';
import { readJekyllPost } from '../../../core/jekyll';
import { testSettings, type SettingsOverrides } from '../settings';

const NOW = Date.UTC(2020, 4, 6);
const read = (yaml: string | null, path = '_posts/2021-12-08-a-b.md', more: SettingsOverrides = {}) =>
  readJekyllPost(
    { path, yaml, body: 'One.\n\nTwo.\n', now: NOW, mtime: Date.UTC(2019, 1, 3) },
    testSettings(more),
  );

describe('readJekyllPost', () => {
  it('keeps the types of values', () => {
    expect(read('title: 2021\ntags: [1, 2.0, yes]\n')).toMatchObject({
      title: 2021,
      tags: [1, new Float(2), true],
    });
  });

  it('has the other texts of categories that are no texts beside them', () => {
    expect(read('categories: [2021, [a b]]\n').categories).toEqual([2021, ['a b'], '2021', '["a b"]', 'a b']);
  });

  it('lets a tag win over tags, and adds a category to categories', () => {
    expect(read('tag: x y\ntags: a b\ncategory: c d\ncategories: e f\n')).toMatchObject({
      tags: ['x y'],
      categories: ['e', 'f', 'c d'],
    });
  });

  it('joins categories of folders, defaults and text, but replaces tags', () => {
    const defaults = [
      {
        scope: { path: '' },
        values: new Map([
          ['categories', 'd1 d2'],
          ['tags', 'dt'],
        ]),
      },
    ];
    expect(read('categories: own\ntags: t\n', 'news/_posts/2021-12-08-a.md', { defaults })).toMatchObject({
      categories: ['news', 'd1', 'd2', 'own'],
      tags: ['t'],
    });
  });

  it('keeps a post whose front matter is broken, without it', () => {
    expect(read('title: "x\ntags: a\n', 'news/_posts/2021-12-08-a.md')).toMatchObject({
      status: 'post',
      title: null,
      slug: null,
      date: null,
      tags: null,
      categories: ['news'],
      excerpt: null,
      fatal: null,
      url: '/news/2020/05/06/2021-12-08-a.html',
      id: '/news/2020/05/06/2021-12-08-a',
      messages: [{ level: 'error' }],
    });
  });

  it.each(['date:\n', 'date: soon\n'])('stops the build at %j', (yaml) => {
    expect(read(yaml)).toMatchObject({
      status: 'dropped',
      fatal: expect.stringContaining('Invalid date'),
      url: null,
    });
  });

  it('stops the build at a slug that is a number', () => {
    expect(read('slug: 5\n')).toMatchObject({
      status: 'post',
      fatal: expect.stringContaining('gsub'),
      url: null,
    });
    expect(read('slug: 5\npermalink: /x/\n')).toMatchObject({ fatal: null, url: '/x/', id: '/5' });
  });

  it('dates an undated draft by its file, in its URL only', () => {
    expect(read('', '_drafts/idea.md')).toMatchObject({
      date: null,
      isDraft: true,
      url: '/2019/02/03/idea.html',
    });
  });

  it('takes draft: false in a folder of drafts at its word, until asked', () => {
    expect(read('draft: false\n', '_drafts/idea.md')).toMatchObject({ draft: false, isDraft: true });
  });

  it('generates an excerpt unless there is one', () => {
    expect(read('')).toMatchObject({ excerpt: 'One.', excerptSource: 'generated' });
    expect(read("excerpt: ''\n")).toMatchObject({ excerpt: '', excerptSource: 'front_matter' });
    expect(read('excerpt_separator: Two\n').excerpt).toBe('One.\n\n');
    expect(read('', undefined, { excerptSeparator: '' })).toMatchObject({
      excerpt: null,
      excerptSource: 'none',
    });
  });

  it('loses the fractions of seconds, and the seconds of old offsets', () => {
    const more: SettingsOverrides = { site: { timezone: 'America/New_York' } };
    expect(read('date: "2021-12-08 10:00:00.75"\n').date).toBe(Date.UTC(2021, 11, 8, 10));
    expect(read('date: 1850-01-01\n', undefined, more).date).toBe(Date.UTC(1850, 0, 1, 4, 55, 58));
  });
});
