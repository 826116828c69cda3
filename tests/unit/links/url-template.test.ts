import fc from 'fast-check';
import { expandUrl, templateNames, templateProblem, URL_NAMES } from '../../../core/links';
import { say } from '../../../core/messages';

/** Any text that a URL can hold: whole characters, all scripts, emoji, line breaks. */
const text = fc.string({ unit: 'grapheme' });

describe('expandUrl', () => {
  it.each([
    ['/category/{slug}.html', { slug: 'news' }, '/category/news.html'],
    [
      '{+site.url}/s/{post.slug}',
      { 'site.url': 'https://example.org', 'post.slug': 'a' },
      'https://example.org/s/a',
    ],
    ['/s{?infoCode}', { infoCode: 'NW2021' }, '/s?infoCode=NW2021'],
    ['/s?a=1{&title,slug}', { title: 'a & b', slug: 'é' }, '/s?a=1&title=a%20%26%20b&slug=%C3%A9'],
    ['/{term}/', { term: '21世纪 #1?' }, '/21%E4%B8%96%E7%BA%AA%20%231%3F/'],
    ['/{+term}.html', { term: 'guoji(xianggang)' }, '/guoji(xianggang).html'],
    ['/{slug}/', {}, '//'],
    ['./', {}, './'],
    ['/页/{slug}', { slug: 'x' }, '/%E9%A1%B5/x'],
  ])('expands %s', (template, names, expected) => {
    expect(expandUrl(template, names as Record<string, string>)).toBe(expected);
  });

  it('takes a name with a dot as one name', () => {
    expect(expandUrl('/{post.slug}/{slug}', { 'post.slug': 'a', slug: 'b' })).toBe('/a/b');
  });

  it('does not find what every object inherits', () => {
    expect(expandUrl('/{constructor}{toString}', {})).toBe('/');
  });

  it('counts a prefix in characters and never cuts an emoji in two', () => {
    expect(expandUrl('/{title:2}', { title: '🎉🎊🎈' })).toBe(`/${encodeURIComponent('🎉🎊')}`);
    expect(expandUrl('/{date:4}', { date: '2021-12-29' })).toBe('/2021');
  });

  it('gives only characters that a URL may hold, also where a value is taken as it is', () => {
    expect(expandUrl('/{+name}', { name: '涨5%a 中' })).toBe('/%E6%B6%A85%25a%20%E4%B8%AD');
    expect(expandUrl('/{+name}', { name: 'a\ud800b' })).toBe('/a%EF%BF%BDb');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(expandUrl('{+name}/{name}', { name })).toMatch(
          /^(?:[!#$&'()*+,/:;=?@[\]\w.~-]|%[0-9A-F]{2})*$/i,
        );
      }),
    );
  });

  it('expands so that parsing gives the same values back', () => {
    fc.assert(
      fc.property(text, text, (title, slug) => {
        const url = new URL(expandUrl('https://example.org/{slug}x{?title,slug}', { title, slug }));
        expect(url.searchParams.get('title')).toBe(title);
        expect(url.searchParams.get('slug')).toBe(slug);
      }),
    );
  });
});

describe('templateNames', () => {
  it('lists each name once, without operators and modifiers', () => {
    expect(templateNames('{+site.url}/{slug:3}{?slug,category.term*}')).toEqual([
      'site.url',
      'slug',
      'category.term',
    ]);
  });
});

describe('templateProblem', () => {
  it('accepts a sound template', () => {
    expect(templateProblem('{+site.url}/{post.slug:8}{?title,date*}', URL_NAMES.share)).toBeNull();
  });

  it.each([
    ['/{slug', 'brace'],
    ['/slug}', 'brace'],
    ['/{}', '{}'],
    ['/{a b}', '{a b}'],
    ['/{|slug}', '{|slug}'],
    ['/{slug:0}', '{slug:0}'],
    ['/{slgu}', 'unknown name {slgu}; known are slug, title'],
  ])('says what is wrong with %s', (template, clause) => {
    const problem = templateProblem(template, ['slug', 'title']);
    expect(problem && say(problem, 'en')).toContain(clause);
  });
});
