import { shareLinks, type LinkSettings, type ShareInput } from '../../../core/links';
import { category, linkSettings, post } from './link-fixtures';

const CANONICAL = 'https://example.org/rain.html';

function input(settings: LinkSettings, changes: Partial<ShareInput> = {}): ShareInput {
  return {
    post: post(),
    capturedShareUrl: null,
    canonicalUrl: CANONICAL,
    categories: [],
    settings,
    ...changes,
  };
}

function urlOf(settings: LinkSettings, network: string, changes: Partial<ShareInput> = {}): string {
  return shareLinks(input(settings, changes), [network]).find((link) => link.network === network)?.url ?? '';
}

describe('shareLinks', () => {
  it('gives the target, then the enabled networks in their order', () => {
    const settings = linkSettings({ share: { networks: ['weibo', 'x', 'x', 'link', 'nosuch', 'pocket'] } });
    expect(shareLinks(input(settings))).toEqual([
      { network: 'link', label: 'Link', url: CANONICAL },
      { network: 'weibo', label: 'Weibo', url: expect.stringContaining(encodeURIComponent(CANONICAL)) },
      { network: 'x', label: 'X', url: expect.stringContaining(encodeURIComponent(CANONICAL)) },
    ]);
  });

  it('gives other networks on request', () => {
    const settings = linkSettings({ share: { networks: ['x'] } });
    expect(shareLinks(input(settings), ['vk', 'line']).map(({ network }) => network)).toEqual([
      'link',
      'vk',
      'line',
    ]);
  });

  it("has labels in the post's language, else the site's", () => {
    const settings = linkSettings({ site: { language: 'zh-CN' }, share: { networks: ['qzone'] } });
    expect(shareLinks(input(settings)).map(({ label }) => label)).toEqual(['链接', 'QQ空间']);
    expect(shareLinks(input(settings, { language: 'en' })).map(({ label }) => label)).toEqual([
      'Link',
      'Qzone',
    ]);
  });

  it('is empty without a share target, and not empty with one that needs no address of the site', () => {
    const settings = linkSettings({ site: { url: null }, share: { networks: ['x'] } });
    expect(shareLinks(input(settings, { canonicalUrl: null }))).toEqual([]);
    const own = { canonicalUrl: null, post: post({ shareUrl: 'https://own.example/' }) };
    expect(shareLinks(input(settings, own))).toHaveLength(2);
  });

  it('leaves Mastodon out without a server, and takes the server with or without a scheme', () => {
    expect(urlOf(linkSettings(), 'mastodon')).toBe('');
    for (const mastodonInstance of ['mastodon.example', 'https://mastodon.example/']) {
      expect(urlOf(linkSettings({ share: { mastodonInstance } }), 'mastodon')).toMatch(
        /^https:\/\/mastodon\.example\/share\?text=/,
      );
    }
    expect(urlOf(linkSettings({ share: { mastodonInstance: 'not a host' } }), 'mastodon')).toBe('');
  });

  it('shares a title alone where the post has none of the rest', () => {
    expect(urlOf(linkSettings({ site: { title: null } }), 'qq')).toBe(
      `https://connect.qq.com/widget/shareqq/index.html?url=${encodeURIComponent(CANONICAL)}&title=Rain%20at%20last`,
    );
    expect(urlOf(linkSettings(), 'whatsapp', { post: post({ title: '' }) })).toBe(
      `https://wa.me/?text=${encodeURIComponent(CANONICAL)}`,
    );
  });

  it('survives half a surrogate pair in a title', () => {
    expect(urlOf(linkSettings(), 'x', { post: post({ title: 'a\ud83c' }) })).toContain('text=a%EF%BF%BD');
  });
});

describe('the picture of a share link', () => {
  const media = (image: string, settings = linkSettings()): string | null =>
    new URL(urlOf(settings, 'pinterest', { post: post({ image }) })).searchParams.get('media');

  it('is absolute, or left out', () => {
    expect(media('https://img.example/a.png')).toBe('https://img.example/a.png');
    expect(media('/assets/图.png', linkSettings({ site: { baseurl: '/blog' } }))).toBe(
      'https://example.org/blog/assets/%E5%9B%BE.png',
    );
    expect(media('/a.png', linkSettings({ site: { url: null } }))).toBeNull();
    expect(media('data:image/png;base64,AAAA')).toBeNull();
    expect(media('//img.example/a.png')).toBeNull();
  });
});

describe('utm parameters', () => {
  const settings = linkSettings({
    share: {
      utm: { utm_source: '{network}', utm_campaign: '{post.slug} & 新', utm_term: '{category.slug}' },
    },
  });
  const shared = (target: string): string =>
    new URL(urlOf(settings, 'weibo', { post: post({ shareUrl: target }) })).searchParams.get('url') ?? '';

  it('are added to the URL given to a network, not to the link itself', () => {
    expect(shareLinks(input(settings), ['weibo'])[0]?.url).toBe(CANONICAL);
    const url = new URL(shared(CANONICAL));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      utm_source: 'weibo',
      utm_campaign: 'rain-at-last & 新',
    });
  });

  it('can name the first category', () => {
    const categories = [category('news')];
    expect(urlOf(settings, 'wechat', { categories })).toContain('&utm_term=news');
  });

  it('go before the fragment and after the query, and leave what is there alone', () => {
    const added = 'utm_campaign=rain-at-last%20%26%20%E6%96%B0';
    expect(shared('https://a.example/?b=1#c?d')).toContain('https://a.example/?b=1&utm_source=weibo&');
    expect(shared('https://a.example/?b=1#c?d')).toMatch(/#c\?d$/);
    expect(shared('https://a.example/?')).toContain('https://a.example/?utm_source=weibo&');
    expect(shared('https://a.example/?utm_source=own')).toContain(`?utm_source=own&${added}`);
  });

  it('are in the URL of the QR code too', () => {
    expect(urlOf(settings, 'wechat')).toContain(`${CANONICAL}?utm_source=wechat`);
  });
});
