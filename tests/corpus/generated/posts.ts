import fc from 'fast-check';
import { anyText, anyValue, date, plainText, scalar, terms } from './values';

/** A generated file: its path in the site and its bytes. */
export interface GeneratedFile {
  path: string;
  bytes: Uint8Array;
}

const FOLDERS = [
  ...[
    '_posts',
    '_posts',
    '_posts',
    'news/_posts',
    'news/town/_posts',
    'a b/中文/_posts',
    'A#B/_posts',
    'a_posts/_posts',
  ],
  ...[
    '_posts/sub',
    '_posts/sub/deep',
    '_posts/_hidden',
    '_posts/.hidden',
    '_posts/_posts',
    'news/_posts/2020',
  ],
  ...[
    '_drafts',
    '_drafts/sub',
    'news/_drafts',
    '_drafts/_posts',
    'blog/_posts',
    'blog/x/_posts',
    'weblog/_posts',
    'blog/_drafts',
  ],
  ...['_old/_posts', '_pages/_posts', 'old~/_posts', '.dot/_posts', '#x/_posts', '~x/_posts', 'dot./_posts'],
  ...[
    'vendor/bundle/_posts',
    'vendor/x/_posts',
    'node_modules/m/_posts',
    'node_modules_x/_posts',
    'x/node_modules/_posts',
  ],
  ...['_posts/x.d', 'News/_posts', 'x[1]/_posts', 'Gemfile.d/_posts', '_sass/_posts'],
];
const DAYS = [
  ...[
    '2021-12-08',
    '2021-12-08',
    '2020-02-29',
    '2021-1-2',
    '21-12-08',
    '70-01-01',
    '021-12-08',
    '1999-12-31',
    '1969-07-20',
  ],
  ...['2021-02-30', '2021-13-45', '12021-12-08', '2021_12_08', ''],
];
const SLUGS = [
  ...[
    'hello-world',
    'Hello-World',
    'a',
    'NW2021',
    '中文标题',
    'ünïcode-É',
    'a b  c',
    'dots.in.name',
    'trailing...',
    '-leading',
    'end-',
  ],
  ...[
    '100%',
    'a&b',
    "it's",
    'q?x=1',
    'hash#tag',
    'a+b',
    'a:b',
    'Re: x',
    '(x)',
    '[x]',
    '😀',
    'e\u0301',
    'ﬁ',
    'İI',
    'ς-Σ',
    '',
    '_x',
    'x~',
    'a%20b',
  ],
  ...['2021', '2021-01-01-twice', 'a,b;c=d@e', '$!*', '--', 'a--b', 'x.y', 'TITLE-ǆ'],
];
const EXTENSIONS = [
  ...[
    '.md',
    '.md',
    '.md',
    '.markdown',
    '.html',
    '.htm',
    '.MD',
    '.mkd',
    '.txt',
    '.textile',
    '.scss',
    '.json',
    '.yml',
    '.yaml',
    '.xml',
  ],
  ...['', '.md~', '.', '.m d', '.adoc', '.md.bak'],
];

const folder = fc.oneof(
  { arbitrary: fc.constant('_posts'), weight: 2 },
  { arbitrary: fc.constantFrom(...FOLDERS), weight: 3 },
);
const anySlug = anyText.map((text) => text.replaceAll('/', ''));
const fileName = fc.oneof(
  { arbitrary: anySlug.map((slug) => `2021-12-08-${slug}.md`), weight: 3 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...SLUGS), fc.constantFrom(...EXTENSIONS))
      .map(([day, slug, extension]) => `${day}${day && '-'}${slug}${extension}`),
    weight: 6,
  },
  { arbitrary: fc.constantFrom(...SLUGS).map((slug) => `2021-12-08-${slug}.md`), weight: 4 },
  {
    arbitrary: fc.constantFrom(
      '.2021-12-08-a.md',
      '#2021-12-08-a.md',
      '_2021-12-08-a.md',
      'README.md',
      '2021-12-08.md',
    ),
    weight: 1,
  },
);

const PERMALINKS = [
  ...[
    '/:categories/:title/',
    '/x/:year-:month/:slug.html',
    "':title'",
    '/:year_:month/:title',
    '/中文/:title',
    '/a b/:name.html',
  ],
  ...[
    'pretty',
    "''",
    '/',
    '/:path/',
    '/:slugified_categories/:title:output_ext',
    '/:short_year/:y_day/:w_year-:week/:title',
    '/a//b/../c',
  ],
  ...[
    '/:i_month/:i_day/:short_month/:long_month/:short_day/:long_day/:w_day/:hour:minute:second',
    '/:nokey/',
    '/fixed.html',
    '/feed.xml',
    'a#b',
  ],
];

/** Pairs of the keys that Jekyll knows, and of others. */
const pair = fc.oneof(
  {
    arbitrary: fc.tuple(fc.constant('title'), fc.oneof({ arbitrary: scalar, weight: 3 }, anyValue)),
    weight: 4,
  },
  { arbitrary: fc.tuple(fc.constant('date'), date), weight: 4 },
  { arbitrary: fc.tuple(fc.constantFrom('categories', 'category', 'tags', 'tag'), terms), weight: 5 },
  {
    arbitrary: fc.tuple(
      fc.constantFrom('layout', 'author', 'image', 'Title', 'Tags', 'lang', 'x-y', '"quoted key"', '中文'),
      anyValue,
    ),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(
      fc.constantFrom('published', 'draft'),
      fc.constantFrom('true', 'false', 'no', '', '0', "'false'", 'off', '~'),
    ),
    weight: 2,
  },
  {
    arbitrary: fc.tuple(
      fc.constant('slug'),
      fc.oneof(
        fc.constantFrom(...SLUGS).map((slug) => JSON.stringify(slug)),
        plainText,
      ),
    ),
    weight: 1,
  },
  { arbitrary: fc.tuple(fc.constant('permalink'), fc.constantFrom(...PERMALINKS)), weight: 1 },
  {
    arbitrary: fc.tuple(fc.constant('excerpt'), fc.oneof(scalar, fc.constantFrom('false', '""'))),
    weight: 1,
  },
  {
    arbitrary: fc.tuple(
      fc.constant('excerpt_separator'),
      fc.constantFrom('<!--more-->', '"\\n\\n\\n"', '""', '---', '12'),
    ),
    weight: 1,
  },
  { arbitrary: fc.tuple(fc.constantFrom('ext', 'id', 'url', 'path', 'collection'), scalar), weight: 1 },
  { arbitrary: fc.tuple(fc.constantFrom('2021', 'true', '1.5', '2021-12-08'), scalar), weight: 1 },
);

const line = fc.oneof(
  {
    arbitrary: fc
      .tuple(pair, fc.constantFrom('', '', '', ' # a comment', ' #中文'))
      .map(([[key, value], comment]) => `${key}: ${/[\n#|>]/.test(value) ? value : value + comment}`),
    weight: 12,
  },
  {
    arbitrary: fc.constantFrom(
      '# a comment',
      '',
      '   ',
      '#',
      'base: &base {a: 1}\nmore:\n  <<: *base\n  b: 3',
    ),
    weight: 1,
  },
);

const BROKEN = [
  'title: "he said "hi""',
  'no colon',
  '- item',
  '\tx: 1',
  'x: [a',
  "y: 'open",
  'a: b: c',
  '%x',
  'k: @x',
];

const header = fc.oneof(
  {
    arbitrary: fc.array(line, { maxLength: 8 }).map((lines) => lines.map((one) => `${one}\n`).join('')),
    weight: 20,
  },
  fc
    .tuple(fc.array(line, { maxLength: 3 }), fc.constantFrom(...BROKEN))
    .map(([lines, broken]) => [...lines, broken, ''].join('\n')),
  fc.constantFrom(
    'just text\n',
    '- a\n- b\n',
    '42\n',
    'false\n',
    '~\n',
    '# nothing\n',
    '{title: flow, tags: [a]}\n',
    '  title: indented\n  x: 1\n',
  ),
);

const opening = fc.oneof(
  { arbitrary: fc.constant('---\n'), weight: 12 },
  fc.constantFrom('--- \n', '---\t\n', '---\n\n', '---\n \n', '\n---\n', ' ---\n', '----\n', '--- # c\n', ''),
);
const closing = fc.oneof(
  { arbitrary: fc.constant('---\n'), weight: 12 },
  fc.constantFrom(
    '...\n',
    '---  \n',
    '---\n\n\n',
    '---\n  \n\t\n',
    '----\n',
    '---x\n',
    '---',
    '',
    ' ---\n',
    '---\n---\n',
  ),
);

const paragraph = fc.constantFrom(
  ...[
    'A paragraph.',
    '中文段落。',
    'With [a link][ref].',
    '<!--more-->',
    '{% if x %}open',
    '{% endif %}',
    '{% highlight ruby %}',
  ],
  ...[
    '[ref]: http://x.y/z',
    ' [ref]: /a "t"',
    '---',
    '  indented',
    '',
    '{% raw %}',
    '{{ x }}',
    '\u2028',
    'a\vb',
  ],
);
const body = fc
  .tuple(
    fc.array(paragraph, { maxLength: 6 }),
    fc.constantFrom('\n\n', '\n\n', '\n', '\n \n'),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([paragraphs, between, end]) => paragraphs.join(between) + end);

const utf8 = new TextEncoder();

const bytes = fc
  .tuple(
    fc.tuple(opening, header, closing, body).map((parts) => parts.join('')),
    fc.record({
      ending: fc.oneof({ arbitrary: fc.constant('\n'), weight: 8 }, fc.constantFrom('\r\n', '\r')),
      mark: fc.oneof({ arbitrary: fc.constant(''), weight: 9 }, fc.constant('\uFEFF')),
      stray: fc.oneof(
        { arbitrary: fc.constant<number[]>([]), weight: 30 },
        fc.constantFrom([0xff], [0xc3, 0x28], [0]),
      ),
    }),
  )
  .map(([text, { ending, mark, stray }]) =>
    Uint8Array.from([...utf8.encode(mark + text.replaceAll('\n', ending)), ...stray]),
  );

/** A file that may be a post. */
export const file: fc.Arbitrary<GeneratedFile> = fc
  .tuple(folder, fileName, bytes)
  .filter(([, name]) => !['', '.', '..'].includes(name))
  .map(([place, name, content]) => ({
    path: `${place}/${name}`,
    // Jekyll reads these as data, and what is no map stops the program that asks it.
    bytes: /\.ya?ml$/.test(name) ? utf8.encode('title: data\n') : content,
  }));
