import { canonicalUrl } from '../../../core/links';
import { linkSettings } from './link-fixtures';

describe('canonicalUrl', () => {
  it('is null without an address of the site', () => {
    expect(canonicalUrl('/a.html', linkSettings({ site: { url: null } }))).toBeNull();
  });

  it.each([
    ['/a/b.html', '', 'https://example.org/a/b.html'],
    ['/', '', 'https://example.org/'],
    ['a.html', '/blog', 'https://example.org/blog/a.html'],
    ['/a.html', 'blog/', 'https://example.org/blog/a.html'],
    ['/新闻/a b.html', '', 'https://example.org/%E6%96%B0%E9%97%BB/a%20b.html'],
    ["/a?b#c%d/e&f=(g)'!*,;:@$+~", '', "https://example.org/a%3Fb%23c%25d/e&f=(g)'!*,;:@$+~"],
    ['/"a"🎉', '', 'https://example.org/%22a%22%F0%9F%8E%89'],
  ])('of %s under %p is %s', (path, baseurl, expected) => {
    expect(canonicalUrl(path, linkSettings({ site: { baseurl } }))).toBe(expected);
  });

  it('survives a slash after the address and half a surrogate pair in the path', () => {
    expect(canonicalUrl('/a\ud800', linkSettings({ site: { url: 'https://example.org/' } }))).toBe(
      'https://example.org/a%EF%BF%BD',
    );
  });
});
