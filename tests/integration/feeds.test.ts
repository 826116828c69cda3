import request from 'supertest';
import { newsLanguage } from '../../server/src/feeds/news-sitemap';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { setPublicActions } from './public-access';
import { deleteRows, insertPublishedRows } from './published-rows';
import { JSON_FEED } from '../schemas/json-feed';
import { schemaProblems } from '../schemas/schema-problems';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const PRESS = {
  site: { url: 'https://paper.example', title: 'The Paper', timezone: 'Asia/Shanghai' },
};

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({ press: PRESS, locales: ['zh-Hans'] });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, ['plugin::press.feed.find']);
});

const documents = () => documentsOf(instance.strapi, POST_UID);

const get = (path: string, headers: Record<string, string> = {}) =>
  request(instance.server).get(`/api/press/${path}`).set(headers).buffer(true);

async function publish(frontMatter: string, more: Record<string, unknown> = {}, locale = 'en') {
  return documents().create({
    locale,
    status: 'published',
    data: { frontMatter, body: 'First words.\n\nMore.\n', ...more },
  });
}

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const idsOf = (text: string): string[] => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
const locsOf = (text: string): string[] => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc);

/** One post of each kind that readers must not see, and one that they may. */
async function postsOfAllKinds(): Promise<void> {
  await publish('title: Shown\ndate: 2022-01-01\ncategories: news\ntags: ferry\n');
  await documents().create({ locale: 'en', data: { frontMatter: 'title: Draft\ndate: 2022-01-02\n' } });
  const gone = await publish('title: Unpublished\ndate: 2022-01-03\ncategories: news\n');
  await documents().unpublish({ documentId: gone.documentId, locale: 'en' });
  await publish(`title: Ahead\ndate: ${dayFrom(2)}\ncategories: news\n`);
  await publish('title: Elsewhere\ndate: 2022-01-04\ncategories: news\n', {}, 'zh-Hans');
}

describe('the feeds', () => {
  it('need the permission to find feeds', async () => {
    await setPublicActions(instance.strapi, ['plugin::press.post.find']);
    for (const path of [
      'feed.xml',
      'feed.json',
      'feeds/category/news.xml',
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-news.xml',
    ])
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 403 });
  });

  it('have the ids and links of jekyll-feed', async () => {
    await publish(
      'title: Low & high\ndate: 2021-12-29 08:43:42 +0800\ncategories: [news, town]\ntags: ferry\n',
      {
        slug: 'low-tide',
      },
    );
    const { status, text, headers } = await get('feed.xml');
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/atom+xml; charset=utf-8',
    });
    expect(idsOf(text)).toEqual([
      'https://paper.example/feed.xml',
      'https://paper.example/news/town/2021/12/29/low-tide',
    ]);
    for (const part of [
      '<link href="https://paper.example/feed.xml" rel="self" type="application/atom+xml"/>',
      '<link href="https://paper.example/news/town/2021/12/29/low-tide.html" rel="alternate" type="text/html" title="Low &amp; high"/>',
      '<published>2021-12-29T08:43:42+08:00</published>',
      '<category term="news"/>\n<category term="town"/>\n<category term="ferry"/>',
      '<summary>First words.</summary>',
    ])
      expect(text).toContain(part);
  });

  it('follow their formats, empty and with posts, of the site and of a category', async () => {
    const check = async (): Promise<void> => {
      for (const path of ['feed.xml', 'feed.xml?locale=zh-Hans'])
        expect(schemaProblems((await get(path)).text, 'atom.rng')).toBe('');
      for (const path of ['sitemap.xml', 'sitemap-1.xml'])
        expect(schemaProblems((await get(path)).text, 'sitemap-with-alternates.xsd')).toBe('');
      const json: unknown = JSON.parse((await get('feed.json')).text);
      expect(JSON_FEED.safeParse(json).error?.issues).toBeUndefined();
    };
    await check();
    await postsOfAllKinds();
    await publish(
      'title: "<script>alert(1)</script> ]]> &"\ndate: 2022-01-01\ntags: "<b>"\nimage: /a b.png\n',
      {
        body: '<img src=x onerror=alert(1)>Words & <more',
      },
    );
    await check();
    expect(schemaProblems((await get('feeds/category/news.xml')).text, 'atom.rng')).toBe('');
  });

  it('show published posts of the locale alone, the newest first', async () => {
    await postsOfAllKinds();
    await publish('title: Newer\ndate: 2022-02-01\n');
    const json = await get('feed.json');
    expect(json.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const titles = (text: string): string[] =>
      (JSON.parse(text) as { items: { title: string }[] }).items.map(({ title }) => title);
    expect(titles(json.text)).toEqual(['Newer', 'Shown']);
    expect(titles((await get('feed.json?limit=1')).text)).toEqual(['Newer']);
    expect(titles((await get('feed.json?locale=zh-Hans')).text)).toEqual(['Elsewhere']);
    expect(titles((await get('feed.json?category=news')).text)).toEqual(['Shown']);
    const byPath = await get('feeds/category/news.xml');
    expect(idsOf(byPath.text)[0]).toBe('https://paper.example/feed/news.xml');
    expect(byPath.text).toContain('<title>The Paper | news</title>');
    expect(idsOf(byPath.text)).toHaveLength(2);
  });

  it.each([
    ['feed.xml?limit=0', 400],
    ['feed.xml?limit=101', 400],
    ['feed.xml?status=draft', 400],
    ['feed.xml?locale=fr', 400],
    ['feed.json?filters[title]=x', 400],
    ['feeds/category/nowhere.xml', 404],
    ['feeds/category/news.xml?category=town', 400],
    ['sitemap.xml?limit=1', 400],
    ['sitemap-9.xml', 404],
    ['sitemap-x.xml', 404],
  ])('answer %s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('a client that has the feed', () => {
  async function tagOf(path: string): Promise<string> {
    const { headers } = await get(path);
    expect(headers['cache-control']).toBe('public, max-age=300');
    return headers.etag;
  }

  const statusWith = async (path: string, etag: string): Promise<number> =>
    (await get(path, { 'If-None-Match': etag })).status;

  it.each(['feed.xml', 'feed.json', 'feeds/category/news.xml', 'sitemap.xml', 'sitemap-1.xml'])(
    'gets %s again only after a change that it shows',
    async (path) => {
      const post = await publish('title: One\ndate: 2022-01-01\ncategories: news\n');
      const other = await publish('title: Two\ndate: 2022-01-02\ncategories: news\n');
      const { documentId } = post;
      let etag = await tagOf(path);
      const unchanged = await get(path, { 'If-None-Match': `"other", ${etag}` });
      expect({ status: unchanged.status, text: unchanged.text }).toEqual({ status: 304, text: '' });
      await documents().create({ locale: 'en', data: { title: 'A draft' } });
      expect(await statusWith(path, etag)).toBe(304);
      const changes = [
        async () =>
          documents().update({ documentId, locale: 'en', data: { body: 'Else.\n' }, status: 'published' }),
        async () => documents().unpublish({ documentId: other.documentId, locale: 'en' }),
        async () => documents().publish({ documentId: other.documentId, locale: 'en' }),
        async () => documents().delete({ documentId, locale: 'en' }),
      ];
      for (const change of changes) {
        await change();
        expect(await statusWith(path, etag)).toBe(200);
        etag = await tagOf(path);
        expect(await statusWith(path, etag)).toBe(304);
      }
    },
  );

  it('learns that a category has another term, though no post was saved', async () => {
    await publish('title: One\ndate: 2022-01-01\ncategories: news\n');
    const tags = await Promise.all(['feed.xml', 'sitemap.xml'].map(tagOf));
    const category = await documentsOf(instance.strapi, CATEGORY_UID).findFirst({ locale: 'en' });
    await documentsOf(instance.strapi, CATEGORY_UID).update({
      documentId: category?.documentId ?? '',
      locale: 'en',
      data: { term: 'dawn' },
    });
    expect(await statusWith('feed.xml', tags[0])).toBe(200);
    expect(await statusWith('sitemap.xml', tags[1])).toBe(200);
    expect((await get('feed.xml')).text).toContain('<category term="dawn"/>');
    expect(locsOf((await get('sitemap.xml')).text)).toContain(
      'https://paper.example/dawn/2022/01/01/one.html',
    );
  });

  it('learns that a dated post fell due', async () => {
    const due = new Date(Date.now() + 1500);
    await publish(`title: Soon\ndate: ${due.toISOString()}\n`);
    const paths = ['feed.xml', 'sitemap.xml'];
    const tags = await Promise.all(paths.map(tagOf));
    for (const path of paths) expect((await get(path)).text).not.toContain('soon');
    await new Promise((resolve) => setTimeout(resolve, due.getTime() + 100 - Date.now()));
    for (const [index, path] of paths.entries()) {
      expect(await statusWith(path, tags[index])).toBe(200);
      expect((await get(path)).text).toContain('soon');
    }
  });

  it('may ask by date, and learns of the deletion of the newest post', async () => {
    await publish('title: One\ndate: 2022-01-01\n');
    const newest = await publish(`title: Two\ndate: 2022-01-02\n`);
    await instance.strapi.db
      .query(POST_UID)
      .updateMany({ where: { title: 'One' }, data: { updatedAt: new Date('2022-01-05T00:00:00Z') } });
    const { headers } = await get('feed.xml');
    const since = { 'If-Modified-Since': headers['last-modified'] };
    expect((await get('feed.xml', since)).status).toBe(304);
    expect((await get('feed.xml', { ...since, 'If-None-Match': '"other"' })).status).toBe(200);
    await documents().delete({ documentId: newest.documentId, locale: 'en' });
    expect((await get('feed.xml', since)).status).toBe(200);
  });
});

describe('the news sitemap', () => {
  it('has the posts of the last two days, the newest first', async () => {
    await postsOfAllKinds();
    const today = new Date(Date.now() - 60_000).toISOString();
    await publish(`title: "Low & high"\ndate: ${today}\n`);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    await publish(`title: Yesterday\ndate: ${yesterday}\n`);
    await publish(`title: Two days and more\ndate: ${dayFrom(-3)}\n`);
    await publish(`title: 退潮\ndate: ${new Date(Date.now() - 3_600_000).toISOString()}\n`, {}, 'zh-Hans');
    const { text, headers } = await get('sitemap-news.xml');
    expect(schemaProblems(text, 'news-sitemap.xsd')).toBe('');
    const titles = (xml: string) =>
      [...xml.matchAll(/<news:title>(.*?)<\/news:title>/g)].map(([, title]) => title);
    expect(titles(text)).toEqual(['Low &amp; high', '退潮', 'Yesterday']);
    expect(text).toContain('<news:name>The Paper</news:name><news:language>zh-cn</news:language>');
    expect(titles((await get('sitemap-news.xml?locale=zh-Hans')).text)).toEqual(['退潮']);
    expect((await get('sitemap-news.xml', { 'If-None-Match': headers.etag })).status).toBe(304);
  });

  it.each([
    ['en', 'en'],
    ['de-AT', 'de'],
    ['zh', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh-Hant-HK', 'zh-tw'],
    ['zh_TW', 'zh-tw'],
  ])('names %s as %s', (locale, language) => {
    expect(newsLanguage(locale)).toBe(language);
  });
});

describe('the sitemap', () => {
  it('lists the home page and all published posts with their other languages', async () => {
    await postsOfAllKinds();
    const post = await publish('title: Both\ndate: 2022-03-01\n');
    await documents().update({
      documentId: post.documentId,
      locale: 'zh-Hans',
      status: 'published',
      data: { frontMatter: 'title: 两者\ndate: 2022-03-01\nslug: liang-zhe\n', body: '' },
    });
    const { text, headers } = await get('sitemap.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(locsOf(text).sort()).toEqual([
      'https://paper.example/',
      'https://paper.example/2022/03/01/both.html',
      'https://paper.example/2022/03/01/liang-zhe.html',
      'https://paper.example/news/2022/01/01/shown.html',
      'https://paper.example/news/2022/01/04/elsewhere.html',
    ]);
    const alternates =
      '<xhtml:link rel="alternate" hreflang="en" href="https://paper.example/2022/03/01/both.html"/>' +
      '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://paper.example/2022/03/01/liang-zhe.html"/>';
    expect(text.split(alternates)).toHaveLength(3);
    expect(text.match(/hreflang/g)).toHaveLength(4);
    expect(text).toMatch(/<loc>[^<]*shown.html<\/loc><lastmod>20\d\d-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
    expect(locsOf((await get('sitemap.xml?locale=zh-Hans')).text)).toHaveLength(3);
    expect(locsOf((await get('sitemap-1.xml')).text).sort()).toEqual(locsOf(text).sort());
  });

  it('becomes a list of parts above 50,000 pages, each page in one of them', async () => {
    await publish('title: First\ndate: 2022-01-01\n');
    await insertPublishedRows(instance.strapi, 50_000, { date: new Date('2022-01-02T00:00:00Z') });
    const { text, headers } = await get('sitemap.xml');
    expect(schemaProblems(text, 'siteindex.xsd')).toBe('');
    const parts = locsOf(text);
    expect(parts.length).toBeGreaterThan(1);
    const pages: string[] = [];
    for (const part of parts) {
      const found = await get(new URL(part).pathname.slice(1));
      expect(schemaProblems(found.text, 'sitemap-with-alternates.xsd')).toBe('');
      expect(locsOf(found.text).length).toBeLessThanOrEqual(50_000);
      pages.push(...locsOf(found.text));
    }
    expect(pages).toHaveLength(50_002);
    expect(new Set(pages).size).toBe(50_002);
    expect((await get('sitemap.xml', { 'If-None-Match': headers.etag })).status).toBe(304);
    await deleteRows(instance.strapi);
  });
});
