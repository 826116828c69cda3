import { DEFAULT_SITE_FILES, defaultsFor } from '../../../core/jekyll';
import type { Value } from '../../../core/front-matter/value';
import type { FrontMatterDefault } from '../../../core/settings';
import { testSettings } from '../settings';

const set = (path: string, values: Record<string, Value>, type?: string): FrontMatterDefault => ({
  scope: { path, ...(type !== undefined && { type }) },
  values: new Map(Object.entries(values)),
});
const layoutOf = (path: string, ...sets: FrontMatterDefault[]) =>
  defaultsFor(path, testSettings({ defaults: sets })).get('layout');

describe('defaultsFor', () => {
  it('lets the longer path win, in whatever order they stand', () => {
    const general = set('', { layout: 'general' });
    const special = set('news', { layout: 'news' });
    expect(layoutOf('news/_posts/2021-12-08-a.md', special, general)).toBe('news');
    expect(layoutOf('_posts/2021-12-08-a.md', special, general)).toBe('general');
  });

  it('lets the later of two equal paths win, and one with a type over one without', () => {
    expect(layoutOf('_posts/a', set('', { layout: 'first' }), set('', { layout: 'second' }))).toBe('second');
    expect(layoutOf('_posts/a', set('', { layout: 'typed' }, 'posts'), set('', { layout: 'plain' }))).toBe(
      'typed',
    );
  });

  it('gives drafts what posts get, and the type drafts nothing', () => {
    expect(
      layoutOf('_drafts/a.md', set('', { layout: 'post' }, 'posts'), set('', { layout: 'draft' }, 'drafts')),
    ).toBe('post');
  });

  it('merges maps and replaces lists', () => {
    const meta = (more: Record<string, Value>) => new Map<Value, Value>(Object.entries(more));
    const defaults = [
      set('', { meta: meta({ a: 1, list: [1, 2] }) }),
      set('_posts', { meta: meta({ b: 2, list: [3] }) }),
    ];
    expect(defaultsFor('_posts/a', testSettings({ defaults })).get('meta')).toEqual(
      meta({ a: 1, list: [3], b: 2 }),
    );
  });

  it.each([
    ['news/*', 'news/_posts/2021-12-08-a.md', true],
    ['*/_posts', 'news/_posts/2021-12-08-a.md', true],
    ['*/_posts', 'a/b/_posts/2021-12-08-a.md', false],
    ['**/_posts', 'a/b/_posts/2021-12-08-a.md', true],
    ['_posts/2021-??-*', '_posts/2021-12-08-a.md', true],
    ['_posts/{2020,2021}-*', '_posts/2021-12-08-a.md', true],
    ['[mn]*', 'other/_posts/2021-12-08-a.md', false],
    ['_post', '_posts/2021-12-08-a.md', true],
    ['/_posts', '_posts/2021-12-08-a.md', false],
  ])('the path %s fits %s: %s', (scope, path, fits) => {
    expect(layoutOf(path, set(scope, { layout: 'x' }))).toBe(fits ? 'x' : undefined);
  });

  it('takes scopes and paths from collections_dir on, globs from the root of the site', () => {
    const siteFiles = { ...DEFAULT_SITE_FILES, collectionsDir: 'blog' };
    const layout = (scope: string) =>
      defaultsFor(
        'blog/news/_posts/2021-12-08-a.md',
        testSettings({ siteFiles, defaults: [set(scope, { layout: 'x' })] }),
      ).get('layout');
    expect(['news', 'blog/news', 'blog/*/_posts', 'blo'].map(layout)).toEqual(['x', 'x', 'x', undefined]);
  });
});
