import fc from 'fast-check';
import type { SiteTree } from '../written-site';
import { file } from './posts';

const TIME_ZONES = [
  ...[
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'UTC',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
  ],
  ...[
    'EST5EDT',
    'UTC+8',
    'GMT-8',
    'PRC',
    'Etc/GMT-14',
    'Pacific/Apia',
    'Asia/Beijing',
    'asia/shanghai',
    'CST',
    'EST',
    ':Asia/Tokyo',
  ],
];
const PERMALINKS = [
  ...[
    'date',
    'pretty',
    'ordinal',
    'weekdate',
    'none',
    '/:title',
    '/blog/:categories/:year/:title.html',
    '/:collection/:path:output_ext',
  ],
  ...[
    '/:slug/',
    ':year/:month/:title/',
    '/:name',
    '/:slugified_categories/:title',
    'custom',
    '/:title:output_ext',
    '/:categories/:i_day/:title/',
  ],
];
const PATTERNS = [
  ...[
    'README.md',
    'news',
    'news/',
    '/news',
    '*.txt',
    '_posts/sub',
    '_drafts',
    'blog/x',
    '*/town',
    'vendor',
    'nothing',
    'a b',
    '*.html',
  ],
  ...[
    '_old',
    '_pages',
    '.dot',
    '_posts/2020-*',
    'node_modules',
    'News',
    'x?1]',
    '_posts/*-a.*',
    'Gemfile',
    '**/sub',
    'old~',
    '.',
    '_hidden',
    'x\\[1\\]',
  ],
];
const SCOPE_PATHS = [
  ...[
    '',
    '',
    '_posts',
    '_posts/',
    'news',
    'news/_posts',
    'news/town',
    '_drafts',
    '/news',
    'blog',
    'blog/_posts',
    'posts',
    'n',
    '_posts/2021',
  ],
  ...[
    '*',
    'news/*',
    '*/_posts',
    '**/_posts',
    '_posts/*.md',
    '_posts/2021-*',
    '**/*.html',
    'new*',
    '*/town/_posts',
    'a*/',
    '_posts/**/deep',
    '{news,blog}*',
  ],
];

const value = fc.constantFrom<[string, unknown][]>(
  ['layout', 'post'],
  ['layout', null],
  ['categories', ['default']],
  ['categories', 'one two'],
  ['category', 'single'],
  ['tags', ['d']],
  ['tag', 'given'],
  ['author', 'x'],
  ['title', 'Given'],
  ['published', false],
  ['draft', true],
  ['permalink', '/d/:title/'],
  ['date', '2020-05-05 05:05:05'],
  ['slug', 'given'],
  ['excerpt_separator', '---'],
  ['excerpt', 'given'],
  ['meta', { a: 1, list: [1] }],
  ['meta', { b: { c: 2 } }],
  ['x', false],
);

const defaultSet = fc
  .tuple(
    fc.constantFrom(...SCOPE_PATHS),
    fc.constantFrom<(string | undefined)[]>('posts', 'posts', undefined, 'post', 'drafts', 'pages'),
    fc.array(value, { minLength: 1, maxLength: 3 }),
  )
  .map(([path, type, values]) => ({ scope: { path, type }, values: Object.fromEntries(values) }));

const patterns = fc.array(fc.constantFrom(...PATTERNS), { maxLength: 4 });
// Jekyll would take the files of an included posts folder for pages too, and stop at what is wrong in them.
const included = patterns.map((found) => found.filter((pattern) => pattern !== '_drafts'));
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

const config = fc.record({
  timezone: often(fc.constantFrom(...TIME_ZONES)),
  permalink: often(fc.constantFrom(...PERMALINKS)),
  excerpt_separator: rarely(fc.constantFrom('<!--more-->', '', '\n', '\n\n\n')),
  defaults: often(fc.array(defaultSet, { minLength: 1, maxLength: 4 })),
  exclude: rarely(patterns),
  include: rarely(included),
  collections_dir: rarely(fc.constantFrom('blog', '', 'news', 'nowhere', './news')),
  markdown_ext: rarely(fc.constantFrom('md', 'markdown,mkd,md,txt', 'MD,html')),
  collections: rarely(
    fc.constantFrom<unknown[]>(
      ['posts'],
      { posts: { permalink: '/c/:title/' } },
      { posts: { permalink: 'pretty' } },
      { other: { output: true } },
    ),
  ),
});

/** A site of odd files, with or without `_config.yml`. */
export const site: fc.Arbitrary<SiteTree> = fc
  .tuple(fc.option(config, { freq: 8 }), fc.array(file, { minLength: 15, maxLength: 25 }))
  .map(([settings, files]) => {
    const tree: SiteTree = new Map(files.map(({ path, bytes }) => [path, bytes]));
    if (settings) tree.set('_config.yml', configText(settings));
    return tree;
  });

/** One line for each key; JSON is YAML too. */
function configText(settings: Record<string, unknown>): string {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
