import { imageTargets, localImages, sitePathOf } from '../../../core/html';
import { readPost } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { defaultSettings } from '../../../core/default-settings';

const site = { url: 'https://paper.example', baseurl: '/blog' };

describe('the targets of images', () => {
  it.each([
    ['an image', '![A](/a.png)', ['/a.png']],
    ['a title', '![A](/a.png "The title (1)")', ['/a.png']],
    ['spaces and parentheses', '![A](/a b (1).png)', ['/a b (1).png']],
    ['angle brackets', '![A](</a b.png>)', ['/a b.png']],
    ['brackets in the text', '![A [b] \\] c](/a.png)', ['/a.png']],
    ['a reference', '![A][One]\n\n[one]: /a.png "T"\n', ['/a.png']],
    [
      'a reference by its text',
      '![One][] ![two]\n\n[one]: </a b.png>\n[Two]: /b.png\n',
      ['/a b.png', '/b.png'],
    ],
    ['a reference to nothing', '![A][none]', []],
    ['several in a line', '![A](/a.png) and ![B](/b.png "T") and ![A](/a.png)', ['/a.png', '/b.png']],
    ['an image in a link', '[![A](a.png)](https://x.example/)', ['a.png']],
    ['HTML', `<IMG alt="a > b" SRC='/a.png'><img src=b.png>`, ['/a.png', 'b.png']],
    ['no look-alike', '<img data-src="/lazy.png" src="/a.png">', ['/a.png']],
    [
      'a set of sources',
      '<source srcset="/a.png 1x, /b.png 2x"><img srcset="c.png">',
      ['/a.png', '/b.png', 'c.png'],
    ],
    ['the same twice', '![](/a.png)<img src="/a.png">', ['/a.png']],
    ['no link', '[A](/a.png) <a href="/b.png">b</a>', []],
    ['a fence', '```\n![A](/a.png)\n```\n![B](/b.png)', ['/b.png']],
    ['an open fence', '~~~ html\n<img src="/a.png">\n', []],
    ['code in a line', 'Write `![A](/a.png)`: ![B](/b.png)', ['/b.png']],
    ['a comment', '<!-- <img src="/a.png"> -->', []],
    ['raw Liquid', '{% highlight md %}\n![A](/a.png)\n{% endhighlight %}', []],
    ['an image that is not closed', '![A](/a.png', []],
  ])('are found in %s', (_name, body, expected) => {
    expect(imageTargets(body, true)).toEqual(expected);
  });

  it('are those of HTML alone where Markdown is not read', () => {
    expect(imageTargets('![A](/a.png) <img src="/b.png">', false)).toEqual(['/b.png']);
  });

  it.each([
    '![',
    '![a',
    '![[a]',
    '<img src="',
    '<img ',
    '[a]: ',
    '`',
    '```\n',
    '<!-- ',
    '{% raw %} ',
    '` ``',
    "<img '",
  ])('are looked for in time that grows with the text: %s', (piece) => {
    const started = Date.now();
    imageTargets(`![a](b) ${piece.repeat(100_000 / piece.length)}`, true);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe('the path of a target', () => {
  it.each([
    ['/assets/a.png', 'assets/a.png'],
    ['/blog/assets/a.png?v=1#x', 'assets/a.png'],
    ['https://PAPER.example/blog/a.png', 'a.png'],
    ['http://paper.example/a.png', 'a.png'],
    ['//paper.example/a.png', 'a.png'],
    ['a.png', '2021/12/29/a.png'],
    ['./img/../a.png', '2021/12/29/a.png'],
    ['../../../../../../etc/passwd', 'etc/passwd'],
    ['%2e%2e/a.png', '2021/12/a.png'],
    ['/a%20b%E8%88%B9.png', 'a b船.png'],
    ['/100%.png', '100%.png'],
    ['/a%2f..%2fb.png', null],
    ['/a%5Cb.png', null],
    ['/c:/a.png', null],
    ['/assets/', null],
    ['#top', null],
    ['', null],
    ['https://elsewhere.example/a.png', null],
    ['https://paper.example.org/a.png', null],
    ['//elsewhere.example/a.png', null],
    ['data:image/png;base64,AAAA', null],
    ['{{ page.image }}', null],
  ])('%s', (target, expected) => {
    expect(sitePathOf(target, '/2021/12/29/post.html', site)).toBe(expected);
  });
});

describe('the images of a post', () => {
  const settings: Settings = { ...defaultSettings(), site: { ...defaultSettings().site, ...site } };
  const imagesOf = (yaml: string, body = '', filePath = 'news/_posts/2021-12-29-a.md') => {
    const { fields, extra } = readPost({ yaml, filePath, body }, settings);
    return localImages({ fields, extra, filePath, body }, settings);
  };

  it('are those of its body beside its URL, after the one that its front matter names', () => {
    expect(imagesOf('image: assets/cover.png\n', '![](a.png) ![](/assets/cover.png)')).toEqual({
      cover: 'assets/cover.png',
      paths: ['assets/cover.png', 'news/2021/12/29/a.png'],
    });
  });

  it.each([
    ['image: "{{ site.baseurl }}/c.png"', 'c.png'],
    ['image: {path: /c.png, width: 5}', 'c.png'],
    ['image: {url: /c.png}', 'c.png'],
    ['image: {src: c.png}', 'c.png'],
    ['image: [c.png]', null],
    ['image: https://elsewhere.example/c.png', null],
    ['title: A', null],
  ])('begin with the cover of %s', (yaml, expected) => {
    expect(imagesOf(yaml).cover).toBe(expected);
  });

  it('are those of HTML in a post that is no Markdown', () => {
    expect(imagesOf('', '![](/a.png)<img src="/b.png">', '_posts/2021-12-29-a.html').paths).toEqual([
      'b.png',
    ]);
  });
});
