import { CalendarDate, Float, readHeader, Timestamp, type Value } from '../../../core/front-matter';

function read(yaml: string): Map<Value, Value> {
  const header = readHeader(yaml);
  expect(header.diagnostics).toEqual([]);
  expect(header.ok).toBe(true);
  return header.map;
}

const map = (...pairs: [Value, Value][]): Map<Value, Value> => new Map(pairs);

describe('readHeader', () => {
  it('gives typed values in the order of the text', () => {
    const yaml = 'title: "a"\ndate: 2021-12-08 10:46:18 +0800\nn: 1\nf: 1.5\nd: 2021-12-08\nb: no\ne:\n';
    expect([...read(yaml)]).toEqual([
      ['title', 'a'],
      ['date', new Timestamp(1638931578000, 28800, true)],
      ['n', 1],
      ['f', new Float(1.5)],
      ['d', new CalendarDate(2021, 12, 8)],
      ['b', false],
      ['e', null],
    ]);
  });

  test.each([
    ['nothing', ''],
    ['comments only', '# a\n\n# b\n'],
    ['false', 'false\n'],
    ['nil', '~\n'],
  ])('takes %s for an empty header', (_, yaml) => {
    expect(readHeader(yaml)).toMatchObject({ ok: true, isMap: false, entries: [], diagnostics: [] });
    expect(readHeader(yaml).map.size).toBe(0);
  });

  test.each([
    ['a quoted text that goes on at column 0', 'a: "b\nc\n\nd"\n', map(['a', 'b c\nd'])],
    ['a list that goes on at column 0', 'a: [b,\nc\n]\n', map(['a', ['b', 'c']])],
    ['a plain text on several lines', 'a: b\n  c\n\n  d\n', map(['a', 'b c\nd'])],
    ['a folded block', 'a: >\n  b\n  c\n\n  d\n', map(['a', 'b c\nd\n'])],
    ['a block cut short', 'a: |-\n  b\n', map(['a', 'b'])],
    ['a block without line end', 'a: |\n  b', map(['a', 'b\n'])],
    ['CRLF', 'a: b\r\nc: "d\r\n  e"\r\n', map(['a', 'b'], ['c', 'd e'])],
    ['lone CR as line ends', 'a: b\rc: d\r', map(['a', 'b'], ['c', 'd'])],
    ['NEL as line ends', 'a: b\u0085c: d\u0085', map(['a', 'b'], ['c', 'd'])],
    ['U+2028 and U+2029 as line ends', 'a: b\u2028c: d\u2029', map(['a', 'b'], ['c', 'd'])],
    ['U+2028 inside texts', 'a: b \u2028 c\nd: "e \u2028 f"\n', map(['a', 'b\u2028c'], ['d', 'e\u2028f'])],
    ['Chinese and emoji', '标题: 中文😀\n', map(['标题', '中文😀'])],
    ['doubled single quotes', "a: 'it''s'\n", map(['a', "it's"])],
    ['escapes', 'a: "\\u4e2d\\x41\\n\\/\\e"\n', map(['a', '中A\n/\x1b'])],
    ['a list at the indent of its key', 'a:\n- b\n-   c\n', map(['a', ['b', 'c']])],
    ['a comma at the end of a list', 'a: [b, ]\n', map(['a', ['b']])],
    ['pairs in a list', 'a: [b: 1]\n', map(['a', [map(['b', 1])]])],
    ['colons and hashes that touch', 'a: b:c#d\n', map(['a', 'b:c#d'])],
    ['keys that are no text', '2021: a\ntrue: b\n', map([2021, 'a'], [true, 'b'])],
    ['a question mark', '? a\n: b\n', map(['a', 'b'])],
    ['a byte order mark inside', 'a: b\uFEFFc\n', map(['a', 'b\uFEFFc'])],
  ])('reads %s as libyaml does', (_, yaml, expected) => {
    expect(read(yaml)).toEqual(expected);
  });

  test.each([
    [
      'drops tags and guesses the type of what they stand at',
      'a: !foo "7"\nb: ! \'0777\'\nc: !!str 123\n',
      [7, 511, 123],
    ],
    ['decodes binaries', 'a: !!binary 5Lit\n', ['中']],
    ['repeats anchored values', 'a: &x [1]\nb: *x\n', [[1], [1]]],
    ['takes the quotes of a repeated text away', 'a: &x "123"\nb: *x\n', ['123', 123]],
    ['takes an unknown alias for nil', 'a: *x\n', [null]],
    ['keeps << as a value', 'a: <<\n', ['<<']],
    ['keeps a symbol as text', 'a: :b\n', [':b']],
  ])('%s, as safe_yaml does', (_, yaml, values) => {
    expect([...read(yaml).values()]).toEqual(values);
  });

  it('merges where << stands, and keys after it win', () => {
    const yaml = 'x: &x {a: 1, b: 2}\ny:\n  a: 0\n  <<: *x\n  b: 3\n';
    expect(read(yaml).get('y')).toEqual(map(['a', 1], ['b', 3]));
  });

  it('merges nothing from a map that stands at << itself, as safe_yaml does', () => {
    expect(read('<<: {a: 1}\nb: 2\n')).toEqual(map(['b', 2]));
  });

  it('drops a nil key, whose value becomes the next key, as safe_yaml does', () => {
    expect(read('~: n\n')).toEqual(map());
    expect(read('a:\n  ~: b\n  c: d\n').get('a')).toEqual(map(['b', 'c']));
  });

  it('takes dates that are equal for one key', () => {
    const header = readHeader('2021-12-08: a\n2021-12-08: b\n');
    expect([...header.map.values()]).toEqual(['b']);
  });

  it('lists the pairs as they stand, with their places', () => {
    const yaml = 'a: b\n"c" : [d]\n1: x\na: !!str  e # f\ng:\n';
    const { entries } = readHeader(yaml);
    const shown = entries.map(({ key, value, keyRange, valueRange }) => [
      key,
      value,
      yaml.slice(keyRange.start, keyRange.end),
      yaml.slice(valueRange.start, valueRange.end),
    ]);
    expect(shown).toEqual([
      ['a', 'b', 'a', 'b'],
      ['c', ['d'], '"c"', '[d]'],
      [null, 'x', '1', 'x'],
      ['a', 'e', 'a', 'e'],
      ['g', null, 'g', ''],
    ]);
  });
});

describe('readHeader of a whole YAML file', () => {
  test.each(['---\na: b\n', '%YAML 1.1\n# c\n---\na: b\n...\n', '# c\n\na: b\n'])('reads %j', (yaml) => {
    const header = readHeader(yaml, { fenced: false });
    expect(header).toMatchObject({ ok: true, diagnostics: [] });
    expect([...header.map]).toEqual([['a', 'b']]);
    const { start } = header.rangeOf(['a']) ?? {};
    expect(yaml.split('\n')[start?.line ?? 0].slice(start?.character)).toBe('b');
  });

  test.each(['', '---\n', '# c\n'])('takes %j for empty', (yaml) => {
    expect(readHeader(yaml, { fenced: false })).toMatchObject({ ok: true, isMap: false, diagnostics: [] });
  });

  it('takes a second fence in front matter for the end of an empty document', () => {
    expect(readHeader('---\na: b\n')).toMatchObject({ ok: true, isMap: false });
  });
});

describe('rangeOf', () => {
  const yaml =
    '😀: 中\r\ntags:\r\n  - a\r\n  - "b c"\r\nm: {k: [1, [x, y]]}\r\nempty:\r\nt: 1\r\nt: 2\r\nl: *z\r\n';
  const header = readHeader(yaml);
  const range = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });

  test.each([
    [['😀'], range(0, 4, 5)],
    [['tags', 1], range(3, 4, 9)],
    [['tags', '0'], range(2, 4, 5)],
    [['m', 'k', 1, 1], range(4, 15, 16)],
    [['m', 'k'], range(4, 7, 18)],
    [['empty'], range(5, 0, 5)],
    [['t'], range(7, 3, 4)],
    [['l', 'deep', 2], range(8, 3, 5)],
  ])('of %j is exact', (path, expected) => {
    expect(header.rangeOf(path)).toEqual(expected);
  });

  test.each([[['none']], [['tags', 2]], [['tags', 'x']], [['t', 'x']]])('of %j is null', (path) => {
    expect(header.rangeOf(path)).toBeNull();
  });
});
