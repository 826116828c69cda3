import fc from 'fast-check';

/**
 * Plain scalars of every type that YAML 1.1 knows, and texts that look like one. Those on which Psych (Debian's Jekyll) and
 * safe_yaml disagree are left out: `1.`, `2021-12-8`, sexagesimal numbers, `:symbol`, `1__0`.
 */
const PLAIN = [
  ...['yes', 'No', 'on', 'OFF', 'true', 'False', 'tRue', 'y', 'n', '~', 'null', 'Null', ''],
  ...[
    '0',
    '1',
    '01',
    '0777',
    '08',
    '09',
    '-7',
    '+1',
    '0x1F',
    '0b11',
    '1_000',
    '1,000',
    '0o17',
    '12345678901234567890',
  ],
  ...['1.5', '.5', '-1.25', '1.0', '1e3', '12e03', '.inf', '-.inf', '.nan', '1.5e+3'],
  ...['2021-12-08', '2021-13-45', '2021-12-08 10:46:18', '2021-12-08 10:46:18 +0800', '2021-12-08T10:46:18Z'],
  ...[
    '2021-12-08 10:46',
    '2021-12-08 10:46:18.250 -03:30',
    '2021-12-08 10:46:18.123456 +0800',
    '20211208',
    '1999-01-01 00:00:00',
  ],
  ...[
    'hello',
    'Hello World',
    'a, b',
    'a  b',
    'C#',
    'C #comment',
    'a:b',
    'http://x.y/z?a=b#c',
    '中文 标题',
    '三　四',
    '😀 x',
  ],
  ...['100%', "it's", 'a "quoted" word', '<b>x</b>', '-1-', '=', 'a\tb', 'é', 'É', 'ß', 'ǆ', 'Straße', 'x…'],
];

/** Texts for quoted scalars, without line breaks. */
const TEXTS = [
  ...[
    '',
    ' ',
    '  leading',
    'trailing ',
    'no',
    '12:30',
    '1,000',
    '0777',
    '2021-12-08',
    ': #',
    '#x',
    '- x',
    'a: b',
  ],
  ...[
    '{x}',
    '[x]',
    '&x',
    '*x',
    '!x',
    '%x',
    '@x',
    '`x`',
    '|',
    '>',
    '?',
    '~',
    "it's",
    'say "hi"',
    'back\\slash',
    'tab\there',
  ],
  ...[
    '中文：标题',
    '😀🎉',
    '三　四',
    '\u00a0nbsp',
    'e\u0301',
    '{{ page.x }}',
    '{% raw %}',
    'a\u200bb',
    '---',
    '...',
  ],
];

const quoteSingle = (text: string) => `'${text.replace(/[\n\r]/g, ' ').replaceAll("'", "''")}'`;
const quoteDouble = (text: string) => JSON.stringify(text);

const word = fc.stringMatching(/^[a-zA-Z]{1,6}$/);

/**
 * Blocks of characters that are complete in Unicode 13, which is Ruby 3.1's: Node knows newer letters, and takes them for
 * letters.
 */
const BLOCKS = [
  '\u0020-\u019a\u019c-\u024f',
  '\u0300-\u036f',
  '\u0386-\u03ce',
  '\u0400-\u052f',
  '\u05d0-\u05ea',
  '\u0627-\u064a',
  '\u0905-\u0939',
  '\u0e01-\u0e3a',
  '\u1e00-\u1f15',
  '\u1f80-\u1fb4',
  '\u2000-\u2064',
  '\u20a0-\u20bd',
  '\u3041-\u3096',
  '\u4e00-\u9fa5',
  '\uac00-\ud7a3',
  '\uff01-\uffbe',
  '\u{1f300}-\u{1f64f}',
  '\u{10400}-\u{1044f}',
];

const character = fc.oneof(...BLOCKS.map((block) => fc.stringMatching(new RegExp(`^[${block}]$`, 'u'))));
/** Text of all kinds of characters. */
export const anyText = fc.string({ unit: character, maxLength: 8 });
const text = fc.oneof(
  anyText,
  { arbitrary: fc.constantFrom(...TEXTS), weight: 3 },
  word,
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
);

/** A scalar on one line, in any style. */
export const scalar = fc.oneof(
  { arbitrary: fc.constantFrom(...PLAIN), weight: 3 },
  { arbitrary: text.map(quoteSingle), weight: 2 },
  { arbitrary: text.map(quoteDouble), weight: 2 },
  word,
);

const inFlow = scalar.filter(
  (value) => value !== '' && !/^[^"'].*[,[\]{}#:]/u.test(value) && !/^[?,]/.test(value),
);
const flowList = fc.array(inFlow, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`);
const flowMap = fc
  .array(fc.tuple(word, inFlow), { maxLength: 3 })
  .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`);
const blockList = fc
  .tuple(fc.constantFrom('', '  '), fc.array(fc.oneof(scalar, flowList), { minLength: 1, maxLength: 4 }))
  .map(([indent, items]) => items.map((item) => `\n${indent}- ${item}`).join(''));
const blockMap = fc
  .array(fc.tuple(word, fc.oneof(scalar, flowList)), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map(([key, value]) => `\n  ${key}: ${value}`).join(''));
const blockText = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'),
    fc.array(fc.constantFrom('a line', '中文 行', '', '  more indented', 'x: y', '# no comment'), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([style, lines]) => `${style}\n  first${lines.map((line) => `\n${line && `  ${line}`}`).join('')}`);
const foldedQuotes = fc.tuple(word, word).map(([first, second]) => `"${first}\n  ${second}\n\n  ${second}"`);

/** Any value of a key, from after the colon and its blank. */
export const anyValue = fc.oneof(
  { arbitrary: scalar, weight: 6 },
  { arbitrary: flowList, weight: 2 },
  flowMap,
  { arbitrary: blockList, weight: 2 },
  blockMap,
  blockText,
  foldedQuotes,
);

/** The text of a time ends in UTC with Psych and in +0000 with safe_yaml, so none stands where Jekyll makes text of it. */
const isNoTime = (value: string) => !/\d:\d\d/.test(value);

/** A scalar of which Jekyll may make text. */
export const plainText = scalar.filter(isNoTime);

/** Lists and texts of terms. */
export const terms = fc
  .oneof(
    {
      arbitrary: fc.constantFrom(
        'news',
        'News sport',
        'a, b',
        '21世纪 财经',
        'Ruby on Rails',
        'C#',
        'a/b',
        'x?y',
      ),
      weight: 3,
    },
    { arbitrary: flowList, weight: 2 },
    { arbitrary: blockList, weight: 2 },
    { arbitrary: scalar, weight: 1 },
  )
  .filter(isNoTime);

/** Dates in the ways of real posts; each names its day, as others depend on the day of the test. */
const DATES = [
  ...['2021-12-08', '2021-12-08 10:46:18', '2021-12-08 10:46:18 +0800', '2021-12-08 10:46:18 +08:00'],
  ...[
    '2021-12-08T10:46:18Z',
    '2021-12-08T10:46:18.5+08:00',
    '2021-12-08 10:46',
    "'2021-12-08 10:46:18'",
    '2021-12-31 23:59:59',
  ],
  ...[
    '2021/12/08',
    '2021/12/08 10:46',
    '8/12/2021',
    '08 Dec 2021',
    'December 8, 2021',
    'Dec 8 2021 10:46 PM',
    '20211208',
  ],
  ...[
    'Wed, 08 Dec 2021 10:46:18 +0000',
    '2021-12-08 10:46:18 EDT',
    '2021-12-08 10:46 CST',
    '2021-12-08 10:46:18 PM',
  ],
  ...[
    '2021-03-14 02:30:00',
    "'2021-03-14 02:30:00'",
    "'2021-11-07 01:30:00'",
    '1969-07-20 20:17:40',
    "'1905-06-15 12:00'",
  ],
  ...['2021-12-08 (draft)', '2021-W49-3', '2021-342', '[2021-12-08]', '2021年12月8日 2021-12-08'],
];
const UNREADABLE_DATES = ['', '""', 'tuesday', 'false', '2021-13-45', '+0800', 'soon'];

export const date = fc.oneof(
  { arbitrary: fc.constantFrom(...DATES), weight: 12 },
  { arbitrary: fc.constantFrom(...UNREADABLE_DATES), weight: 1 },
);
