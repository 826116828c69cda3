import { readSiteConfig } from '../../../core/jekyll';

describe('readSiteConfig', () => {
  it('reads what concerns posts', () => {
    const { config, diagnostics } = readSiteConfig(
      [
        'url: https://example.org',
        'baseurl: /blog',
        'title: A Site',
        'lang: en',
        'timezone: Europe/Paris',
        'permalink: pretty',
        'future: yes',
        'excerpt_separator: <!--more-->',
        'defaults:',
        '  - scope: {path: news, type: posts}',
        '    values: {layout: news}',
        '  - values: {author: Ann}',
      ].join('\n'),
    );
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({
      url: 'https://example.org',
      baseurl: '/blog',
      title: 'A Site',
      language: 'en',
      timezone: 'Europe/Paris',
      permalink: 'pretty',
      future: true,
      excerptSeparator: '<!--more-->',
      defaults: [
        { scope: { path: 'news', type: 'posts' }, values: new Map([['layout', 'news']]) },
        { scope: { path: '' }, values: new Map([['author', 'Ann']]) },
      ],
    });
  });

  it('leaves out what the file does not say', () => {
    expect(readSiteConfig('theme: minima\n').config).toEqual({});
    expect(readSiteConfig('').config).toEqual({});
  });

  it('prefers the permalink of the collection of posts', () => {
    const { config } = readSiteConfig('permalink: pretty\ncollections:\n  posts:\n    permalink: /:title/\n');
    expect(config.permalink).toBe('/:title/');
  });

  it('names a value that cannot be used, where it stands', () => {
    const { config, diagnostics } = readSiteConfig('title: x\ntimezone: China\ndefaults:\n  - 5\n');
    expect(config).toEqual({ title: 'x', defaults: [] });
    expect(diagnostics.map(({ ruleId, params, range }) => [ruleId, params.key, range.start])).toEqual([
      ['site-config/invalid', 'timezone', { line: 1, character: 10 }],
      ['site-config/invalid', 'defaults.0', { line: 3, character: 4 }],
    ]);
  });

  it('reports a file that is no YAML', () => {
    expect(readSiteConfig('title: "x\n').diagnostics.map(({ ruleId }) => ruleId)).toEqual(['yaml/syntax']);
  });
});
