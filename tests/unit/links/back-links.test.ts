import { backLinks, postLinks } from '../../../core/links';
import { category, linkSettings, post } from './link-fixtures';

const HOME = { kind: 'home', label: 'Back to the home page', url: '/' };

describe('backLinks', () => {
  it('lead to each category and home', () => {
    expect(backLinks([category('news'), category('sport')], linkSettings(), null)).toEqual([
      {
        kind: 'category',
        label: 'Back to The news',
        url: '/category/news.html',
        category: 'document-of-news',
      },
      {
        kind: 'category',
        label: 'Back to The sport',
        url: '/category/sport.html',
        category: 'document-of-sport',
      },
      HOME,
    ]);
  });

  it('have the ancestors of a category before it, outermost first, each once', () => {
    const world = category('world', { parent: category('root') });
    const links = backLinks(
      [category('asia', { parent: world }), category('europe', { parent: world })],
      linkSettings(),
      null,
    );
    expect(links.map(({ kind, category: id }) => [kind, id])).toEqual([
      ['parent', 'document-of-root'],
      ['parent', 'document-of-world'],
      ['category', 'document-of-asia'],
      ['category', 'document-of-europe'],
      ['home', undefined],
    ]);
  });

  it("call a category of the post's own by its kind, also where it stands as a parent", () => {
    const world = category('world');
    const links = backLinks([category('asia', { parent: world }), world], linkSettings(), null);
    expect(links.map(({ kind }) => kind)).toEqual(['category', 'category', 'home']);
  });

  it('survive parents that go in a circle', () => {
    const a = category('a');
    a.parent = category('b', { parent: a });
    expect(backLinks([a], linkSettings(), null).map(({ label }) => label)).toEqual([
      'Back to The b',
      'Back to The a',
      'Back to the home page',
    ]);
  });

  it('have labels in the language, and a category may have its own', () => {
    const own = category('news', { name: '新闻', backLinkLabel: '回到{name}（{term}）' });
    expect(
      backLinks([category('a', { name: '甲' }), own], linkSettings(), 'zh-CN').map(({ label }) => label),
    ).toEqual(['返回甲', '回到新闻（news）', '返回首页']);
  });

  it('encode what a URL cannot hold, and name a nameless category by its term', () => {
    const [link] = backLinks([category('甲 b', { name: '', slug: '甲 b' })], linkSettings(), null);
    expect(link).toMatchObject({ label: 'Back to 甲 b', url: '/category/%E7%94%B2%20b.html' });
  });

  it('can have the address and language of the site in their URLs', () => {
    const settings = linkSettings({
      backLinks: { home: { label: 'Home', url: '{+site.url}{+site.baseurl}/{language}/' } },
      site: { baseurl: '/blog' },
    });
    expect(backLinks([], settings, 'zh-Hans')).toEqual([
      { kind: 'home', label: 'Home', url: 'https://example.org/blog/zh-Hans/' },
    ]);
  });
});

describe('postLinks', () => {
  it('are the share links and back links of a post', () => {
    const settings = linkSettings({ site: { language: 'zh-CN' }, share: { networks: ['wechat'] } });
    const input = { post: post(), capturedShareUrl: null, categories: [], locale: null };
    expect(postLinks({ ...input, url: '/新/a.html' }, settings)).toEqual({
      shareLinks: [
        { network: 'link', label: '链接', url: 'https://example.org/%E6%96%B0/a.html' },
        { network: 'wechat', label: '微信', url: 'https://example.org/%E6%96%B0/a.html' },
      ],
      backLinks: [{ kind: 'home', label: '返回首页', url: '/' }],
    });
    expect(postLinks({ ...input, url: null, locale: 'en' }, settings)).toEqual({
      shareLinks: [],
      backLinks: [HOME],
    });
  });
});
