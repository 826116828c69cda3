import fc from 'fast-check';
import { applyEdits, type Fix } from '../../../core/diagnostics';
import { readHeader } from '../../../core/front-matter';

function fixOf(yaml: string): Fix | undefined {
  return readHeader(yaml).diagnostics[0]?.fix;
}

const fixed = (yaml: string): string | null => applyEdits(yaml, fixOf(yaml)?.edits ?? []);

describe('a safe fix of a text that does not read', () => {
  test.each([
    ['quotes inside double quotes', 'title: "a "b" c"\n', 'title: "a \\"b\\" c"\n'],
    ['… in several lines', 'title: "a"b"\nx: 1\nsub: "c"d"\n', 'title: "a\\"b"\nx: 1\nsub: "c\\"d"\n'],
    ['… nested', 'cover:\n  alt: "a"b"\n', 'cover:\n  alt: "a\\"b"\n'],
    ['… in a list', 'tags:\n  - x\n  - "a"b"\n', 'tags:\n  - x\n  - "a\\"b"\n'],
    ['… under a key in Chinese', '标题: "“中”"😀""\r\n', '标题: "“中”\\"😀\\""\r\n'],
    ['an apostrophe in single quotes', "title: 'it's so'\n", "title: 'it''s so'\n"],
    ['quotes around a part', 'title: "Foo" bar\n', 'title: "\\"Foo\\" bar"\n'],
    ['a quote that is not closed', 'title: "Foo\nx: "y"\n', 'title: "Foo"\nx: "y"\n'],
    ['quoted terms without brackets', 'tags: "a", "b c"\n', 'tags: ["a", "b c"]\n'],
    ['a list that is not closed', 'tags: [a, "b"\nx: y\n', 'tags: [a, "b"]\nx: y\n'],
    ['a colon in a value', 'title: Harbour: open\n', 'title: "Harbour: open"\n'],
    ['a reserved character', 'title: @x\n', 'title: "@x"\n'],
    ['text behind brackets', 'title: [Video] x\n', 'title: "[Video] x"\n'],
    ['a backslash', 'path: "C:\\queue\\\\x"\n', 'path: "C:\\\\queue\\\\x"\n'],
    ['a backslash before an emoji', 'title: "a\\😀"\n', 'title: "a\\\\😀"\n'],
    ['an incomplete code', 'path: "C:\\xampp"\n', 'path: "C:\\\\xampp"\n'],
    ['a colon without blank', 'layout: post\ndate:2021-12-29\n', 'layout: post\ndate: 2021-12-29\n'],
    ['only colons without blank', 'title:x\r\ndate:2021\r\n', 'title: x\r\ndate: 2021\r\n'],
    ['tabs that indent', 'a:\n\tb: c\n\td: [\n\t\te]\n', 'a:\n  b: c\n  d: [\n    e]\n'],
    ['control characters', 'title: a\x07b\vc\x7f\n', 'title: ab c\n'],
  ])('repairs %s', (_, yaml, expected) => {
    expect(fixOf(yaml)?.safe).toBe(true);
    expect(fixed(yaml)).toBe(expected);
    expect(readHeader(expected).diagnostics).toEqual([]);
  });

  test.each([
    ['backslashes that may be meant as escapes', 'path: "C:\\new\\queue"\n'],
    ['an apostrophe at the start', "title: 'tis\nx: y\n"],
    ['a quote that may go on in the next line', 'title: "Foo,\n  bar\n'],
    ['terms of which a part is in brackets', 'tags: [a, b], c\n'],
    ['a list that goes on in the next line', 'tags: [a,\n  b\nx: y\n'],
    ['a bracket in a title', 'title: [Video x\n'],
    ['a category with a colon, whose words would be terms', 'categories: News: local\n'],
    ['tabs beside spaces, whose width decides', 'a:\n    b:\n\tc: d\n'],
    ['characters of a file that was decoded wrongly', 'title: it\x92s\n'],
    ['an address for front matter', 'http://example.org/\n'],
    ['text for front matter', 'title:x\nand more\n'],
    ['a comma behind the quotes', 'title: "Foo",\n'],
    ['a comment in the line', 'title: "a" b # c\n'],
    ['two different faults', 'title: "a"b"\nx: y: z\n'],
    ['a line that is indented too much', 'description: text\n  note: more text\n'],
  ])('is not offered for %s', (_, yaml) => {
    expect(readHeader(yaml).diagnostics).toHaveLength(1);
    expect(fixOf(yaml)).toBeUndefined();
  });

  it('touches only what it adds', () => {
    expect(fixOf('title: "Foo\nx: y\n')?.edits).toEqual([
      { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 11 } }, newText: '"' },
    ]);
  });

  it('gives back any title whose quotes were not escaped', () => {
    const part = fc.constantFrom('"', 'a', ' ', '中', '😀', ': ', '#', '[', "'");
    let repaired = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const yaml = `layout: post\r\ntitle: "${text}"\r\ntags: [a]\r\n`;
        const fix = fixOf(yaml);
        if (!fix?.safe || fix.kind !== 'escape-inner-quotes') return;
        const { map, ok } = readHeader(fixed(yaml) ?? '');
        repaired += 1;
        expect(ok).toBe(true);
        expect([...map]).toEqual([
          ['layout', 'post'],
          ['title', text],
          ['tags', ['a']],
        ]);
      }),
      { numRuns: 500 },
    );
    expect(repaired).toBeGreaterThan(100);
  });
});

describe('a fix that an editor has to judge', () => {
  test.each([
    ['two quoted parts', 'title: "Yes" or "No"\n', 'title: "\\"Yes\\" or \\"No\\""\n'],
    ['two parts in single quotes', "title: 'Yes' or 'No'\n", "title: \"'Yes' or 'No'\"\n"],
    ['a text that a comment cuts', 'title: C #1 hit\n', 'title: "C #1 hit"\n'],
    ['a value that is a comment', 'title: #1\n', 'title: "#1"\n'],
    ['a key with two values', 'a: 1\nb: 2\na: 3\n', 'b: 2\na: 3\n'],
  ])('is offered for %s', (_, yaml, expected) => {
    expect(fixOf(yaml)?.safe).toBe(false);
    expect(fixed(yaml)).toBe(expected);
  });
});

describe('a key that occurs twice', () => {
  it('is removed safely where both say the same, so that all keys read as before', () => {
    const yaml = 'a: 1\r\nm:\r\n  k: x\r\n  k: "x"\r\nb: 2\r\n';
    expect(fixOf(yaml)?.safe).toBe(true);
    expect(fixed(yaml)).toBe('a: 1\r\nm:\r\n  k: "x"\r\nb: 2\r\n');
  });

  test.each([
    ['is repeated by another key', 'a: &x 1\nb: *x\na: 1\n'],
    ['has a comment', 'a: 1 # first\na: 1\n'],
    ['shares its line', 'x: {a: 1, a: 1}\n'],
    ['is a list', 'a: [1]\na: [1]\n'],
    ['runs over several lines', 'a: b\n  c\na: b c\n'],
  ])('is left where it %s', (_, yaml) => {
    expect(readHeader(yaml).diagnostics[0].ruleId).toBe('yaml/duplicate-key');
    expect(fixOf(yaml)).toBeUndefined();
  });
});
