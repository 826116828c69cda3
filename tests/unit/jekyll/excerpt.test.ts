import { excerptOf } from '../../../core/jekyll/excerpt';

describe('excerptOf', () => {
  it.each([
    ['One.\n\nTwo.\n', 'One.'],
    ['One.\nTwo.\n', 'One.\nTwo.\n'],
    ['One.\n\n', 'One.'],
    ['One.\r\n\r\nTwo.', 'One.\r\n\r\nTwo.'],
    ['One.\n \nTwo.', 'One.\n \nTwo.'],
  ])('cuts %j to %j', (body, excerpt) => {
    expect(excerptOf(body, '\n\n')).toBe(excerpt);
  });

  it('cuts at the separator of the site', () => {
    expect(excerptOf('One.\n\nTwo.<!--more-->Three.', '<!--more-->')).toBe('One.\n\nTwo.');
  });

  it('takes the link definitions along that it uses', () => {
    const body =
      'See [the paper].\n\nMore [here].\n\n[the paper]: http://example.org/a\n[here]: http://example.org/b\n';
    expect(excerptOf(body, '\n\n')).toBe('See [the paper].\n\n[the paper]: http://example.org/a');
  });

  it('closes Liquid blocks that it cuts in two, innermost first', () => {
    expect(excerptOf('{% if a %}{% for b in c %}x\n\ny{% endfor %}{% endif %}', '\n\n')).toBe(
      '{% if a %}{% for b in c %}x\n{% endfor %}\n{% endif %}',
    );
  });

  it('leaves tags without end as they are', () => {
    expect(excerptOf('{% include a.html %}\n\ny', '\n\n')).toBe('{% include a.html %}');
  });
});
