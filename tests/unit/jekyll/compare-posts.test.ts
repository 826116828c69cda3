import { comparePosts } from '../../../core/jekyll';

describe('comparePosts', () => {
  it('orders by date, then by path', () => {
    const posts = [
      { path: '_posts/b.md', date: 2 },
      { path: '_posts/a.md', date: 2 },
      { path: '_posts/z.md', date: 1 },
    ];
    expect(posts.sort(comparePosts).map(({ path }) => path)).toEqual([
      '_posts/z.md',
      '_posts/a.md',
      '_posts/b.md',
    ]);
  });

  it('orders paths as UTF-8 does', () => {
    expect(comparePosts({ path: '\u{1f600}', date: null }, { path: '\uff5e', date: 1 })).toBeGreaterThan(0);
    expect(comparePosts({ path: 'a', date: 1 }, { path: 'ab', date: 1 })).toBeLessThan(0);
  });
});
