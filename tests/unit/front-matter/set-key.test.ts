import {
  type WritableValue,
  type WriteOptions,
  readHeader,
  removeKey,
  setKey,
} from '../../../core/front-matter';

function set(yaml: string, key: string, value: WritableValue, options?: WriteOptions): string {
  const result = setKey(yaml, key, value, options);
  return result.ok ? result.yaml : `refused: ${result.reason}`;
}

describe('setKey with a text', () => {
  test.each<[string, string, string, string]>([
    ['keeps a text plain', 'title: a # c\nx: y\n', 'b c', 'title: b c # c\nx: y\n'],
    ['keeps double quotes', 'title:   "a"  # c\n', 'b "c" \\d', 'title:   "b \\"c\\" \\\\d"  # c\n'],
    ['keeps single quotes', "title: 'a'\r\nx: 'y'\r\n", "it's", "title: 'it''s'\r\nx: 'y'\r\n"],
    ['leaves single quotes for a line break', "title: 'a'\n", 'b\nc', 'title: "b\\nc"\n'],
    ['takes one line for a text of several', 'title: a\n  b\n  c\nx: y\n', 'd', 'title: d\nx: y\n'],
    ['drops a tag', 'title: !!str  a\n', 'b', 'title: b\n'],
    ['replaces a list', 'title:\n  - a\n  - b\nx: y\n', 'c', 'title: c\nx: y\n'],
    ['replaces a map', 'title:\n  a: b\nx: y\n', 'c', 'title: c\nx: y\n'],
    ['replaces a number', 'title: 2021\n', 'x', 'title: x\n'],
    ['fills an empty value', 'title:\nx: y\n', 'a', 'title: a\nx: y\n'],
    ['fills an empty value before blanks', 'title:  \r\nx: y\r\n', 'a', 'title: a\r\nx: y\r\n'],
    ['fills an empty value before a comment', 'title:  # c\n', 'a', 'title: a  # c\n'],
    ['fills an empty value at the end of the text', 'title:', 'a', 'title: a'],
    ['edits the last of a duplicated key', 'title: a\ntitle: b\n', 'c', 'title: a\ntitle: c\n'],
    ['says an empty text in quotes', 'title: a\n', '', 'title: ""\n'],
    [
      'keeps a literal block',
      'title: |  # c\n    a\n\n    b\nx: y\n',
      'c\nd\n',
      'title: |  # c\n    c\n    d\nx: y\n',
    ],
    ['keeps a block that is cut', 'title: |-\n  a\nx: y\n', 'b\n\nc', 'title: |-\n  b\n\n  c\nx: y\n'],
    ['keeps a folded block of one paragraph', 'title: >-\n  a\n  b\nx: y\n', 'c', 'title: >-\n  c\nx: y\n'],
    ['leaves a block for what it cannot hold', 'title: |\n  a\nx: y\n', ' b', 'title: " b"\nx: y\n'],
    ['finds keys in quotes', '"title" : a\n', 'b', '"title" : b\n'],
    ['finds keys that are indented', '  title: a\n  x: y\n', 'b', '  title: b\n  x: y\n'],
    [
      'keeps Chinese and emoji around',
      '标题: 😀\ntitle: 中文 # 😀\n',
      '【新】',
      '标题: 😀\ntitle: 【新】 # 😀\n',
    ],
  ])('%s', (_, yaml, value, expected) => {
    expect(set(yaml, 'title', value)).toBe(expected);
  });

  test.each([
    'no',
    'Yes',
    'y',
    'NULL',
    '~',
    '12:30',
    '1,000',
    '0777',
    '08',
    '1.',
    '.5',
    '1e3',
    '1__0',
    '0x1F',
    '2021-12-08',
    '2021-12-8',
    '2021-12-08 10:46:18',
    ':sym',
    '-',
    '- a',
    '?',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '[a]',
    '{a}',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    '"a"',
    "'a'",
    ' a',
    'a ',
    'a\tb',
    '<<',
    '=',
    '---',
    '...',
    '.inf',
    '+0800',
    '\uFEFFa',
    'a\u0085b',
    'a\u2028b',
    'a\x07b',
    '\0',
  ])('puts %j in quotes', (text) => {
    const yaml = set('title: x\n', 'title', text);
    expect(yaml).toMatch(/^title: ".*"\n$/);
    expect(readHeader(yaml).map.get('title')).toBe(text);
  });

  test.each([
    'a b',
    'C#',
    'a:b',
    'http://a.b/c?d#e',
    '中文：标题',
    '100 days',
    '3 steps (of 4)',
    'a, b',
    "it's",
    '2021年',
    'f-1',
    '😀',
  ])('leaves %j plain', (text) => {
    expect(set('title: x\n', 'title', text)).toBe(`title: ${text}\n`);
  });

  test.each([
    ['title: "a"\n', 'a'],
    ['title: 2021 # c\n', '2021'],
    ['title: 1.0\n', '1.0'],
    ['title: yes\n', 'true'],
    ['title: >\n  a\n  b\n', 'a b\n'],
  ])('leaves %j alone, which says %j already', (yaml, text) => {
    expect(set(yaml, 'title', text)).toBe(yaml);
  });
});

describe('setKey with a new key', () => {
  test.each<[string, string, string, string]>([
    ['after its predecessor', 'date: x\nlayout: a\ny: z\n', 'title', 'date: x\nlayout: a\ntitle: v\ny: z\n'],
    [
      'after the nearest one',
      'layout: a\ndate: x # c\ny: z\n',
      'tags',
      'layout: a\ndate: x # c\ntags: v\ny: z\n',
    ],
    [
      'after a list',
      'categories:\n  - a\n  # c\nx: y\n',
      'tags',
      'categories:\n  - a\ntags: v\n  # c\nx: y\n',
    ],
    ['last', 'a: b\n\n# c\n', 'x', 'a: b\nx: v\n\n# c\n'],
    ['last where it has no predecessor', 'a: b\n', 'layout', 'a: b\nlayout: v\n'],
    ['with CRLF', 'layout: a\r\nx: y\r\n', 'title', 'layout: a\r\ntitle: v\r\nx: y\r\n'],
    ['with the indent of the others', '  layout: a\n  x: y\n', 'title', '  layout: a\n  title: v\n  x: y\n'],
    ['behind a last line without end', 'layout: a', 'title', 'layout: a\ntitle: v'],
    ['behind a block that keeps blank lines', 'a: |+\n  b\n\n\n', 'x', 'a: |+\n  b\n\n\nx: v\n'],
    ['behind an empty value', 'layout:\nx: y\n', 'title', 'layout:\ntitle: v\nx: y\n'],
    ['behind comments', '# a\n', 'title', '# a\ntitle: v\n'],
    ['into nothing', '', 'title', 'title: v\n'],
  ])('puts it %s', (_, yaml, key, expected) => {
    expect(set(yaml, key, 'v')).toBe(expected);
  });

  it('takes the line end for an empty header from the caller', () => {
    expect(set('', 'title', 'v', { lineEnd: '\r\n' })).toBe('title: v\r\n');
  });

  it('writes a canonical header key by key', () => {
    const pairs: [string, WritableValue][] = [
      ['tags', ['a', 'b c', '1,2']],
      ['date', { date: { text: '2021-12-29 08:43:42 +0800' } }],
      ['layout', 'post'],
      ['published', false],
      ['title', 'A: b'],
    ];
    const yaml = pairs.reduce((text, [key, value]) => set(text, key, value), '');
    const tags = 'tags: [a, b c, "1,2"]\n';
    expect(yaml).toBe(
      `${tags}date: 2021-12-29 08:43:42 +0800\nlayout: post\ntitle: "A: b"\npublished: false\n`,
    );
  });
});

describe('setKey with a list', () => {
  test.each<[string, string, string[], string]>([
    [
      'changes one item in brackets',
      'tags: [ \'a\', "b" , c ] # d\n',
      ['a', 'x', 'c'],
      'tags: [ \'a\', "x" , c ] # d\n',
    ],
    ['drops the first item', 'tags: [a, b,  c]\n', ['b', 'c'], 'tags: [b,  c]\n'],
    ['drops the last item', 'tags: [a, b, ]\n', ['a'], 'tags: [a, ]\n'],
    ['adds in the middle', 'tags: [a,c]\n', ['a', 'b', 'c'], 'tags: [a,b,c]\n'],
    ['adds at both ends', 'tags: [b]\n', ['a', 'b', 'c, d'], 'tags: [a, b, "c, d"]\n'],
    ['empties a list', 'tags: [a, b] # c\n', [], 'tags: [] # c\n'],
    ['fills an empty list', 'tags: []\n', ['a'], 'tags: [a]\n'],
    ['fills an empty value', 'tags:\nx: y\n', ['a', 'b'], 'tags: [a, b]\nx: y\n'],
    ['keeps lines in brackets', 'tags: [\n  a,\n  b # c\n]\n', ['x', 'b'], 'tags: [\n  x,\n  b # c\n]\n'],
    ['keeps typed items', 'tags: [2021, b]\n', ['2021', 'c'], 'tags: [2021, c]\n'],
    ['changes one line', 'tags:\n- a # 1\n# 2\n- "b"\n', ['a', 'x'], 'tags:\n- a # 1\n# 2\n- "x"\n'],
    [
      'drops a line and keeps comments',
      'tags:\n  - a\n  # c\n  - b\nx: y\n',
      ['b'],
      'tags:\n  # c\n  - b\nx: y\n',
    ],
    [
      'adds a line',
      'tags:\r\n    -   a\r\nx: y\r\n',
      ['a', 'b: c'],
      'tags:\r\n    -   a\r\n    -   "b: c"\r\nx: y\r\n',
    ],
    ['adds a line before the first', 'tags:\n- b', ['a', 'b'], 'tags:\n- a\n- b'],
    ['adds a line at the end of the text', 'tags:\n- a', ['a', 'b'], 'tags:\n- a\n- b'],
    ['moves an item', 'tags:\n- a # 1\n- b\n- c\n', ['b', 'c', 'a'], 'tags:\n- b\n- c\n- a\n'],
    ['empties lines', 'tags:\n  - a\n  - b\nx: y\n', [], 'tags: []\nx: y\n'],
    ['keeps a string of words', 'tags: a  b c # d\n', ['a', 'b', 'x'], 'tags: a  b x # d\n'],
    ['keeps a quoted string of words', 'tags: "a b"\n', ['b', 'c'], 'tags: "b c"\n'],
    ['keeps one word', 'tags: a\n', ['b'], 'tags: b\n'],
    ['puts a word that is a number in quotes', 'tags: a\n', ['2021'], 'tags: "2021"\n'],
    ['leaves words for a term with a blank', 'tags: a b\n', ['a', 'b c'], 'tags: [a, b c]\n'],
    ['leaves words for nothing', 'tags: a b\n', [], 'tags: []\n'],
    ['makes a list of a number', 'tags: 5\n', ['a'], 'tags: [a]\n'],
    [
      'keeps the indent of Chinese items',
      'tags:\n  - 新闻\n',
      ['新闻', '财经'],
      'tags:\n  - 新闻\n  - 财经\n',
    ],
  ])('%s', (_, yaml, key, expected) => {
    expect(set(yaml, 'tags', key)).toBe(expected);
  });

  it('leaves alone what says the terms already', () => {
    for (const yaml of ['tags: a  b\n', 'tags: [a, "b"]\n', 'tags:\n- a\n- b\n']) {
      expect(set(yaml, 'tags', ['a', 'b'])).toBe(yaml);
    }
  });

  it('takes words for terms only under categories and tags', () => {
    expect(set('category: a b\n', 'category', ['a', 'b'])).toBe('category: [a, b]\n');
    expect(set('categories: a b\n', 'categories', ['a', 'b'])).toBe('categories: a b\n');
  });
});

describe('setKey with a boolean or a date', () => {
  test.each<[string, WritableValue, string]>([
    ['k: "false" # c\n', false, 'k: false # c\n'],
    ['k: no\n', false, 'k: no\n'],
    ['k: no\n', true, 'k: true\n'],
    ['k: 2021-01-02  # c\n', { date: { text: '2021-01-03' } }, 'k: 2021-01-03  # c\n'],
    ['k: "2021-01-02 10:00"\n', { date: { text: '2021-01-03 11:00' } }, 'k: "2021-01-03 11:00"\n'],
    ["k: '2021-01-02'\n", { date: { text: '2021-01-03' } }, "k: '2021-01-03'\n"],
    ['k: Jan 2, 2021\n', { date: { text: 'Jan 3, 2021' } }, 'k: Jan 3, 2021\n'],
    ['', { date: { text: '2021-01-03 10:00:00 +0800' } }, 'k: 2021-01-03 10:00:00 +0800\n'],
  ])('%j becomes %j', (yaml, value, expected) => {
    expect(set(yaml, 'k', value)).toBe(expected);
  });
});

describe('refusals', () => {
  test.each<[string, string, string]>([
    ['unreadable', 'k: "a"b"\n', 'a header that does not read'],
    ['unreadable', '- a\n', 'a header that is no map'],
    ['unreadable', '~\n', 'a header that is nil'],
    ['flow-root', '{k: v}\n', 'a header in braces'],
    ['anchored', 'k: &a v\nx: *a\n', 'a value that others repeat'],
    ['anchored', 'k: [&a v]\nx: *a\n', 'an item that others repeat'],
    ['alias', 'x: &a v\nk: *a\n', 'a value that repeats another'],
    ['merged', 'x: &a {k: v}\n<<: *a\n', 'a value that comes from another map'],
    ['merged', 'x: &a {k: v}\nk: w\n<<: *a\n', 'a value that another map overrides'],
    ['explicit-key', '? k\n: v\n', 'a key with a question mark'],
  ])('%s: %j, %s', (reason, yaml) => {
    expect(setKey(yaml, 'k', 'new')).toEqual({ ok: false, reason });
    expect(removeKey(yaml, 'k')).toEqual({ ok: false, reason });
  });

  it.each(['\uFFFE', '\uFFFF'])('escapes %j, which libyaml refuses outside of quotes', (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    expect(setKey('', 'title', character)).toEqual({ ok: true, yaml: `title: "\\u${code}"\n` });
    expect(setKey('', 'tags', [character])).toEqual({ ok: true, yaml: `tags: ["\\u${code}"]\n` });
  });

  it('refuses half a surrogate pair, which no file can hold', () => {
    expect(setKey('k: v\n', 'k', 'a\ud83d')).toEqual({ ok: false, reason: 'not-writable' });
    expect(setKey('k: v\n', 'k', ['\ude00'])).toEqual({ ok: false, reason: 'not-writable' });
  });

  it('writes beside what it would refuse to change', () => {
    expect(set('x: &a v\ny: *a\n? z\n: 1\nk: w\n', 'k', 'new')).toBe('x: &a v\ny: *a\n? z\n: 1\nk: new\n');
  });
});

describe('removeKey', () => {
  test.each([
    ['a line with its comment', 'a: b\nk: v # c\nx: y\n', 'a: b\nx: y\n'],
    ['all lines of a list', 'k:\r\n  - a\r\n  # c\r\n  - b\r\nx: y\r\n', 'x: y\r\n'],
    ['all pairs of the key', 'k: 1\na: b\nk: 2\n', 'a: b\n'],
    ['a block with its last blank lines', 'k: |+\n  v\n\nx: y\n', 'x: y\n'],
    ['the only key', 'k: v\n', ''],
    ['a last line without end', 'a: b\nk: v', 'a: b\n'],
    ['nothing where the key is absent', 'a: b\n', 'a: b\n'],
  ])('removes %s', (_, yaml, expected) => {
    expect(removeKey(yaml, 'k')).toEqual({ ok: true, yaml: expected });
  });
});
