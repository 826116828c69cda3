import { feedItem } from '../../../server/src/feeds/feed-item';
import type { FeedHtml } from '../../../server/src/feeds/feed-html';
import type { FeedPost, FeedText } from '../../../server/src/feeds/feed-posts';
import { testSettings, type SettingsOverrides } from '../settings';

const SITE = { url: 'https://paper.example', title: 'The Paper', timezone: 'Asia/Shanghai' };

function itemOf(
  post: Partial<FeedPost>,
  { excerpt = '<p>First words.</p>', ...text }: Partial<FeedText & FeedHtml> = {},
  overrides: SettingsOverrides = {},
) {
  return feedItem(
    {
      id: 1,
      title: 'Low tide',
      slug: 'low-tide',
      date: '2021-12-29T00:43:42.000Z',
      author: null,
      excerpt: null,
      image: null,
      extra: null,
      url: '/news/2021/12/29/low-tide.html',
      shareLinks: null,
      backLinks: null,
      frontMatter: null,
      updatedAt: '2022-01-01T00:00:00.000Z',
      ...post,
    },
    { id: 1, body: null, filePath: null, categories: [], tags: [], ...text },
    { content: '<p>First words.</p>', excerpt },
    testSettings({ ...overrides, site: { ...SITE, ...overrides.site } }),
  );
}

describe('a post in a feed', () => {
  it.each([
    ['/news/2021/12/29/low-tide.html', 'low-tide', '/news/2021/12/29/low-tide'],
    ['/news/2021/12/29/low-tide/', 'low-tide', '/news/2021/12/29/low-tide'],
    ['/own/place.html', 'low-tide', '/own/low-tide'],
    ['/place', 'low-tide', '/low-tide'],
    ['/2021/12/29/临沂.html', '临沂', '/2021/12/29/%E4%B8%B4%E6%B2%82'],
  ])('at %s with the slug %s has the id %s', (url, slug, id) => {
    expect(itemOf({ url, slug }).id).toBe(`https://paper.example${id}`);
  });

  it('has times in the zone of the site', () => {
    expect(itemOf({})).toMatchObject({
      published: '2021-12-29T08:43:42+08:00',
      updated: '2021-12-29T08:43:42+08:00',
    });
    const extra = { last_modified_at: '2022-01-02T00:00:00Z' };
    expect(itemOf({ extra }, {}, { site: { timezone: 'America/St_Johns' } })).toMatchObject({
      published: '2021-12-28T21:13:42-03:30',
      updated: '2022-01-01T20:30:00-03:30',
    });
  });

  it('has an excerpt without tags, that of the front matter first', () => {
    expect(itemOf({}).summary).toBe('First words.');
    expect(itemOf({}, { excerpt: '<p>A <b>b</b></p>\n<p>c &amp; d</p>' }).summary).toBe('A b c & d');
    expect(itemOf({ excerpt: ' From\n the <b>header</b><!-- no -->' }).summary).toBe('From the header');
    expect(itemOf({ excerpt: 'From', extra: { description: 'Described.' } }).summary).toBe('Described.');
    expect(itemOf({}, { excerpt: '' }).summary).toBeNull();
  });

  it.each([
    ['/assets/a b.png', '', 'https://paper.example/assets/a%20b.png'],
    ['assets/a.png', '/blog', 'https://paper.example/blog/assets/a.png'],
    ['/assets/a.png', '/blog', 'https://paper.example/blog/assets/a.png'],
    ['/blog/a.png', '/blog', 'https://paper.example/blog/a.png'],
    ['//cdn.example/a.png', '', 'https://cdn.example/a.png'],
    ['https://cdn.example/a.png', '', 'https://cdn.example/a.png'],
    ['https://', '', null],
  ])('has the image %s below %s at %s', (image, baseurl, address) => {
    expect(itemOf({ image }, {}, { site: { baseurl } }).image).toBe(address);
  });

  it('has its links only where the settings ask for them, as whole URLs', () => {
    const links = {
      shareLinks: [{ network: 'link', label: 'Link', url: 'https://paper.example/a' }],
      backLinks: [{ kind: 'home' as const, label: 'Home', url: '//paper.example/' }],
    };
    expect(itemOf(links)).toMatchObject({ shareLinks: [], backLinks: [] });
    const feeds = { ...testSettings().feeds, links: true };
    expect(itemOf(links, {}, { feeds })).toMatchObject({
      shareLinks: links.shareLinks,
      backLinks: [{ kind: 'home', label: 'Home', url: 'https://paper.example/' }],
    });
  });

  it('is by its author, else by the site', () => {
    expect(itemOf({ author: 'Ada' }).author).toBe('Ada');
    expect(itemOf({}).author).toBe('The Paper');
  });
});
