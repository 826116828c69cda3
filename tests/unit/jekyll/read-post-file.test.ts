import fc from 'fast-check';
import { readPostFile } from '../../../core/jekyll';
import { testSettings, type SettingsOverrides } from '../settings';

const utf8 = new TextEncoder();
const PATH = '_posts/2021-12-08-a.md';
const read = (content: string | Uint8Array, path = PATH, more: SettingsOverrides = {}) =>
  readPostFile(
    { path, bytes: typeof content === 'string' ? utf8.encode(content) : content },
    testSettings(more),
  );
const rules = (content: string | Uint8Array, path = PATH) =>
  read(content, path).diagnostics.map(({ ruleId }) => ruleId);

describe('readPostFile', () => {
  it('cuts a file and reads it', () => {
    const file = read('\ufeff---\r\ntitle: T\r\n---\r\n\r\nBody\r\n');
    expect(file).toMatchObject({
      status: 'post',
      path: PATH,
      bom: true,
      visible: true,
      frame: { yaml: 'title: T\r\n', body: 'Body\r\n' },
      reading: { fields: { title: 'T' } },
      diagnostics: [],
    });
  });

  it('gives ranges of the whole file and the file’s name', () => {
    const { diagnostics } = read('---\r\n\r\ntitle: T\r\ndate: 天\r\n---\r\n');
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'date/invalid',
        file: PATH,
        range: { start: { line: 3, character: 6 }, end: { line: 3, character: 7 } },
      },
    ]);
  });

  it.each([
    ['---\ntitle: T\n---\n', '_posts/2021-12-08-a.md', true],
    ['---\npublished: false\n---\n', '_posts/2021-12-08-a.md', false],
    ['---\ntitle: T\n---\n', '_drafts/a.md', false],
    ['---\ndraft: true\n---\n', '_posts/2021-12-08-a.md', false],
  ])('%j in %s is visible: %s', (content, path, visible) => {
    expect(read(content, path)).toMatchObject({ status: 'post', visible });
  });

  it('warns of missing front matter', () => {
    expect(rules('Just text.\n')).toEqual(['front-matter/missing']);
    expect(rules('')).toEqual(['front-matter/missing']);
  });

  it.each(['\n', ' ', '\r\n\r\n', '\u200b'])(
    'says that %j stands before the front matter, and removes it',
    (before) => {
      const file = read(`${before}---\ntitle: T\n---\nx`);
      expect(file).toMatchObject({
        status: 'post',
        frame: { hasHeader: false },
        reading: { fields: { title: 'A' } },
      });
      const [diagnostic] = file.diagnostics;
      expect(diagnostic).toMatchObject({
        ruleId: 'front-matter/not-at-start',
        fix: { edits: [{ newText: '' }] },
      });
      expect(diagnostic.range.start).toEqual({ line: 0, character: 0 });
    },
  );

  it('finds an empty share link where it stands', () => {
    expect(read('---\ntitle: T\n---\nText.\n\n<>\n\n[Back](/)').diagnostics).toMatchObject([
      {
        ruleId: 'share-link/empty',
        range: { start: { line: 5, character: 0 }, end: { line: 5, character: 2 } },
      },
    ]);
    expect(rules('---\ntitle: T\n---\n<>\n\nMore text.')).toEqual([]);
  });

  it('rejects what is not UTF-8, at its first byte', () => {
    const bytes = new Uint8Array([...utf8.encode('---\n😀 é'), 0xff, 0x0a]);
    expect(read(bytes)).toMatchObject({
      status: 'rejected',
      diagnostics: [
        { ruleId: 'encoding/not-utf8', params: { offset: 11 }, range: { start: { line: 1, character: 4 } } },
      ],
    });
  });

  it('rejects a NUL character, which databases cannot hold, where it stands', () => {
    expect(read('---\ntitle: T\n---\nText\n😀 a\0b')).toMatchObject({
      status: 'rejected',
      diagnostics: [
        {
          ruleId: 'encoding/nul-character',
          range: { start: { line: 4, character: 4 }, end: { line: 4, character: 5 } },
        },
      ],
    });
  });

  it('leaves the NUL characters that YAML writes out of all values', () => {
    const file = read(
      '---\ntitle: "A\\0B"\ntags: ["\\x00c"]\nown: {"k\\0": ["\\u0000v"]}\ndate: "\\0never"\n---\n',
    );
    expect(file).toMatchObject({
      status: 'post',
      reading: { fields: { title: 'AB', tags: ['c'] }, extra: { own: { k: ['v'] } } },
    });
    const places = file.diagnostics
      .filter(({ ruleId }) => ruleId === 'encoding/nul-character')
      .map(({ severity, range: { start, end }, path }) => [
        severity,
        [start.line, start.character, end.character],
        path,
      ]);
    expect(places).toEqual([
      ['error', [1, 9, 11], ['title']],
      ['error', [2, 8, 12], ['tags', '0']],
      ['error', [3, 15, 21], ['own', 'k', '0']],
      ['error', [4, 7, 9], ['date']],
    ]);
    expect(JSON.stringify(file.diagnostics)).not.toContain('\\u0000');
  });

  it('rejects what is too large', () => {
    const file = read('---\ntitle: T\n---\n', PATH, { limits: { fileBytes: 10 } });
    expect(file).toMatchObject({
      status: 'rejected',
      diagnostics: [{ ruleId: 'file/too-large', params: { size: 17, limit: 10 } }],
    });
  });

  it('leaves out a post without date in its name, and finds all that is wrong with it', () => {
    const file = read('---\ntitle: ""\ndate:  +0800\n---\n\n<>', '_posts/-2022.md');
    expect(file).toMatchObject({ status: 'ignored', reason: 'no-date' });
    expect(file.diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      'file-name/no-date',
      'title/empty',
      'date/invalid',
      'share-link/empty',
    ]);
  });

  it('leaves out what its name keeps out, such as a picture beside the posts, without looking into it', () => {
    const file = read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), '_posts/harbour.png');
    expect(file).toMatchObject({ status: 'ignored', reason: 'no-date' });
    expect(file.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['file-name/no-date']);
  });

  it('never throws, and gives ranges within the file', () => {
    const word = fc.constantFrom(
      '---\n',
      '---',
      '...\n',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      'title: ',
      'date: ',
      'categories: ',
      'tag: ',
      'slug: ',
      'permalink: ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '<<: ',
      '- ',
      '? ',
      ': ',
      '#',
      '!',
      '|',
      '>',
      '%',
      '@',
      '\ufeff',
      '\u2028',
      '😀',
      '新',
      '2021-12-08',
      '99999999999-01-01',
      ' 25:61',
      '<>',
      '/:x/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }), (words) => {
        const file = read(`---\n${words.join('').replaceAll('\0', '')}`);
        const lines = words.join('').split(/\r\n|\n|\r/).length + 1;
        return file.status === 'post' && file.diagnostics.every(({ range }) => range.end.line <= lines);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['about.md', '_posts/2021-12-08-a.yml', '_posts/.DS_Store'])('says nothing of %s', (path) => {
    expect(read('x', path)).toMatchObject({ status: 'ignored', diagnostics: [] });
  });
});

it('reports a form feed in the fence line where it stands, as Jekyll drops such a header', () => {
  const file = read('---\f\ntitle: A\n---\nText.\n');
  expect(file.diagnostics).toMatchObject([
    { ruleId: 'yaml/syntax', range: { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } } },
  ]);
});
