import fc from 'fast-check';
import {
  captureFooter,
  footerBackLinks,
  renderFooter,
  type CapturedFooter,
  type FooterInput,
  type FooterSettings,
  type FooterTerm,
} from '../../../core/links';
import type { CategoryNode } from '../../../core/post';
import type { FooterForm } from '../../../core/settings';
import { category, linkSettings, post } from './link-fixtures';

const WRITE: FooterForm = { template: '\n\n<{share}>\n\n{backLinks}', backLink: '[{label}]({url})' };
const OLD: FooterForm = {
  template: '\n\n<{share}>\n\n{backLinks}',
  separator: '\n',
  category: { label: '回到{name}', url: '../{+term}/' },
  home: { label: '首页', url: '../' },
};
const SHARE_ONLY: FooterForm = { template: '\n\n<{share}>' };

function footerSettings(...forms: FooterForm[]): FooterSettings {
  const [write = WRITE, ...read] = forms;
  return linkSettings({ footer: { write, read, onExport: 'keep' }, site: { language: 'zh-Hans' } });
}

function unknown(term: string): FooterTerm {
  return { term, name: null, slug: null };
}

function input(terms: FooterTerm[], changes: Partial<FooterInput> = {}): FooterInput {
  return { post: post(), url: '/a/rain-at-last.html', terms, locale: null, ...changes };
}

const HOME = '[返回首页](/)';
const SHARE = 'http://old.example/11060,rain-at-last.html';

interface Captured {
  body: string;
  footer: CapturedFooter | null;
}

function expectNothing(captured: Captured, body: string): void {
  expect(captured).toEqual({ body, footer: null });
}

describe('captureFooter', () => {
  const settings = footerSettings(WRITE, OLD, SHARE_ONLY);

  it('takes off the footer and tells its share URL and an unknown name', () => {
    const text = `\n\n<${SHARE}>\n\n[返回新闻](/category/news.html) | ${HOME}`;
    expect(captureFooter(`<p>A</p>${text}`, input([unknown('news')]), settings)).toEqual({
      body: '<p>A</p>',
      footer: { form: 0, text, shareUrl: SHARE, names: { news: '新闻' } },
    });
  });

  it('says which form it has', () => {
    const old = `\n\n<${SHARE}>\n\n[回到新闻](../news/)\n[首页](../)`;
    expect(captureFooter(`A${old}`, input([unknown('news')]), settings)).toEqual({
      body: 'A',
      footer: { form: 1, text: old, shareUrl: SHARE, names: { news: '新闻' } },
    });
    expect(captureFooter(`A\n\n<${SHARE}>`, input([]), settings).footer).toMatchObject({
      form: 2,
      names: {},
    });
  });

  it('reads names and terms that a regular expression would stumble over', () => {
    const text = `\n\n<${SHARE}>\n\n[回到[甲](乙)$&](../guoji(xianggang)/)\n[首页](../)`;
    const { footer } = captureFooter(`A${text}`, input([unknown('guoji(xianggang)')]), settings);
    expect(footer?.names).toEqual({ 'guoji(xianggang)': '[甲](乙)$&' });
  });

  it('tells apart several unknown categories, and does not ask for known ones', () => {
    const links = `[返回甲](/category/a.html) | [返回乙](/category/b.html) | [返回丙](/category/c-2.html) | ${HOME}`;
    const known: FooterTerm = { term: 'c', name: '丙', slug: 'c-2' };
    const { footer } = captureFooter(
      `A\n\n<>\n\n${links}`,
      input([unknown('a'), unknown('b'), known]),
      settings,
    );
    expect(footer?.names).toEqual({ a: '甲', b: '乙' });
  });

  it('takes a name that equals its term for no name', () => {
    const text = `A\n\n<>\n\n[返回news](/category/news.html) | ${HOME}`;
    expect(
      captureFooter(text, input([{ term: 'news', name: 'news', slug: 'news' }]), settings).footer?.names,
    ).toEqual({});
  });

  it('reads a name that stands in a URL too', () => {
    const form: FooterForm = { ...WRITE, category: { label: '{name}', url: '/c/{name}/' } };
    const text = `\n\n<>\n\n[新 闻](/c/%E6%96%B0%20%E9%97%BB/) | ${HOME}`;
    expect(captureFooter(text, input([unknown('n')]), footerSettings(form)).footer?.names).toEqual({
      n: '新 闻',
    });
    const wrong = `\n\n<>\n\n[新 闻](/c/%E6%97%A7/) | ${HOME}`;
    expectNothing(captureFooter(wrong, input([unknown('n')]), footerSettings(form)), wrong);
  });

  it('takes an empty share URL as it is', () => {
    expect(captureFooter('A\n\n<>', input([]), settings).footer?.shareUrl).toBe('');
  });

  it('takes the share URL that the post would get, though the slug is not in it', () => {
    const own = post({ shareUrl: 'https://video.example/abc' });
    const body = 'A\n\n<https://video.example/abc>';
    expect(captureFooter(body, input([], { post: own }), settings).footer?.shareUrl).toBe(
      'https://video.example/abc',
    );
    expectNothing(captureFooter(body, input([]), settings), body);
  });

  it('takes any share URL with a slug in it, encoded or not, but none where the slug is empty', () => {
    for (const url of ['https://x.example/新闻', `https://x.example/${encodeURIComponent('新闻')}`]) {
      const chinese = input([], { post: post({ slug: '新闻' }) });
      expect(captureFooter(`A\n\n<${url}>`, chinese, settings).footer?.shareUrl).toBe(url);
    }
    const body = 'A\n\n<https://x.example/>';
    expectNothing(captureFooter(body, input([], { post: post({ slug: '' }) }), settings), body);
  });

  it.each([
    [
      'a share URL of something else',
      `A\n\n<https://x.example/>\n\n[返回新闻](/category/news.html) | ${HOME}`,
    ],
    ['a category that the post does not have', `A\n\n<>\n\n[返回体育](/category/sport.html) | ${HOME}`],
    ['another separator', `A\n\n<>\n\n[返回新闻](/category/news.html) ｜ ${HOME}`],
    ['text behind it', `A\n\n<>\n\n[返回新闻](/category/news.html) | ${HOME}.`],
    ['no blank line before it', `A\n<>\n\n[返回新闻](/category/news.html) | ${HOME}`],
    ['a name over two lines', `A\n\n<>\n\n[返回新\n闻](/category/news.html) | ${HOME}`],
    ['no name at all', `A\n\n<>\n\n[返回](/category/news.html) | ${HOME}`],
  ])('leaves a block with %s in the body', (_, body) => {
    expectNothing(captureFooter(body, input([unknown('news')]), footerSettings(WRITE)), body);
  });

  it('leaves a block with another name than the known one in the body', () => {
    const body = `A\n\n<>\n\n[返回旧闻](/category/news.html) | ${HOME}`;
    expectNothing(captureFooter(body, input([{ term: 'news', name: '新闻', slug: 'news' }]), settings), body);
  });

  it('keeps what follows the footer in its text, and reads line ends of all kinds', () => {
    for (const end of ['\n', '\r\n', '\n\n \t\n', '']) {
      const text = `\r\n\r\n<${SHARE}>\r\n\r\n[返回新闻](/category/news.html) | ${HOME}${end}`;
      const captured = captureFooter(`A\r\nB${text}`, input([unknown('news')]), settings);
      expect(captured).toMatchObject({
        body: 'A\r\nB',
        footer: { text, shareUrl: SHARE, names: { news: '新闻' } },
      });
    }
  });

  it('finds a footer that is all of the body, its blank lines being part of the header', () => {
    for (const lead of ['', '\n', '\n\n', '\r\n']) {
      const text = `${lead}<${SHARE}>`;
      expect(captureFooter(text, input([]), settings)).toMatchObject({ body: '', footer: { text } });
    }
    expect(captureFooter(`A\n\n\n\n<${SHARE}>`, input([]), settings).body).toBe('A\n\n');
  });

  it('takes the last of two footers only', () => {
    const text = `\n\n<${SHARE}>`;
    expect(captureFooter(`A${text}${text}`, input([]), settings).body).toBe(`A${text}`);
  });

  it('follows parents and own labels of known categories', () => {
    const parent: FooterTerm = { term: 'world', name: '世界', slug: 'w', parent: null };
    const child: FooterTerm = { term: 'asia', name: '亚洲', slug: 'asia', parent, backLinkLabel: '去{name}' };
    parent.parent = child;
    const text = `\n\n<>\n\n[返回世界](/category/w.html) | [去亚洲](/category/asia.html) | ${HOME}`;
    expect(captureFooter(`A${text}`, input([child]), settings).footer?.text).toBe(text);
  });

  it("writes the labels of the post's locale", () => {
    const text = '\n\n<>\n\n[Back to News](/category/news.html) | [Back to the home page](/)';
    const { footer } = captureFooter(text, input([unknown('news')], { locale: 'en-GB' }), settings);
    expect(footer?.names).toEqual({ news: 'News' });
  });

  it('has no share URL to tell where the form has none', () => {
    const { footer } = captureFooter(
      `A\n${HOME}\n`,
      input([]),
      footerSettings({ template: '\n{backLinks}\n' }),
    );
    expect(footer).toEqual({ form: 0, text: `\n${HOME}\n`, shareUrl: null, names: {} });
  });

  it('reads forms that begin or end with the share URL, or have it twice', () => {
    const first = footerSettings({ template: '{share} - {backLinks}' });
    expect(captureFooter(`A ${SHARE} - ${HOME}`, input([]), first)).toMatchObject({ body: 'A ' });
    const last = footerSettings({ template: '\nShare: {share}' });
    expect(captureFooter(`A\nShare: ${SHARE}\n`, input([]), last)).toMatchObject({ body: 'A' });
    expect(captureFooter('A\nShare: ', input([]), last)).toMatchObject({ body: 'A' });
    const twice = footerSettings({ template: '\n[{share}]({share})' });
    expect(captureFooter(`A\n[${SHARE}](${SHARE})`, input([]), twice)).toMatchObject({ body: 'A' });
    const differing = `A\n[${SHARE}](${SHARE}x)`;
    expectNothing(captureFooter(differing, input([]), twice), differing);
  });

  it('does nothing without forms, and with forms that write nothing', () => {
    expectNothing(captureFooter('A\n\n<>', input([]), linkSettings()), 'A\n\n<>');
    expectNothing(
      captureFooter('A\n\n', input([]), footerSettings({ template: '' }, { template: '\n' })),
      'A\n\n',
    );
  });

  it('finds nothing in long bodies, among many categories and in text made to mislead', () => {
    const many = Array.from({ length: 400 }, (_, index) => unknown(`term${index}`));
    const misleading = `${'[返回'.repeat(50_000)}](/category/term399.html) | ${HOME}`;
    const huge = Array.from({ length: 5_000 }, (_, index) => unknown(`term${index}`));
    const angles = footerSettings({ template: '<{share}<{backLinks}' });
    const found = [
      captureFooter(misleading, input(many), settings),
      captureFooter('<'.repeat(1_000_000), input([unknown('a')]), angles),
      captureFooter(' '.repeat(1_000_000), input(many), settings),
      captureFooter('A\n\n<>', input(huge), settings),
    ];
    expect(found.map(({ footer }) => footer)).toEqual([null, null, null, null]);
  });
});

describe('the law of footers', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/[\r\n]/.test(text));
  const slug = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const term = fc.record({ term: slug, name: word, known: fc.boolean() });
  const body = fc.string({ unit: 'grapheme' }).filter((text) => !text.endsWith('\r'));

  it('is that a body with a rendered footer gives back the body, the share URL and the names', () => {
    fc.assert(
      fc.property(
        body,
        fc.uniqueArray(term, { selector: (entry) => entry.term, maxLength: 4 }),
        fc.constantFrom(WRITE, OLD, SHARE_ONLY),
        fc.webPath(),
        fc.constantFrom('', '\n', '\r\n', '\n\n'),
        (text, terms, form, path, end) => {
          const settings = footerSettings(form);
          const shareUrl = `https://s.example${path}/rain-at-last`;
          const categories: CategoryNode[] = terms.map((entry) => category(entry.term, { name: entry.name }));
          const links = footerBackLinks(form, categories, settings, 'zh-Hans');
          const footer = renderFooter(form, { shareUrl, backLinks: links }, settings) + end;
          const asked = terms.map((entry) => ({
            term: entry.term,
            name: entry.known ? entry.name : null,
            slug: entry.known ? entry.term : null,
          }));
          const captured = captureFooter(text + footer, input(asked), settings);
          expect(captured.body).toBe(text);
          expect(captured.footer).toMatchObject({ text: footer, shareUrl });
          for (const [found, name] of Object.entries(captured.footer?.names ?? {})) {
            expect(terms.find((entry) => entry.term === found)?.name).toBe(name);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is that body and footer together are always what was given', () => {
    const piece = fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '<',
      '>',
      '<>',
      'rain-at-last',
      '[返回',
      '](/category/a.html) | ',
      HOME,
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const captured = captureFooter(text, input([unknown('a')]), footerSettings(WRITE, SHARE_ONLY));
        expect(captured.body + (captured.footer?.text ?? '')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
