import { createLineIndex, printedPosition, type RuleId } from '../../../core/diagnostics';
import { readPostFile } from '../../../core/jekyll';
import { testSettings, type SettingsOverrides } from '../settings';

const SETTINGS: SettingsOverrides = {
  site: { timezone: 'Asia/Shanghai' },
  limits: { frontMatterDepth: 3 },
};

/** The text that a rule's range covers in a file with byte order mark and CRLF, and its column as people count. */
function placeOf(ruleId: RuleId, yaml: string, body = '', settings = SETTINGS) {
  const text = `---\r\n# 注释 😀\r\n${yaml}\r\n---\r\n${body}`;
  const bytes = new TextEncoder().encode(`\uFEFF${text}`);
  const { diagnostics } = readPostFile({ path: '_posts/2021-12-08-a.md', bytes }, testSettings(settings));
  const found = diagnostics.filter((diagnostic) => diagnostic.ruleId === ruleId);
  const index = createLineIndex(text);
  return found.map((diagnostic) => {
    const { start, end } = diagnostic.range;
    const { line, column } = printedPosition(diagnostic, index);
    return [text.slice(index.offsetAt(start), index.offsetAt(end)), `${line}:${column}`];
  });
}

describe('a range is exact behind a byte order mark, CRLF, Chinese characters and emoji in the same line', () => {
  test.each<[RuleId, string, string, string]>([
    ['title/empty', '{中😀: 1, title: "  "}', '"  "', '3:16'],
    ['slug/not-text', '{中😀: 1, slug: 12, title: T}', '12', '3:15'],
    ['date/invalid', '{中😀: 1, date: 天😀, title: T}', '天😀', '3:15'],
    ['date/no-time-zone', '{中😀: 1, date: 2021-12-08 10:00:00}', '2021-12-08 10:00:00', '3:15'],
    ['categories/not-a-name', '{中😀: 1, categories: 36}', '36', '3:21'],
    ['categories/split-on-space', '{中😀: 1, categories: 新 闻😀}', '新 闻😀', '3:21'],
    ['categories/comma', '{中😀: 1, category: "新,闻😀"}', '"新,闻😀"', '3:19'],
    ['permalink/invalid', '{中😀: 1, permalink: /😀/:x/}', '/😀/:x/', '3:20'],
    ['yaml/duplicate-key', '{中😀: 1, a😀: 1, a😀: 2}', 'a😀', '3:9'],
    ['yaml/circular-alias', '中😀: &x [😀, *x]', '*x', '3:12'],
    ['yaml/too-deep', '中😀: ["😀", [[[x]]]]', '[', '3:12'],
    ['yaml/not-a-map', '中😀', '中😀', '3:1'],
    ['yaml/content-after-end', '  中: 1\r\n😀: 2', '😀: 2', '4:1'],
    ['value/cut-by-comment', '中😀: C 😀 #1 中😀 x', '#1 中😀 x', '3:9'],
    ['encoding/nul-character', '中😀: ["😀\\\\0", "😀\\0"]', '\\0', '3:16'],
    ['yaml/syntax', '中😀: "😀 "x" y"', '"', '3:8'],
    ['yaml/syntax', '中😀: "😀" 中', '中', '3:9'],
    ['yaml/syntax', '中😀: [😀] 中', '中', '3:9'],
    ['yaml/syntax', '中😀: 😀: 中', '😀: 中', '3:5'],
    ['yaml/syntax', '中😀: %😀', '%', '3:5'],
    ['yaml/syntax', '中😀: "😀\\😀"', '\\😀', '3:7'],
    ['yaml/syntax', '中😀: "😀', '"😀', '3:5'],
    ['yaml/syntax', '中😀: [😀, 中', '[😀, 中', '3:5'],
    ['yaml/syntax', '中😀: 😀\x07', '\x07', '3:6'],
    ['yaml/syntax', '中😀: - 😀', '- 😀', '3:5'],
  ])('%s in %s', (ruleId, yaml, text, place) => {
    expect(placeOf(ruleId, yaml)).toEqual([[text, place]]);
  });

  it('of unknown keys', () => {
    const settings: SettingsOverrides = { frontMatter: { unknownKeys: 'warn' } };
    expect(placeOf('unknown-key', '{title: 中😀, odd😀: 1}', '', settings)).toEqual([['odd😀', '3:13']]);
  });

  it('of what stands in the body', () => {
    expect(placeOf('encoding/nul-character', 'title: T', '中😀\0')).toEqual([['\0', '5:3']]);
    expect(placeOf('share-link/empty', 'title: T', '中😀\r\n\r\n \t<>\r\n')).toEqual([['<>', '7:3']]);
  });

  it('of the first byte that is not UTF-8', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('\uFEFF---\r\ntitle: 中😀'), 0xe4, 0xb8, 0x0a]);
    const { diagnostics } = readPostFile({ path: '_posts/2021-12-08-a.md', bytes }, testSettings());
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'encoding/not-utf8',
        range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } },
      },
    ]);
  });
});
