import { slugify, titleizeSlug } from '../../../core/jekyll';

describe('slugify', () => {
  it.each([
    ['Fresh Bread & Butter', null, 'fresh-bread-butter'],
    ['Fresh Bread & Butter', 'pretty', 'fresh-bread-&-butter'],
    ['Fresh Bread & Butter', 'raw', 'fresh-bread-&-butter'],
    ['café_au_lait', 'ascii', 'caf-au-lait'],
    ['Œuvre Ŷ ŉ', 'latin', 'oeuvre-y-n'],
    ['Any Thing!', 'none', 'any thing!'],
    ['Any Thing!', 'made-up', 'any thing!'],
    ['--x--', 'raw', '-x-'],
    ['新闻 2021！', null, '新闻-2021'],
    ['💎', null, ''],
  ])('%s in mode %s gives %s', (text, mode, expected) => {
    expect(slugify(text, mode)).toBe(expected);
  });

  it('keeps capital letters when asked', () => {
    expect(slugify('Hello World', 'pretty', true)).toBe('Hello-World');
  });

  it('gives nothing for nothing', () => {
    expect(slugify(null)).toBeNull();
  });

  it('forms no final sigma, as Ruby does not', () => {
    expect(slugify('ΛΟΓΟΣ')).toBe('λογοσ');
  });
});

describe('titleizeSlug', () => {
  it.each([
    ['my-FIRST-post', 'My First Post'],
    ['a--b-', 'A  B'],
    ['NW2021', 'Nw2021'],
    ['ßen', 'Ssen'],
    ['ᾄδω-ῳδή-ᾷ', 'ᾌδω ῼδή Α\u0342\u0345'],
    ['ǅ-ǆ-ა-Ა', 'ǅ ǅ ა ა'],
    ['', ''],
  ])('%s becomes %s', (slug, title) => {
    expect(titleizeSlug(slug)).toBe(title);
  });
});
