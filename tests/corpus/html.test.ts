import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { renderMarkdown, sanitizeHtml } from '../../core/html';
import { readPostFile } from '../../core/jekyll';
import { openSource } from '../../server/src/import/source';
import { testSettings } from '../unit/settings';
import { addClosingLine, type Failure } from './closing-lines';
import { sharedPath } from './shared-data';

const KRAMDOWN = `
require "json"; require "kramdown"; require "kramdown-parser-gfm"
options = { input: "GFM", hard_wrap: false, syntax_highlighter: nil }
puts JSON.generate(JSON.parse(STDIN.read).map { |text| Kramdown::Document.new(text, options).to_html })
`;

/** Constructs that authors use, each alone; those in which we differ on purpose are told in docs/html.md. */
const CONSTRUCTS = [
  '# A\n\n## B *c* #\n\nD\n===\n\nE\n---\n',
  'a\nb  \nc\n\nd',
  '*a* **b** _d_ __e__ `f` ~~g~~ a_b_c',
  '> a\n> b\n>\n> * c\n',
  '* a\n* b\n    * c\n\n1. d\n2. e\n',
  '- a\n\n  b\n\n- c\n',
  '```ruby\na <b> & c\n```\n\n    indented\n',
  '[a](b "c") [d][e] [e] ![f](g.png "h")\n\n[e]: https://e.example/ "i"\n',
  '<https://a.example/?b=1,2> <mail@a.example>',
  '|a|b|c|\n|:-|:-:|-:|\n|1|*2*|3|\n',
  'a\n: b\n: c\n',
  'a[^1] b[^n]\n\n[^1]: one\n[^n]: two\n',
  "\"a\" 'b' it's -- c --- d... \\*e\\* &amp; &copy; 5 < 6",
  '“引号” "引号" ——……',
  'a\n{: .x}\n\n## b\n{: #own}\n\n*c*{: .y}\n',
  '<div>\n\n  <p>a</p>\n\n*b*\n\n</div>\n\nc\n',
  '<p>a</p><p>b</p>\n\n<center><img src="c.png"></center>\n',
  'a <b>b *c*</b> <br> <span class="x">d</span>\n',
  '<table>\n<tr><td>a</td></tr>\n</table>\n',
  '***\n\n- - -\n\na\n***\nb\n\nc\nd\n---\ne\n',
  'a\n- b\n\nc\n# d\n\ne\n> f\n\ng\n1. h\n\ni\n```\nj\n```\n',
  'a\n<div>b</div>\n\nc\n<p>d</p>\ne\n',
  '* a\n\n      code\n\n* b\n  ---\n',
  '　　全角空格开头的段落。\n\n第二段<br/>换行\n',
  '<!-- a -->\n\nb <!-- c --> d\n',
];

/** Without what stands for nothing readers see: white space between elements, ids of kramdown's own footnotes and lists. */
function comparable(html: string): string {
  const block = String.raw`<\/?(?:p|div|h\d|ul|li|ol|table|tr|td|th|thead|tbody|dl|dd|dt|blockquote|pre|center|section|br|hr|img)\b[^>]*>`;
  return sanitizeHtml(html)
    .replace(/ id="[^"]*"/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`\\s*(${block})\\s*`, 'g'), '$1')
    .trim();
}

function kramdown(texts: string[]): string[] {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync('ruby', ['-e', KRAMDOWN], {
    env,
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

const missing = spawnSync('ruby', ['-e', 'require "kramdown-parser-gfm"']).status !== 0;

describe('Markdown renders as kramdown renders it', () => {
  if (missing) {
    it('is left out only where no Jekyll is required', () => {
      addClosingLine({
        rank: 9,
        line: 'LEFT OUT: html beside kramdown, which Ruby does not have',
        failures: [],
      });
      expect(process.env.CORPUS_REQUIRE_JEKYLL).toBeUndefined();
    });
    return;
  }

  it.each([
    [
      'constructs',
      () => Promise.resolve(CONSTRUCTS.map((text, index) => [`construct ${index + 1}`, text] as const)),
    ],
    ['finews', finewsBodies],
  ])('%s', async (name, texts) => {
    const sources = await texts();
    const expected = kramdown(sources.map(([, text]) => text)).map(comparable);
    const failures = sources.flatMap(([file, text], index): Failure[] => {
      const actual = comparable(renderMarkdown(text));
      return actual === expected[index]
        ? []
        : [{ site: name, path: file, field: 'html', expected: expected[index], actual }];
    });
    const line = `html ${name}: ${sources.length} texts compared with kramdown, ${failures.length} differ`;
    addClosingLine({ rank: 5, line, failures });
    expect(failures).toEqual([]);
  });
});

async function finewsBodies(): Promise<(readonly [string, string])[]> {
  const source = await openSource(sharedPath('data', 'finews'));
  const bodies: [string, string][] = [];
  for await (const { path, absolute } of source.files()) {
    if (!path.endsWith('.md')) continue;
    const post = readPostFile({ path, bytes: await readFile(absolute) }, testSettings());
    if (post.status === 'post') bodies.push([path, post.frame.body]);
  }
  return bodies;
}
