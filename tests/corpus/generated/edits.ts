import fc from 'fast-check';
import type { PostFields } from '../../../core/post';
import { anyText } from './values';

/** New values of some fields of a post. */
export type Edit = Partial<PostFields>;

/** Texts that YAML takes for something else where they stand without quotes, and others that are easily lost. */
const NASTY = [
  ...[
    'no',
    'Yes',
    'null',
    '~',
    'true',
    '12:30',
    '1,000',
    '0777',
    '08',
    '1.',
    '.5',
    '1e3',
    '0x1F',
    '2021-12-08',
    '2021-12-8',
  ],
  ...[
    '2021-12-08 10:46:18',
    ':symbol',
    '+08:00',
    ': #',
    'a: b',
    'a #b',
    '#x',
    '- x',
    '-',
    '?',
    '? x',
    '|',
    '>',
    '---',
    '...',
    '<<',
    '=',
  ],
  ...[
    '"',
    "'",
    `"both" and 'both'`,
    '\\',
    'C:\\new',
    '{a}',
    '[a]',
    'a, b',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a`',
    'a:',
    '{{ x }}',
  ],
  ...[
    ' leading',
    'trailing ',
    '  ',
    '\ttab',
    'a\tb',
    'a\nb',
    'a\n\nb\n',
    '\n',
    'a\r\nb',
    'a\u0085b',
    'a\u2028b',
    '\ufeffa',
    '\u00a0',
    'a\u0007b',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '中文：标题',
    '“引号”',
    '三　四',
    'e\u0301',
    'Ünï',
    '!!str x',
    '0o17',
    '1_000',
    '.nan',
    'x'.repeat(200),
  ],
];

const text = fc.oneof(
  { arbitrary: fc.constantFrom(...NASTY), weight: 4 },
  { arbitrary: anyText, weight: 2 },
  fc.constantFrom('Plain words', 'post', 'x'),
);
const term = text.filter((found) => found !== '');
const terms = fc.uniqueArray(term, { maxLength: 4 });
const optionalText = fc.option(
  text.filter((found) => found !== ''),
  { freq: 5 },
);
/** From 1970 to 2037, to the second. */
const date = fc
  .integer({ min: 0, max: 2_145_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());

const fields = {
  title: text,
  slug: text.filter((found) => found !== ''),
  date,
  categories: terms,
  tags: terms,
  layout: optionalText,
  author: optionalText,
  excerpt: optionalText,
};

type Field = keyof typeof fields;

/** Changes of one to three fields. */
export const edit: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.record(fields),
    fc.uniqueArray(fc.constantFrom(...(Object.keys(fields) as Field[])), { minLength: 1, maxLength: 3 }),
  )
  .map(([values, names]) => Object.fromEntries(names.map((name) => [name, values[name]])));
