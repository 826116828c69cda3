import fc from 'fast-check';
import { DEAD_NETWORKS, SHARE_NETWORKS, shareLinks, type ShareNetwork } from '../../../core/links';
import type { ShareLink } from '../../../core/post';
import { linkSettings, post } from './link-fixtures';

const TITLE = '“仲裁” 100% & more? #1 \'a\' "b" 🎉 <c> + d=e; f';
const TARGET = 'https://example.org/新闻/a?b=1&c=%20d+e#f';
const IMAGE = 'https://img.example/a b.png';
const ALL = SHARE_NETWORKS.map(({ id }) => id);
const NETWORKS: ShareNetwork[] = [...SHARE_NETWORKS];

function linksOf(title: string, target: string, networks: string[] = ALL): ShareLink[] {
  return shareLinks(
    {
      post: post({ title, shareUrl: target, excerpt: '摘要 & more', image: IMAGE }),
      capturedShareUrl: null,
      canonicalUrl: null,
      categories: [],
      settings: linkSettings({
        share: { mastodonInstance: 'mastodon.example' },
        site: { title: '金融 & co' },
      }),
    },
    networks,
  ).slice(1);
}

function parametersOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

describe('the table of networks', () => {
  it('has every id once, with labels, and no dead network', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    for (const { id, label } of NETWORKS) {
      expect(id).toMatch(/^[a-z]+$/);
      expect(label.en).not.toBe('');
      expect(label['zh-Hans']).not.toBe('');
      expect(Object.keys(DEAD_NETWORKS)).not.toContain(id);
    }
  });

  it('leads to https everywhere but for mail', () => {
    const endpoints = NETWORKS.filter(({ id }) => id !== 'email' && id !== 'wechat').map(
      ({ endpoint }) => endpoint,
    );
    for (const endpoint of endpoints) expect(endpoint).toMatch(/^https:\/\/[^?#]+$/);
  });
});

describe('a share link', () => {
  const links = new Map(linksOf(TITLE, TARGET).map((link) => [link.network, link.url]));
  const url = (network: string): string => links.get(network) ?? '';
  const both = `${TITLE}\n${TARGET}`;

  it.each([
    ['x', 'https://x.com/intent/post', { url: TARGET, text: TITLE }],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: TARGET }],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/', { url: TARGET }],
    ['whatsapp', 'https://wa.me/', { text: both }],
    ['telegram', 'https://t.me/share/url', { url: TARGET, text: TITLE }],
    ['reddit', 'https://www.reddit.com/submit', { url: TARGET, title: TITLE }],
    ['hackernews', 'https://news.ycombinator.com/submitlink', { u: TARGET, t: TITLE }],
    ['mastodon', 'https://mastodon.example/share', { text: both }],
    ['bluesky', 'https://bsky.app/intent/compose', { text: both }],
    ['threads', 'https://www.threads.com/intent/post', { url: TARGET, text: TITLE }],
    [
      'pinterest',
      'https://www.pinterest.com/pin/create/button/',
      { url: TARGET, media: IMAGE.replace(' ', '%20'), description: TITLE },
    ],
    ['email', 'mailto:', { subject: TITLE, body: `${TITLE}\r\n${TARGET}` }],
    [
      'weibo',
      'https://service.weibo.com/share/share.php',
      { url: TARGET, title: TITLE, pic: IMAGE.replace(' ', '%20') },
    ],
    [
      'qq',
      'https://connect.qq.com/widget/shareqq/index.html',
      {
        url: TARGET,
        title: TITLE,
        source: '金融 & co',
        desc: '摘要 & more',
        pics: IMAGE.replace(' ', '%20'),
      },
    ],
    [
      'qzone',
      'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey',
      {
        url: TARGET,
        title: TITLE,
        site: '金融 & co',
        summary: '摘要 & more',
        pics: IMAGE.replace(' ', '%20'),
      },
    ],
    [
      'douban',
      'https://www.douban.com/share/service',
      { href: TARGET, name: TITLE, text: '摘要 & more', image: IMAGE.replace(' ', '%20') },
    ],
    ['line', 'https://social-plugins.line.me/lineit/share', { url: TARGET, text: TITLE }],
    ['naver', 'https://share.naver.com/web/shareView', { url: TARGET, title: TITLE }],
    ['vk', 'https://vk.com/share.php', { url: TARGET, title: TITLE, image: IMAGE.replace(' ', '%20') }],
    [
      'tumblr',
      'https://www.tumblr.com/widgets/share/tool',
      { canonicalUrl: TARGET, title: TITLE, caption: '摘要 & more', posttype: 'link' },
    ],
    ['teams', 'https://teams.microsoft.com/share', { href: TARGET, msgText: TITLE }],
    ['xing', 'https://www.xing.com/spi/shares/new', { url: TARGET }],
    ['flipboard', 'https://share.flipboard.com/bookmarklet/popout', { v: '2', url: TARGET, title: TITLE }],
    ['hatena', 'https://b.hatena.ne.jp/add', { mode: 'confirm', url: TARGET, title: TITLE }],
    [
      'instapaper',
      'https://www.instapaper.com/hello2',
      { url: TARGET, title: TITLE, description: '摘要 & more' },
    ],
    ['raindrop', 'https://app.raindrop.io/add', { link: TARGET, title: TITLE }],
    ['lobsters', 'https://lobste.rs/stories/new', { url: TARGET, title: TITLE }],
  ])('to %s parses back to what was put in', (network, endpoint, parameters) => {
    expect(url(network).split('?')[0]).toBe(endpoint);
    expect(parametersOf(url(network))).toEqual(parameters);
  });

  it('for WeChat is the URL to show as a QR code', () => {
    expect(url('wechat')).toBe(TARGET);
  });

  it('is made for every network of the table', () => {
    expect([...links.keys()]).toEqual(ALL);
  });

  it('never has a plus sign for a space, and mail breaks lines with CRLF', () => {
    for (const [network, link] of links) if (network !== 'wechat') expect(link).not.toContain('+');
    expect(url('email')).toContain('%0D%0A');
  });

  it('parses back to any title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.webUrl({ withQueryParameters: true }),
        (title, target) => {
          for (const { network, url: link } of linksOf(title, target, ['x', 'reddit', 'email', 'weibo'])) {
            const parameters = Object.values(parametersOf(link));
            expect(parameters.slice(0, 2)).toEqual(
              network === 'email' ? [title, `${title}\r\n${target}`] : [target, title],
            );
          }
        },
      ),
    );
  });
});

describe('text for Bluesky', () => {
  const textOf = (title: string, target = 'https://example.org/a'): string =>
    new URL(linksOf(title, target, ['bluesky'])[0]?.url ?? '').searchParams.get('text') ?? '';
  const count = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

  it('has at most 300 characters as people count them, and the whole URL', () => {
    const text = textOf('👩‍👩‍👧‍👦'.repeat(400));
    expect(count(text)).toBe(300);
    expect(text).toMatch(/^(?:👩‍👩‍👧‍👦)+…\nhttps:\/\/example\.org\/a$/u);
  });

  it('is not shortened while it fits', () => {
    const title = 'é'.repeat(300 - 'https://example.org/a'.length - 1);
    expect(textOf(title)).toBe(`${title}\nhttps://example.org/a`);
  });

  it('is the URL alone where that takes all the room', () => {
    const long = `https://example.org/${'a'.repeat(300)}`;
    expect(textOf('A title', long)).toBe(long);
  });
});
