import { expandLiquid, postReferences } from '../../../core/liquid';

const site = { url: 'https://paper.example', baseurl: '/blog' };
const postUrl = ({ tag, target }: { tag: string; target: string }): string | null =>
  target.includes('low-tide') ? `/${tag}/low-tide.html` : null;

const expand = (text: string, markdown = true) => expandLiquid(text, { site, markdown, postUrl });

describe('Liquid in a body', () => {
  it.each([
    ['{{ site.baseurl }}/a.png', '/blog/a.png'],
    ['{{site.url}}{{site.baseurl}}/a.png', 'https://paper.example/blog/a.png'],
    ["{{ '/a.png' | relative_url }}", '/blog/a.png'],
    ['{{ "a.png" | absolute_url }}', 'https://paper.example/blog/a.png'],
    ['{{ "/a.png" | prepend: site.baseurl | prepend: site.url }}', 'https://paper.example/blog/a.png'],
    ['{% link assets/a.png %}', '/blog/assets/a.png'],
    ['{% link _posts/2021-12-29-low-tide.md %}', '/blog/link/low-tide.html'],
    ['[a]({% post_url 2021-12-29-low-tide %})', '[a](/blog/post_url/low-tide.html)'],
    ['a {%- comment -%} hidden {{ x }} {%- endcomment -%} b', 'ab'],
    ['{% raw %}{{ shown }}{% endraw %}', '{{ shown }}'],
  ])('%s becomes %s', (text, expected) => {
    expect(expand(text)).toEqual({ text: expected, unresolved: [] });
  });

  it.each([
    '{{ page.image }}',
    "{{ '/a.png' | asset_path }}",
    '{{ constructor }}',
    '{% include figure.html src="/a.png" %}',
    '{% post_url 2021-12-30-none %}',
    '{% link _posts/2021-12-30-none.md %}',
    '{% link {{ page.path }} %}',
    '{% if a %}',
  ])('%s stays and is told of', (text) => {
    expect(expand(`é ${text} b`)).toEqual({
      text: `é ${text} b`,
      unresolved: [{ text, start: 2 }],
    });
  });

  it.each(['{{ open', '{% open', 'a {{% x', '100%} }}', '{% raw %} open', '{%%}', '{{', '{%'])(
    '%s is no Liquid',
    (text) => {
      expect(expand(text).text).toBe(text);
    },
  );

  it('becomes a block of code, whatever is in the code', () => {
    const text =
      '{% highlight ruby linenos %}\n<a> & ```\n\n{% raw %}{{ x }}{% endraw %}\n{% endhighlight %}';
    expect(expand(text).text).toBe('\n````ruby\n<a> & ```\n\n{{ x }}\n````\n');
    expect(expand(text, false).text).toBe(
      '<pre><code class="language-ruby">&lt;a&gt; &amp; ```\n\n{{ x }}\n</code></pre>',
    );
  });

  it('names posts, each once', () => {
    const text =
      '{% post_url 2021-12-29-a %} {% post_url 2021-12-29-a %} {% link news/_posts/2021-12-29-b.md %} {% link a.png %}{% raw %}{% post_url 2021-12-29-c %}{% endraw %}';
    expect(postReferences(text)).toEqual([
      { tag: 'post_url', target: '2021-12-29-a' },
      { tag: 'link', target: 'news/_posts/2021-12-29-b.md' },
    ]);
  });

  it.each(['{{', '{%', '{% raw %}', '{% highlight a %}', '{{ a', '{%-', '{% a }}'])(
    'is read in time that grows with the length: %s',
    (piece) => {
      const started = Date.now();
      expand(piece.repeat(200_000 / piece.length));
      expect(Date.now() - started).toBeLessThan(2000);
    },
  );
});
