import { feedId, feedUrl, sitemapUrl } from '../../../server/src/feeds/feed-address';
import { testSettings } from '../settings';

const site = { url: 'https://paper.example', baseurl: '/blog' };
const atSite = testSettings({ site });
const elsewhere = testSettings({
  site,
  feeds: { ...atSite.feeds, url: 'https://cms.example/api/press/' },
});
const category = { slug: 'linyi-ri-bao', term: 'linyiribao' };

describe('the addresses of feeds', () => {
  it.each([
    [{ format: 'atom', category: null, locale: null }, '/feed.xml', '/feed.xml'],
    [{ format: 'json', category: null, locale: null }, '/feed.json', '/feed.json'],
    [{ format: 'atom', category, locale: null }, '/feed/linyiribao.xml', '/feed.xml?category=linyi-ri-bao'],
    [
      { format: 'json', category, locale: null },
      '/feed.json?category=linyi-ri-bao',
      '/feed.json?category=linyi-ri-bao',
    ],
    [{ format: 'atom', category: null, locale: 'de' }, '/feed.xml?locale=de', '/feed.xml?locale=de'],
  ] as const)('%j: the id stays that of the site', (place, id, path) => {
    expect(feedId(place, atSite)).toBe(`https://paper.example/blog${id}`);
    expect(feedUrl(place, atSite)).toBe(`https://paper.example/blog${id}`);
    expect(feedId(place, elsewhere)).toBe(`https://paper.example/blog${id}`);
    expect(feedUrl(place, elsewhere)).toBe(`https://cms.example/api/press${path}`);
  });

  it('are those of the parts of the sitemap too', () => {
    expect(sitemapUrl(2, null, atSite)).toBe('https://paper.example/blog/sitemap-2.xml');
    expect(sitemapUrl(2, 'de', elsewhere)).toBe('https://cms.example/api/press/sitemap-2.xml?locale=de');
  });
});
