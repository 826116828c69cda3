import { readHeader, shiftDiagnostics, splitFrame } from '../../../core/front-matter';
import { createLineIndex, type Diagnostic } from '../../../core/diagnostics';

/** `ruleId problem|text of the range` of each diagnostic. */
function shown(yaml: string): string[] {
  const index = createLineIndex(yaml);
  return readHeader(yaml).diagnostics.map(({ ruleId, params, range }) => {
    const text = yaml.slice(index.offsetAt(range.start), index.offsetAt(range.end));
    return `${ruleId}${'problem' in params ? ` ${params.problem}` : ''}|${text}`;
  });
}

function applyFix(text: string, { fix }: Diagnostic): string | null {
  const index = createLineIndex(text);
  const [edit] = fix?.edits ?? [];
  if (!edit) return null;
  return (
    text.slice(0, index.offsetAt(edit.range.start)) +
    edit.newText +
    text.slice(index.offsetAt(edit.range.end))
  );
}

describe('what does not read', () => {
  test.each([
    ['a: 中😀"b"\ntitle: "x 😀"y" z"\n', 'yaml/syntax inner-quotes|"'],
    ['title: "x"y\n', 'yaml/syntax text-after-quote|y'],
    ["title: 'it's'\n", "yaml/syntax text-after-quote|s'"],
    ['tags: "中😀", "x"\n', 'yaml/syntax quoted-list|"中😀", "x"'],
    ["tags: 'a', 'b'\n", "yaml/syntax quoted-list|'a', 'b'"],
    ['title: [中] x\n', 'yaml/syntax text-after-bracket|x'],
    ['title: "x\ndate: y\n', 'yaml/syntax unclosed-quote|"x'],
    ['title: "x\\"\n', 'yaml/syntax unclosed-quote|"x\\"'],
    ['a: b\ntitle: [x, y\nc: d\n', 'yaml/syntax unclosed-bracket|[x, y'],
    ['title: a: b\n', 'yaml/syntax colon-in-value|a: b'],
    ['title: @x\n', 'yaml/syntax reserved-start|@'],
    ['title: *x* y\n', 'yaml/syntax reserved-start|*'],
    ['title: "a\\qb"\n', 'yaml/syntax bad-escape|\\q'],
    ['a: b\nc: \x07\n', 'yaml/syntax control-character|\x07'],
    ['a: b\n\tc: d\n', 'yaml/syntax tab-indent|\t'],
    ['a: b\n  c: d\n', 'yaml/syntax bad-indent|c:'],
    ['a: b\nc\nd: e\n', 'yaml/syntax missing-colon|c'],
    ['tags: - a\n', 'yaml/syntax list-in-line|- a'],
    ['<<: a\n', 'yaml/syntax bad-merge|a'],
    ['a: b\n}\n', 'yaml/syntax other|}'],
    ['- a\n- b\n', 'yaml/not-a-map|- a\n- b'],
    ['title:x\n', 'yaml/not-a-map|title:x'],
    ['a: &x [b, *x]\n', 'yaml/circular-alias|*x'],
  ])('%j is reported where it is', (yaml, expected) => {
    expect(shown(yaml)).toEqual([expected]);
    expect(readHeader(yaml)).toMatchObject({ ok: false, isMap: false, entries: [] });
    expect(readHeader(yaml).map.size).toBe(0);
    expect(readHeader(yaml).rangeOf(['title'])).toBeNull();
  });

  it('names the key of the faulty value', () => {
    expect(readHeader('title: "a"b"\n').diagnostics[0].path).toEqual(['title']);
    expect(readHeader('tags:\n  - "a"b"\n').diagnostics[0].path).toEqual(['tags']);
  });
});

describe('what reads and loses something', () => {
  test.each([
    ['a: 1\nb: 2\na: 3\na: 4\n', ['yaml/duplicate-key|a', 'yaml/duplicate-key|a']],
    ['m:\n  k: 1\n  k: 2\n', ['yaml/duplicate-key|k']],
    ['  a: 1\nb: 2\n', ['yaml/content-after-end|b: 2']],
    ['title: C #1 hit\n', ['value/cut-by-comment|#1 hit']],
    ['title: "a" #1 "b"\r\nb: #x\r\n', ['value/cut-by-comment|#1 "b"', 'value/cut-by-comment|#x']],
    ['tags:\n  - a #b\n', ['value/cut-by-comment|#b']],
  ])('%j is reported where it is', (yaml, expected) => {
    expect(shown(yaml)).toEqual(expected);
    expect(readHeader(yaml).ok).toBe(true);
  });

  it('leaves comments and repeated merges alone', () => {
    expect(shown('a: b # c\nd: 1 #2\n#e\nx: &x {}\ny:\n  <<: *x\n  <<: *x\n')).toEqual([]);
  });
});

describe('fixes', () => {
  test.each([
    ['title: "a "b" c"\nx: y\n', 'title: "a \\"b\\" c"\nx: y\n'],
    ['x: 1\r\ntitle: "“中”"😀""\r\n', 'x: 1\r\ntitle: "“中”\\"😀\\""\r\n'],
    ['title: "a \\"b" \\\\ c"\n', 'title: "a \\"b\\" \\\\ c"\n'],
    ['title: a: "b"\n', 'title: "a: \\"b\\""\n'],
    ['title: `a`\n', 'title: "`a`"\n'],
    ['title: [a] b\n', 'title: "[a] b"\n'],
  ])('%j becomes %j', (yaml, fixed) => {
    const [diagnostic] = readHeader(yaml).diagnostics;
    expect(applyFix(yaml, diagnostic)).toBe(fixed);
    expect(readHeader(fixed).diagnostics).toEqual([]);
  });

  test.each([
    ['another fault beside it', 'title: "a"b"\nx: y: z\n'],
    ['a backslash that is no certain escape', 'title: "a\\n"b"\n'],
    ['a comment in the line', 'title: a: b # c\n'],
    ['a list of terms', 'tags: [a, b], c\n'],
  ])('offers none with %s', (_, yaml) => {
    expect(readHeader(yaml).diagnostics.map(({ fix }) => fix)).toEqual([undefined]);
  });
});

describe('shiftDiagnostics', () => {
  it('moves ranges and fixes to the file', () => {
    const file = '---\r\n\r\nlayout: post\r\ntitle: "a"b"\r\n---\r\nbody';
    const frame = splitFrame(file);
    const [diagnostic] = shiftDiagnostics(readHeader(frame.yaml).diagnostics, frame, file);
    expect(diagnostic.range).toEqual({ start: { line: 3, character: 9 }, end: { line: 3, character: 10 } });
    expect(applyFix(file, diagnostic)).toBe(file.replace('"a"b"', '"a\\"b"'));
    expect(shiftDiagnostics([diagnostic], { yamlOffset: 0 }, createLineIndex(file))).toEqual([diagnostic]);
  });
});
