import { lengthOf, renderText, type RenderOptions } from '../../../core/html';
import { testSettings } from '../settings';

const settings = testSettings({ site: { url: 'https://paper.example', baseurl: '/blog' } });
const URL = '/news/2021/12/29/low-tide.html';

function render(body: string, options: Partial<RenderOptions> = {}, filePath: string | null = null) {
  return renderText({ body, filePath, url: URL }, { settings, ...options });
}
const html = (body: string, options?: Partial<RenderOptions>): string => render(body, options).html.trim();

describe('Markdown', () => {
  it.each([
    ['typographic quotes and symbols', '"a" -- b --- c...', '<p>“a” – b — c…</p>'],
    [
      'an address in angle brackets',
      '<http://a.example/?b=1,2>',
      '<p><a href="http://a.example/?b=1,2">http://a.example/?b=1,2</a></p>',
    ],
    ['no link where none is written', 'www.a.example', '<p>www.a.example</p>'],
    ['single line ends as they are', 'a\nb', '<p>a\nb</p>'],
    ['a definition list', 'a\n: b', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>'],
    [
      'an element with blank and indented lines',
      '<div>\n\n    <b>a</b>\n\n*b*</div>',
      '<div>\n\n    <b>a</b>\n\n*b*</div>',
    ],
    ['elements side by side', '<p>a</p><p>*b*</p> *c*', '<p>a</p><p>*b*</p> *c*'],
    ['an element within a line', 'a <b>*b*</b>', '<p>a <b><em>b</em></b></p>'],
    ['an attribute list below a block', '# A\n{: #own .x}\n', '<h1 id="own">A</h1>'],
    [
      'an attribute list behind a link',
      '[a](b.html){: .x title="c"}.',
      '<p><a href="/blog/news/2021/12/29/b.html" title="c">a</a>.</p>',
    ],
    ['a line of dashes below a paragraph', 'a\nb\n---\nc', '<p>a\nb\n—\nc</p>'],
    ['an underlined heading', 'a\n---\nb', '<h2 id="a">a</h2>\n<p>b</p>'],
    ['a rule', '* * *\n\n---\n', '<hr />\n<hr />'],
    ['struck out text', '~~a~~', '<p><del>a</del></p>'],
    ['braces that are no attribute list', 'a {: b', '<p>a {: b</p>'],
  ])('has %s', (_name, body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it('has footnotes with the ids that kramdown gives', () => {
    const text = html('a[^n]\n\n[^n]: b');
    expect(text).toContain('<sup id="fnref:n"><a href="#fn:n" rel="footnote">1</a></sup>');
    expect(text).toContain('<li id="fn:n">');
    expect(text).toContain('<a href="#fnref:n">↩</a>');
  });

  it('has tables with their alignment', () => {
    expect(html('|a|b|\n|-|-:|\n|1|2|')).toContain('<td style="text-align:right">2</td>');
  });

  it('is read by the name of the file', () => {
    expect(render('*a*', {}, '_posts/2021-12-29-a.markdown').html).toBe('<p><em>a</em></p>\n');
    expect(render('*a*', {}, '_posts/2021-12-29-a.html').html).toBe('*a*');
  });
});

describe('headings', () => {
  it('have ids as kramdown gives them', () => {
    const { html: text, headings } = render('# 涨价, a-b *c*!\n\n## A & B\n\n# 涨价, a-b c\n\n## !\n');
    expect(headings).toEqual([
      { level: 1, id: '涨价-a-b-c', text: '涨价, a-b c!' },
      { level: 2, id: 'a--b', text: 'A & B' },
      { level: 1, id: '涨价-a-b-c-1', text: '涨价, a-b c' },
      { level: 2, id: 'section', text: '!' },
    ]);
    expect(text).toContain('<h2 id="a--b">A &amp; B</h2>');
  });

  it('keep an id of their own, in HTML too', () => {
    expect(render('<h2 id="own">A</h2><h3>B</h3>', {}, 'a.html').headings).toEqual([
      { level: 2, id: 'own', text: 'A' },
      { level: 3, id: 'b', text: 'B' },
    ]);
  });
});

describe('addresses', () => {
  const images = new Map([['assets/a b.png', '/uploads/a.png']]);

  it.each([
    [
      '[a](b.html)',
      'href="/blog/news/2021/12/29/b.html"',
      'href="https://paper.example/blog/news/2021/12/29/b.html"',
    ],
    [
      '[a](../b.html?c#d)',
      'href="/blog/news/2021/12/b.html?c#d"',
      'href="https://paper.example/blog/news/2021/12/b.html?c#d"',
    ],
    ['[a](/b.html)', 'href="/b.html"', 'href="https://paper.example/b.html"'],
    ['[a](#b)', 'href="#b"', 'href="https://paper.example/blog/news/2021/12/29/low-tide.html#b"'],
    ['[a](//other.example/b)', 'href="//other.example/b"', 'href="https://other.example/b"'],
    ['[a](https://other.example/b)', 'href="https://other.example/b"', 'href="https://other.example/b"'],
    ['[a](mailto:a@b.example)', 'href="mailto:a@b.example"', 'href="mailto:a@b.example"'],
    ['![a](</assets/a b.png>)', 'src="/uploads/a.png"', 'src="/uploads/a.png"'],
    [
      '<img srcset="{{ site.baseurl }}/assets/a%20b.png 1x, c.png 2x">',
      'srcset="/uploads/a.png 1x, /blog/news/2021/12/29/c.png 2x"',
      'srcset="/uploads/a.png 1x, https://paper.example/blog/news/2021/12/29/c.png 2x"',
    ],
  ])('%s: %s, for readers elsewhere %s', (body, path, whole) => {
    expect(html(body, { images })).toContain(path);
    expect(html(body, { images, absolute: true })).toContain(whole);
  });

  it('stay paths where the site has no address', () => {
    const nowhere = testSettings({ site: { url: null } });
    expect(html('[a](b.html)', { settings: nowhere, absolute: true })).toContain(
      'href="/news/2021/12/29/b.html"',
    );
  });
});

describe('the length of a text', () => {
  it.each([
    ['', 0, 0],
    ['One two-part word, and 1,234.5 more!', 6, 1],
    ['涨价了，真的！', 5, 1],
    ['中文 and English 混排 2021年', 8, 1],
    ['ひらがなとカタカナ', 9, 1],
    ['한국어 텍스트', 2, 1],
    [`${'字'.repeat(801)}`, 801, 3],
    ['word '.repeat(440), 440, 2],
    ['**a**<b>b</b> `c`\n\n* d\n* e', 4, 1],
  ])('%s', (body, words, minutes) => {
    expect(lengthOf(render(body).html)).toEqual({ words, minutes });
  });
});
