import { renderMarkdown, sanitizeHtml } from '../../../core/html';
import { HOSTILE, hostileParts } from '../../hostile-html';

describe('sanitized HTML', () => {
  it.each([
    ['text and emphasis', '<p align="center">a <strong>b</strong> <span>c</span></p>'],
    ['a table', '<table border="1"><tr><td colspan="2">a</td></tr></table>'],
    ['a figure', '<figure><img src="/a.png" alt="b" width="3" /><figcaption>c</figcaption></figure>'],
    ['media', '<video src="/a.mp4" controls="controls" poster="/a.png"></video>'],
    [
      'a centered picture',
      '<center><img src="https://a.example/b.png" style="border:#d1d1d1 1px solid;padding:3px;margin:5px 0" /></center>',
    ],
    ['a link to an old paper', '<a href="http://stock.example/news/1611,2021.html" title="a">b</a>'],
    ['the language of code', '<pre><code class="language-ruby">a &lt; b</code></pre>'],
    ['a raster picture', '<img src="data:image/png;base64,iVBORw0KGgo=" />'],
  ])('keeps %s', (_name, html) => {
    expect(sanitizeHtml(html)).toBe(html);
  });

  it.each([
    ['classes and data', '<p class="a" data-code="b">c</p>', '<p>c</p>'],
    ['forms', '<form action="/a"><input name="b">c</form>', 'c'],
    ['frames', '<iframe src="https://a.example/">b</iframe>c', 'c'],
    [
      'styles that move things',
      '<p style="position:fixed;top:0;text-align:center">a</p>',
      '<p style="text-align:center">a</p>',
    ],
    ['styles that load things', '<p style="background:url(//a.example/b)">a</p>', '<p>a</p>'],
    ['comments', 'a<!-- b -->c', 'ac'],
    ['ids of pictures', '<img id="cookie" name="cookie" src="/a.png">', '<img src="/a.png" />'],
    ['attributes of scrapers', '<span web="a" href="/b">c</span>', '<span>c</span>'],
  ])('is without %s', (_name, html, expected) => {
    expect(sanitizeHtml(html)).toBe(expected);
  });

  it('keeps classes and data where they are asked for', () => {
    const html = '<p class="a" data-code="b">c</p>';
    expect(sanitizeHtml(html, { class: true })).toBe('<p class="a">c</p>');
    expect(sanitizeHtml(html, { data: true })).toBe('<p data-code="b">c</p>');
    expect(sanitizeHtml(html, { class: true, data: true })).toBe(html);
  });

  it('does not let a page that is opened reach back', () => {
    expect(sanitizeHtml('<a href="/a" target="_blank" rel="opener">b</a>')).toBe(
      '<a href="/a" target="_blank" rel="noopener">b</a>',
    );
  });

  it.each(HOSTILE.map((html) => [html]))('is harmless: %s', (html) => {
    for (const kept of [{}, { class: true, data: true }]) {
      expect(hostileParts(sanitizeHtml(html, kept))).toEqual([]);
      expect(hostileParts(sanitizeHtml(renderMarkdown(html), kept))).toEqual([]);
      expect(hostileParts(sanitizeHtml(renderMarkdown(`a ${html} b`), kept))).toEqual([]);
    }
  });

  it('is told from hostile HTML by a check that finds most of it before', () => {
    expect(HOSTILE.filter((html) => hostileParts(html).length > 0).length).toBeGreaterThan(90);
  });

  it('is the same when it is sanitized again', () => {
    for (const html of HOSTILE) {
      const once = sanitizeHtml(html);
      expect(sanitizeHtml(once)).toBe(once);
    }
  });

  it('has elements of four hundred levels, and the texts of all', () => {
    const html = sanitizeHtml('<div>a'.repeat(500) + '</div>'.repeat(500));
    expect(html.match(/<div>/g)).toHaveLength(400);
    expect(html.match(/a/g)).toHaveLength(500);
  });

  it.each([
    ['paragraphs that nobody closed', '<p>a'.repeat(1000), 1000],
    ['lists side by side', '<ul><li>a<li>b</ul>'.repeat(600), 1200],
    ['emphasis that a block closes', '<div><b>a</div>'.repeat(600), 600],
  ])('keeps %s, however many', (_name, html, count) => {
    const kept = sanitizeHtml(html);
    expect(kept.match(/<(?:p|li|b)>/g)).toHaveLength(count);
    expect(kept).toBe(sanitizeHtml(kept));
  });

  it.each([
    '<table><tr><td>',
    '<div></b>',
    '<li><p>',
    '<th><li><td>',
    '<tr><td><p>',
    '<rp><td>',
    '<svg><br>',
    '<h1><p>',
    '<x-y>',
    '<div/>',
    '<b>',
    '<div>',
    '<a href="',
    '<!--',
    '<p><',
    '&lt',
    '> ',
    '* a\n ',
    '[',
    '`',
    '<div><p>',
    '[a](',
    '**a',
    '|a',
    '<div>\n\n',
    '<div><p>\n\n<b>\n\n',
    '* <p>\n\n',
    '> <div>\n',
    '* a\n{: .x}\n',
    '|a|\n|-|\n',
    '[a]: b\n\n[a]\n\n',
    '[^1]: a\n\n[^1]\n',
    '# a\n',
  ])('takes time that grows with the length: %s', (piece) => {
    const started = Date.now();
    sanitizeHtml(renderMarkdown(piece.repeat(20_000)));
    sanitizeHtml(piece.repeat(60_000));
    expect(Date.now() - started).toBeLessThan(4000);
  });

  it('takes time that grows with the length where lists of attributes stand behind a long list', () => {
    const started = Date.now();
    renderMarkdown('* a\n'.repeat(20_000) + '{: .x}\n'.repeat(20_000));
    expect(Date.now() - started).toBeLessThan(4000);
  });
});
