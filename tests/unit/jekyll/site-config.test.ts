import { DEFAULT_SITE_FILES, readSiteConfig } from '../../../core/jekyll';

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

  it('takes no name of a style for the permalink of the collection', () => {
    const { config } = readSiteConfig('collections: {posts: {permalink: pretty}}\n');
    expect(config.permalink).toBe('/pretty');
  });

  it('reads which files are posts, beside what Jekyll excludes in every site', () => {
    const { config } = readSiteConfig(
      'include: [_pages, 5]\nexclude: [notes]\ncollections_dir: blog\nmarkdown_ext: md,TXT\n',
    );
    expect(config.siteFiles).toEqual({
      include: ['_pages'],
      exclude: ['notes', ...DEFAULT_SITE_FILES.exclude],
      collectionsDir: 'blog',
      markdownExtensions: ['.md', '.txt'],
    });
  });

  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    [':Asia/Tokyo', 'Asia/Tokyo'],
    ['EST5EDT', 'EST5EDT'],
    ['PRC', 'PRC'],
    ['UTC+8', 'Etc/GMT+8'],
    ['CST-8', 'Etc/GMT-8'],
    ['UTC0', 'UTC'],
    ['asia/shanghai', undefined],
    ['Asia/Beijing', undefined],
    ['JST', undefined],
  ])('takes the time zone %s as the system does: %s', (timezone, zone) => {
    expect(readSiteConfig(`timezone: ${timezone}\n`).config.timezone).toBe(zone);
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
