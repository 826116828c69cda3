import type { Core } from '@strapi/strapi';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants, type PostRow } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const FILE = { site: { url: 'https://paper.example' } };

let instance: StrapiInstance;
let events: { urls: string[]; cause: string }[] = [];

function listen(strapi: Core.Strapi): void {
  strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
    events.push(payload as { urls: string[]; cause: string });
    return Promise.resolve();
  });
}

beforeAll(async () => {
  instance = await startStrapi({ press: FILE });
  listen(instance.strapi);
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  events = [];
});

afterEach(async () => {
  await expectInvariants(instance.strapi);
  await service().recordSiteConfig(null);
  await service().update({ site: null, share: null, backLinks: null, permalink: null, future: null });
});

const service = () => instance.strapi.plugin('press').service<SettingsService>('settings');

async function publish(frontMatter: string) {
  return documentsOf(instance.strapi, POST_UID).create({
    locale: 'en',
    status: 'published',
    data: { frontMatter, body: 'Text.\n' },
  });
}

const LATE = 'title: Late\ndate: 2021-12-29 23:30:00 +0000\ncategories: news\n';

async function both(): Promise<[PostRow, PostRow]> {
  const rows = await allPostRows(instance.strapi);
  expect(rows.map(({ publishedAt }) => Boolean(publishedAt))).toEqual([false, true]);
  return [rows[0], rows[1]];
}

async function stored(): Promise<unknown> {
  return instance.strapi.db.query('strapi::core-store').findOne({ where: { key: 'plugin_press_settings' } });
}

describe('what administrators set', () => {
  it('is kept and seen in the links of drafts and of published posts, which is announced once', async () => {
    await publish(LATE);
    events = [];
    await service().update({ share: { networks: ['weibo'] }, backLinks: { separator: '｜' } });
    for (const row of await both())
      expect((row.shareLinks as { network: string }[]).map(({ network }) => network)).toEqual([
        'link',
        'weibo',
      ]);
    expect(events).toEqual([
      { urls: ['/news/2021/12/29/late.html'], categories: [expect.any(String)], cause: 'settings' },
    ]);
    expect(await service().get()).toMatchObject({
      share: { networks: ['weibo'] },
      backLinks: { separator: '｜' },
    });
  });

  it('is added to what was set before, and taken back by null', async () => {
    await service().update({ site: { title: 'Paper' } });
    await service().update({ site: { language: 'fr' } });
    expect((await service().get()).site).toMatchObject({ title: 'Paper', language: 'fr' });
    await service().update({ site: { title: null } });
    expect((await service().get()).site).toMatchObject({ title: null, language: 'fr' });
  });

  it('may use a variable in a template that was set before', async () => {
    await service().update({ share: { variables: { id: '{post.slug}' } } });
    await publish(LATE);
    await service().update({ share: { url: 'https://share.example/{?id}' } });
    for (const row of await both())
      expect(row.shareLinks).toContainEqual(
        expect.objectContaining({ network: 'link', url: 'https://share.example/?id=late' }),
      );
  });

  it('keeps every one of several changes made at the same time', async () => {
    await publish(LATE);
    await Promise.all([
      service().update({ site: { title: 'Paper' } }),
      service().update({ site: { language: 'fr' } }),
      service().update({ share: { networks: ['weibo'] } }),
      service().recordSiteConfig('timezone: Asia/Shanghai\n'),
    ]);
    expect(await service().get()).toMatchObject({
      site: { title: 'Paper', language: 'fr', timezone: 'Asia/Shanghai' },
      share: { networks: ['weibo'] },
    });
    for (const row of await both())
      expect(row).toMatchObject({
        url: '/news/2021/12/30/late.html',
        shareLinks: [{ network: 'link' }, { network: 'weibo' }],
      });
  });

  it('gives way to the config file, whose keys it can name', async () => {
    await service().update({ site: { url: 'https://other.example', title: 'Paper' } });
    expect((await service().get()).site).toMatchObject({ url: 'https://paper.example', title: 'Paper' });
    expect(service().fromFile()).toEqual(['site.url']);
  });

  it.each([
    [{ site: { titel: 'x' } }, 'press.site.titel: unknown key; did you mean press.site.title?'],
    [{ future: 'yes' }, 'press.future: found "yes"'],
    [{ site: { title: 'Right', timezone: 'Mars/Base' } }, 'press.site.timezone'],
    [{ frontMatter: { schema: { safeParse: () => ({ success: true }) } } }, 'press.frontMatter.schema'],
  ])('is refused whole with a key that cannot be used: %j', async (patch, message) => {
    await publish(LATE);
    const before = { row: await stored(), posts: await allPostRows(instance.strapi) };
    await expect(service().update(patch)).rejects.toThrow(message);
    expect({ row: await stored(), posts: await allPostRows(instance.strapi) }).toEqual(before);
  });

  it('is refused whole where two published posts would have one URL', async () => {
    await publish('title: One\nslug: same\ndate: 2021-12-29\n');
    await publish('title: Two\nslug: same\ndate: 2021-12-30\n');
    const before = { row: await stored(), posts: await allPostRows(instance.strapi) };
    events = [];
    await expect(service().update({ permalink: '/:title.html' })).rejects.toThrow(/\/same\.html .*"One"/);
    expect({ row: await stored(), posts: await allPostRows(instance.strapi) }).toEqual(before);
    expect((await service().get()).permalink).toBe('date');
    expect(events).toEqual([]);
  });

  it('costs no second look where nothing changed', async () => {
    expect(await service().get()).toBe(await service().get());
  });
});

describe('a recorded _config.yml', () => {
  it('moves the URLs of drafts and published posts with its time zone and permalink', async () => {
    await publish(LATE);
    events = [];
    expect(
      await service().recordSiteConfig('timezone: Asia/Shanghai\npermalink: /:categories/:title/\n'),
    ).toBe(true);
    for (const row of await both()) expect(row).toMatchObject({ url: '/news/late/' });
    expect(events.map(({ urls }) => urls)).toEqual([['/news/2021/12/29/late.html', '/news/late/']]);
    await service().recordSiteConfig('timezone: Asia/Shanghai\n');
    for (const row of await both()) expect(row).toMatchObject({ url: '/news/2021/12/30/late.html' });
  });

  it('reads dates without a zone anew', async () => {
    await publish('title: Zone\ndate: 2021-12-29 08:00\n');
    const [, before] = await both();
    await service().recordSiteConfig('timezone: Asia/Shanghai\n');
    const [, after] = await both();
    expect(after.frontMatter).toBe(before.frontMatter);
    expect(after.url).toBe('/2021/12/29/zone.html');
    await expectInvariants(instance.strapi);
  });

  it('gives posts its defaults', async () => {
    await publish('title: Plain\ndate: 2021-12-29\n');
    await service().recordSiteConfig(
      'defaults:\n- scope: { path: "", type: posts }\n  values: { layout: post, weather: fog }\n',
    );
    for (const row of await both()) expect(row).toMatchObject({ layout: 'post', extra: { weather: 'fog' } });
  });

  it('changes nothing when it is the same', async () => {
    expect(await service().recordSiteConfig('timezone: Asia/Shanghai\n')).toBe(true);
    const before = await stored();
    expect(await service().recordSiteConfig('timezone: Asia/Shanghai\n')).toBe(false);
    expect(await stored()).toEqual(before);
  });

  it('can be tried without being recorded', async () => {
    const before = await stored();
    const settings = await service().withSiteConfig('timezone: Asia/Shanghai\nurl: https://other.example\n');
    expect(settings.site).toMatchObject({ timezone: 'Asia/Shanghai', url: 'https://paper.example' });
    expect(await stored()).toEqual(before);
  });
});

describe('another config file', () => {
  it('is followed by all posts when the app starts with it, once', async () => {
    await publish(LATE);
    instance = await instance.restart({
      ...FILE,
      site: { url: 'https://new.example', timezone: 'Asia/Shanghai' },
      share: { networks: ['x'] },
    });
    const rows = await both();
    for (const row of rows) {
      expect(row).toMatchObject({ url: '/news/2021/12/30/late.html' });
      expect(row.shareLinks).toMatchObject([
        { network: 'link', url: 'https://new.example/news/2021/12/30/late.html' },
        { network: 'x' },
      ]);
    }
    await expectInvariants(instance.strapi);
    const before = await stored();
    instance = await instance.restart({
      site: { timezone: 'Asia/Shanghai', url: 'https://new.example/' },
      share: { networks: ['x'] },
    });
    expect(await stored()).toEqual(before);
    expect(await allPostRows(instance.strapi)).toEqual(rows);
  });

  it('that cannot be followed stops the start and leaves posts as they are', async () => {
    await publish('title: One\nslug: same\ndate: 2021-12-29\n');
    await publish('title: Two\nslug: same\ndate: 2021-12-30\n');
    const rows = await allPostRows(instance.strapi);
    await expect(instance.restart({ permalink: '/:title.html' })).rejects.toThrow(/\/same\.html .*"One"/);
    instance = await instance.restart(FILE);
    expect((await allPostRows(instance.strapi)).map(({ url }) => url)).toEqual(rows.map(({ url }) => url));
  });
});
