import { escapePath, expandUrlTemplate, sanitizeUrl } from '../../../core/jekyll';
import { escapePathStrictly } from '../../../core/jekyll/url-escape';

describe('escapePath', () => {
  it.each([
    ['a b', 'a%20b'],
    ['50%', '50%25'],
    ['新', '%E6%96%B0'],
    ['a#b#c', 'a%23b%23c'],
    ['who?/a&b=(c)', 'who?/a&b=(c)'],
    ['[x]', '%5Bx%5D'],
    ['', ''],
  ])('%s becomes %s', (value, escaped) => {
    expect(escapePath(value)).toBe(escaped);
  });

  it.each(['2021: x', ':x', 'http:', '//a b/c'])('encodes %s although Jekyll refuses it', (value) => {
    expect(escapePathStrictly(value)).toBeNull();
    expect(escapePath(value)).not.toContain(' ');
  });
});

describe('sanitizeUrl', () => {
  it.each([
    ['a//b', '/a/b'],
    ['../a/./b', '/a/b'],
    ['', '/'],
  ])('%s becomes %s', (url, expected) => {
    expect(sanitizeUrl(url)).toBe(expected);
  });
});

describe('expandUrlTemplate', () => {
  it('fills names, drops empty ones with their slash and leaves unknown ones', () => {
    expect(expandUrlTemplate('/:a/:b/:c/:a', { a: 'x y', b: null })).toBe('/x%20y/:c/x%20y');
  });
});
