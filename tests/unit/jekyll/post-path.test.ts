import { DEFAULT_SITE_FILES, parsePostPath } from '../../../core/jekyll';
import type { SiteFiles } from '../../../core/settings';

describe('parsePostPath', () => {
  it('takes day, slug, extension and folders from a post', () => {
    expect(parsePostPath('news/asia/_posts/2021-12-08-Hello.World.md')).toEqual({
      kind: 'post',
      date: { year: 2021, month: 12, day: 8 },
      slug: 'Hello.World',
      basename: '2021-12-08-Hello.World',
      ext: '.md',
      folderCategories: ['news', 'asia'],
    });
  });

  it.each([
    ['_posts/21-1-2-a.md', { year: 2021, month: 1, day: 2 }],
    ['_posts/99-1-2-a.md', { year: 1999, month: 1, day: 2 }],
    ['_posts/021-1-2-a.md', { year: 21, month: 1, day: 2 }],
    ['_posts/2021-13-45-a.md', { year: 2021, month: 13, day: 45 }],
    ['_drafts/a.md', null],
  ])('reads the day of %s', (path, date) => {
    expect(parsePostPath(path)).toMatchObject({ date });
  });

  it('gives folders below _posts no meaning', () => {
    expect(parsePostPath('_posts/2021/2021-12-08-a.md')).toMatchObject({ folderCategories: [], slug: 'a' });
  });

  it('drops dots at the end of the slug', () => {
    expect(parsePostPath('_posts/2021-12-08-wait....md')).toMatchObject({ slug: 'wait' });
  });

  it('takes a draft with its folders', () => {
    expect(parsePostPath('news/_drafts/idea.md')).toMatchObject({
      kind: 'draft',
      folderCategories: ['news'],
    });
  });

  it('takes a dated file in _drafts for a draft with that day', () => {
    expect(parsePostPath('_drafts/2021-12-08-a.md')).toMatchObject({
      kind: 'draft',
      slug: 'a',
      date: { day: 8 },
    });
  });

  it.each([
    ['about.md', 'not-in-posts-folder'],
    ['old_post/2021-12-08-a.md', 'not-in-posts-folder'],
    ['_posts/a.md', 'no-date'],
    ['_posts/-2021.md', 'no-date'],
    ['_posts/12021-12-08-a.md', 'no-date'],
    ['_posts/2021-12-08.md', 'no-date'],
    ['_posts/2021-12-08-a', 'no-extension'],
    ['_drafts/a', 'no-extension'],
    ['_posts/.2021-12-08-a.md', 'hidden-name'],
    ['_posts/2021-12-08-a.md~', 'hidden-name'],
    ['_old/_posts/2021-12-08-a.md', 'hidden-name'],
    ['node_modules/x/_posts/2021-12-08-a.md', 'excluded'],
    ['_posts/2021-12-08-a.yml', 'data-file'],
  ])('leaves out %s: %s', (path, reason) => {
    expect(parsePostPath(path)).toEqual({ kind: 'ignored', reason });
  });

  it('takes .YML for a post, as Jekyll compares the letters', () => {
    expect(parsePostPath('_posts/2021-12-08-a.YML')).toMatchObject({ kind: 'post', ext: '.YML' });
  });
});

describe('a site whose _config.yml says which files are read', () => {
  const kindOf = (path: string, files: Partial<SiteFiles>) => {
    const place = parsePostPath(path, { ...DEFAULT_SITE_FILES, ...files });
    return place.kind === 'ignored' ? place.reason : place.kind;
  };
  const POST = '_posts/2021-12-08-a.md';

  it.each([
    ['_posts', POST],
    ['_posts/2021', POST],
    ['/news/', `news/${POST}`],
    ['ne', `news/${POST}`],
    ['*.md', POST],
    ['**/*.md', `news/${POST}`],
    ['_posts/2021-1?-0[5-9]-*', POST],
    ['_posts/2021-12-08-\\a.md', POST],
  ])('excludes by the pattern %s: %s', (pattern, path) => {
    expect(kindOf(path, { exclude: [pattern] })).toBe('excluded');
  });

  it.each(['posts', './_posts', '*.{md}', 'news/x', '[_posts', '_posts/[!2]*'])(
    'does not exclude by the pattern %s',
    (pattern) => {
      expect(kindOf(POST, { exclude: [pattern] })).toBe('post');
    },
  );

  it.each([
    ['_pages', `_pages/${POST}`],
    ['.', `.hidden/${POST}`],
    ['old~', `old~/${POST}`],
    ['_2021-12-08-a.md', '_posts/_2021-12-08-a.md'],
  ])('includes by the pattern %s: %s', (pattern, path) => {
    expect(kindOf(path, {})).toBe('hidden-name');
    const place = kindOf(path, { include: [pattern] });
    expect(place).toBe(path.includes('/_2021') ? 'no-date' : 'post');
  });

  it('includes what is excluded too', () => {
    expect(kindOf(`node_modules/${POST}`, { include: ['node_modules'] })).toBe('post');
    expect(kindOf(POST, { exclude: ['_posts'], include: ['2021'] })).toBe('post');
  });

  it('never includes what the list of a folder does not show', () => {
    expect(kindOf('_posts/.2021-12-08-a.md', { include: ['.'] })).toBe('hidden-name');
  });

  it('has its posts and their categories below collections_dir', () => {
    const files = { ...DEFAULT_SITE_FILES, collectionsDir: 'blog' };
    expect(parsePostPath(POST, files)).toEqual({ kind: 'ignored', reason: 'excluded' });
    expect(parsePostPath(`blog/news/${POST}`, files)).toMatchObject({
      kind: 'post',
      folderCategories: ['news'],
    });
  });

  it('reads a posts folder within one that is opened', () => {
    const path = '_drafts/_posts/2021-12-08-a.md';
    expect(kindOf(path, {})).toBe('hidden-name');
    expect(kindOf(path, { include: ['_drafts'] })).toBe('post');
  });
});
