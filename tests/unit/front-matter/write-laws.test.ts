import fc from 'fast-check';
import { readHeader, removeKey, setKey, toRubyString } from '../../../core/front-matter';

const KEYS = ['title', 'layout', 'categories', 'tags', 'x', 'y'];

const odd = fc.constantFrom(
  'no',
  '12:30',
  '1,000',
  '0777',
  '2021-12-08',
  '',
  '~',
  ':a',
  'a: b',
  'a #b',
  '- a',
  "it's",
  '"q"',
  '\\n',
  'a\tb',
  'a\nb',
  ' a',
  'a ',
  '中文',
  '😀',
  '[a]',
  'a, b',
  '*a',
  '<<',
  'a\u2028b',
  'x\x07',
  '1.',
  '.5',
  '#',
  '?',
  '|',
);
const anyText = fc.oneof(odd, fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 }));
const text = anyText.filter((sample) => !/\p{Cs}/u.test(sample));
const word = fc.constantFrom('a', 'news', '中文', 'c#', 'no', '2021');

/** The text of a value in any style, as it stands behind `key:`. */
const valueText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    ' ~',
    ' yes',
    ' 12',
    ' 1.0',
    ' 2021-12-08',
    ' "a" # c',
    "  'it''s'",
    ' plain text',
    ' a\n  b',
    ' !!str 1',
  ),
  fc.constantFrom(
    ' >\n  a\n  b',
    ' |-\n  a\n\n  b',
    ' |+\n  a\n',
    ' {a: b}',
    '\n  a: b\n  c: d # e',
    ' "a\nb"',
  ),
  fc.array(word, { maxLength: 4 }).map((words) => ` ${words.join(' ')}`),
  fc.array(word, { maxLength: 4 }).map((words) => ` [${words.map((item) => `"${item}"`).join(' , ')}] # c`),
  fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) => words.map((item) => `\n  - ${item} # c`).join('\n  # d')),
);
const pair = fc.tuple(fc.constantFrom(...KEYS), valueText).map(([key, value]) => `${key}:${value}\n`);
const filler = fc.constantFrom('# comment\n', '\n', '');
const header = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: pair }, { weight: 1, arbitrary: filler }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([lines, crlf]) => (crlf ? lines.join('').replaceAll('\n', '\r\n') : lines.join('')))
  .filter((yaml) => readHeader(yaml).ok);
const key = fc.constantFrom(...KEYS);
const wanted: fc.Arbitrary<string | string[] | boolean> = fc.oneof(
  text,
  fc.array(fc.oneof(word, text), { maxLength: 4 }),
  fc.boolean(),
);

/** The header without one key. */
function others(yaml: string, name: string): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>(readHeader(yaml).map);
  map.delete(name);
  return map;
}

describe('laws of the writer', () => {
  it('get-put: a value that is put back changes no byte', () => {
    fc.assert(
      fc.property(header, key, (yaml, name) => {
        const value = readHeader(yaml).map.get(name);
        fc.pre(value !== undefined && value !== null && !(value instanceof Map));
        const same = Array.isArray(value) ? value.map(toRubyString) : toRubyString(value ?? null);
        fc.pre(!Array.isArray(value) || value.every((item) => item !== null));
        expect(setKey(yaml, name, same)).toEqual({ ok: true, yaml });
      }),
      { numRuns: 1000 },
    );
  });

  it('put-get: what was put is read, and every other key as before', () => {
    fc.assert(
      fc.property(header, key, wanted, (yaml, name, value) => {
        const result = setKey(yaml, name, value);
        if (!result.ok) throw new Error(`refused: ${result.reason}`);
        const read = readHeader(result.yaml).map.get(name) ?? null;
        const isWords = typeof read === 'string' && Array.isArray(value);
        const shown = Array.isArray(read)
          ? read.map(toRubyString)
          : isWords
            ? read.match(/[^ \t\n\v\f\r\0]+/g)
            : toRubyString(read);
        expect(shown).toEqual(Array.isArray(value) ? value : String(value));
        expect(others(result.yaml, name)).toEqual(others(yaml, name));
        expect(setKey(result.yaml, name, value)).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });

  it('touches no line outside of the pair', () => {
    fc.assert(
      fc.property(header, key, wanted, (yaml, name, value) => {
        const entry = readHeader(yaml).entries.findLast((candidate) => candidate.key === name);
        fc.pre(entry !== undefined);
        const result = setKey(yaml, name, value);
        const start = entry?.keyRange.start ?? 0;
        const lineFeed = yaml.indexOf('\n', entry?.valueRange.end ?? 0);
        const behind = lineFeed === -1 ? '' : yaml.slice(lineFeed);
        expect(result.ok && result.yaml.startsWith(yaml.slice(0, start))).toBe(true);
        expect(result.ok && result.yaml.endsWith(behind)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the line ends of the header', () => {
    fc.assert(
      fc.property(header, key, wanted, (yaml, name, value) => {
        fc.pre(/\r\n/.test(yaml));
        const result = setKey(yaml, name, value);
        expect(result.ok && /(?<!\r)\n/.test(result.yaml)).toBe(false);
      }),
    );
  });

  it('takes a new key away again without a trace', () => {
    fc.assert(
      fc.property(header, wanted, (yaml, value) => {
        fc.pre(yaml === '' || yaml.endsWith('\n'));
        const result = setKey(yaml, 'new', value);
        expect(result.ok && removeKey(result.yaml, 'new')).toEqual({ ok: true, yaml });
      }),
      { numRuns: 1000 },
    );
  });
});
