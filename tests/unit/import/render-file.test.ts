import fc from 'fast-check';
import { decodeUtf8, renderFile, splitFrame, type Envelope } from '../../../core/front-matter';
import { readPostFile } from '../../../core/jekyll';
import { splitFooter } from '../../../server/src/import/split-footer';
import { testSettings } from '../settings';

const settings = testSettings({
  backLinks: {
    category: { label: '返回{name}', url: '/category/{slug}.html' },
    home: { label: '返回首页', url: '/' },
    separator: '｜',
  },
  footer: {
    write: { template: '\n\n<{share}>\n\n{backLinks}', backLink: '[{label}]({url})' },
    read: [],
    onExport: 'keep',
  },
});

/** What an import stores of a file, put together again. */
function imported(bytes: Uint8Array): { text: string; footer: Envelope['footer'] } {
  const file = readPostFile({ path: '_posts/2021-12-29-a.md', bytes }, settings);
  if (file.status !== 'post') throw new Error(`${file.status}: no post`);
  const terms = file.reading.fields.categories.map((term) => ({ term, name: null, slug: null }));
  const { body, footer } = splitFooter(file, terms, 'zh-Hans', settings);
  const { hasHeader, open, close, yaml } = file.frame;
  const envelope = { bom: file.bom, hasHeader, open, close, footer };
  return { text: renderFile({ envelope, frontMatter: hasHeader ? yaml : null, body }), footer };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that was imported comes back byte for byte', () => {
  it.each([
    ['plain', '---\ntitle: A\n---\nText.\n'],
    ['with a byte order mark', '\uFEFF---\ntitle: A\n---\nText.\n'],
    ['with a byte order mark and no header', '\uFEFFText.\n'],
    ['with two byte order marks', '\uFEFF\uFEFF---\ntitle: A\n---\n'],
    ['with Windows line ends', '---\r\ntitle: A\r\n---\r\n\r\nText.\r\n'],
    ['with mixed line ends', '---\r\ntitle: A\nlayout: post\r\n---\nText.\r\nMore.\n'],
    ['without header', 'Only text.\n'],
    ['with a header that begins late', '\n---\ntitle: A\n---\nText.\n'],
    ['ended by dots', '---\ntitle: A\n...\nText.\n'],
    ['with blanks after its fences', '--- \t\ntitle: A\n---  \nText.\n'],
    ['with blank lines after its fences', '---\n\n\ntitle: A\n---\n\n \t\n\nText.\n'],
    ['with an empty header', '---\n---\nText.\n'],
    ['with a header of comments only', '---\n# nothing\n---\nText.\n'],
    ['without body', '---\ntitle: A\n---'],
    ['with a body of blanks', '---\ntitle: A\n---\n\n   \n'],
    ['with a header that is never closed', '---\ntitle: A\nText.\n'],
    ['with broken YAML', '---\ntitle: "A "b""\n---\nText.\n'],
    ['with further fences', '---\ntitle: A\n---\n---\ntitle: B\n---\n'],
    ['without text at all', ''],
    ['of a byte order mark alone', '\uFEFF'],
  ])('%s', (_name, text) => {
    expect(imported(bytesOf(text)).text).toBe(text);
  });

  it.each(['', '\n', '\n\n\n', '\r\n'])('with a footer and %j after it', (end) => {
    const text = `---\ntitle: A\ncategories: linyi\n---\nText.\n\n<https://share.example/a>\n\n[返回临沂](/category/linyi.html)｜[返回首页](/)${end}`;
    const { text: written, footer } = imported(bytesOf(text));
    expect(written).toBe(text);
    expect(footer).toMatchObject({ shareUrl: 'https://share.example/a' });
  });

  it('whatever stands in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '---',
        '...',
        '\n',
        '\r\n',
        ' ',
        '\t',
        '\uFEFF',
        'title: A',
        '<>',
        '[返回首页](/)',
        '\f',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const bytes = bytesOf(pieces.join('').replaceAll('\0', ''));
        const decoded = decodeUtf8(bytes);
        const text = decoded.ok ? `${decoded.bom ? '\uFEFF' : ''}${decoded.text}` : '';
        expect(imported(bytes).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a post that came from no file', () => {
  it('gets plain fences', () => {
    const text = renderFile({ envelope: null, frontMatter: 'title: A', body: 'Text.\n' });
    expect(text).toBe('---\ntitle: A\n---\nText.\n');
    expect(splitFrame(text)).toMatchObject({ hasHeader: true, yaml: 'title: A\n', body: 'Text.\n' });
  });
});

describe('a file without header', () => {
  it('gets fences when its post gets front matter, and keeps its byte order mark', () => {
    const envelope = { bom: true, hasHeader: false, open: '', close: '', footer: null };
    expect(renderFile({ envelope, frontMatter: 'title: A\n', body: 'Text.\n' })).toBe(
      '\uFEFF---\ntitle: A\n---\nText.\n',
    );
  });
});

describe('a header that was edited', () => {
  const envelope = { bom: false, hasHeader: true, open: '---\r\n', close: '---\r\n\r\n', footer: null };

  it('keeps the fences of its file, and their line ends where its own last one is lost', () => {
    expect(renderFile({ envelope, frontMatter: 'title: B', body: 'Text.' })).toBe(
      '---\r\ntitle: B\r\n---\r\n\r\nText.',
    );
  });

  it('leaves no fences where it is taken away', () => {
    expect(renderFile({ envelope, frontMatter: null, body: 'Text.' })).toBe('Text.');
  });
});
