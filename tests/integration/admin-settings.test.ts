import type { Core } from '@strapi/strapi';
import request from 'supertest';
import type { SettingsPreview, SettingsView } from '../../core/admin/settings';
import type { JobsService } from '../../server/src/jobs';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { administratorWith } from './administrators';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const FILE = {
  site: { url: 'https://paper.example' },
  share: { variables: { id: '{post.slug}' } },
  frontMatter: { rules: { 'categories/comma': 'off' } },
  jobs: { run: false },
};
const READ = 'plugin::press.settings.read';
const UPDATE = 'plugin::press.settings.update';

let instance: StrapiInstance;
let strapi: Core.Strapi;
let token: string;

const settings = () => strapi.plugin('press').service<SettingsService>('settings');

beforeAll(async () => {
  instance = await startStrapi({ press: FILE });
  strapi = instance.strapi;
  token = await instance.adminToken();
});

afterAll(() => instance.stop());

afterEach(async () => {
  await strapi.plugin('press').service<JobsService>('jobs').settled();
  await expectInvariants(strapi);
  await settings().recordSiteConfig(null);
  await settings().update({
    site: null,
    share: null,
    backLinks: null,
    footer: null,
    permalink: null,
    feeds: null,
    frontMatter: null,
  });
  await deleteEverything(strapi);
});

function send(method: 'get' | 'post' | 'put', path: string, body?: object, as = token) {
  const call = request(instance.server)[method](path).set('Authorization', `Bearer ${as}`);
  return body === undefined ? call : call.send(body);
}

async function view(): Promise<SettingsView> {
  const { body, status } = await send('get', '/press/settings');
  expect(status).toBe(200);
  return body.data as SettingsView;
}

async function preview(patch: object, more: object = {}, as = token): Promise<SettingsPreview> {
  const { body, status } = await send('post', '/press/settings/preview', { patch, ...more }, as);
  expect(status).toBe(200);
  return body.data as SettingsPreview;
}

async function publish(slug: string, day: number): Promise<{ documentId: string }> {
  const date = `2021-12-${day} 08:00:00 +0000`;
  return documentsOf(strapi, POST_UID).create({
    locale: 'en',
    status: 'published',
    data: {
      frontMatter: `title: The ${slug}\nslug: ${slug}\ndate: ${date}\ncategories: town\n`,
      body: 'Text.\n',
    },
  });
}

it('says of each value where it comes from, and what lies below what administrators set', async () => {
  await settings().recordSiteConfig('title: The Paper\ntimezone: Asia/Shanghai\n');
  await settings().update({ site: { title: 'Another Paper' }, share: { networks: ['weibo'] } });
  const { values, below, sources, belowSources, locales, jobId } = await view();
  expect(values).toMatchObject({
    site: { url: 'https://paper.example', title: 'Another Paper' },
    share: { networks: ['weibo'] },
  });
  expect(below.site.title).toBe('The Paper');
  expect(sources).toMatchObject({
    'site.url': 'file',
    'site.title': 'admin',
    'site.timezone': 'site',
    'site.language': 'default',
    'share.networks': 'admin',
    'share.variables.id': 'file',
    'backLinks.home.label.en': 'default',
    'frontMatter.rules.categories/comma': 'file',
  });
  expect(belowSources['site.title']).toBe('site');
  expect(locales).toEqual(['en']);
  expect(jobId).toBeNull();
  expect(values).not.toHaveProperty('frontMatter.schema');
});

it('shows what a change would make of the newest post, or of another one, and writes nothing', async () => {
  const first = await publish('pier', 1);
  await publish('lighthouse', 2);
  const before = await allPostRows(strapi);
  const patch = {
    permalink: '/:title/',
    backLinks: { home: { label: 'Home' } },
    footer: { write: { template: '\n\n<{share}>\n\n{backLinks}' } },
    share: { url: 'https://share.example/{?id}', networks: ['weibo'] },
  };
  const { problems, posts, example } = await preview(patch);
  expect(problems).toEqual([]);
  expect(posts).toBe(2);
  expect(example).toMatchObject({
    post: { title: 'The lighthouse' },
    before: { url: '/town/2021/12/02/lighthouse.html', footer: null },
    after: {
      url: '/lighthouse/',
      address: 'https://paper.example/lighthouse/',
      shareLinks: [{ network: 'link', url: 'https://share.example/?id=lighthouse' }, { network: 'weibo' }],
      footer: '\n\n<https://share.example/?id=lighthouse>\n\n[Back to town](/category/town) | [Home](/)',
    },
  });
  const chosen = await preview(patch, { post: { documentId: first.documentId, locale: 'en' } });
  expect(chosen.example?.after.url).toBe('/pier/');
  expect(await allPostRows(strapi)).toEqual(before);
});

it('makes of the posts what the preview said', async () => {
  await publish('pier', 1);
  const patch = { permalink: '/:title/', share: { utm: { utm_source: '{network}' } } };
  const { example } = await preview(patch);
  expect((await send('put', '/press/settings', { patch })).status).toBe(200);
  const published = (await allPostRows(strapi)).find(({ publishedAt }) => publishedAt);
  expect(published).toMatchObject({
    url: example?.after.url,
    shareLinks: example?.after.shareLinks,
    backLinks: example?.after.backLinks,
  });
});

it('counts no posts where their links stay as they are', async () => {
  await publish('pier', 1);
  expect(await preview({ feeds: { limit: 20 } })).toMatchObject({ problems: [], posts: 0 });
  expect(await preview({ site: { language: null } })).toMatchObject({ posts: 0 });
});

it.each([
  [{ permalink: '/:titel/' }, 'permalink', /:titel/],
  [{ share: { networks: ['weibo', 'pocket'] } }, 'share.networks[1]', /Pocket closed/],
  [{ backLinks: { home: { label: 'Home of {nam}' } } }, 'backLinks.home.label', /\{nam\}/],
  [{ site: { url: 'https://other.example' } }, 'site.url', /config file/],
  [{ frontMatter: { rules: { 'categories/comma': 'error' } } }, 'frontMatter.rules.categories/comma', /file/],
])('refuses what cannot be used, at its field: %j', async (patch, path, message) => {
  await publish('pier', 1);
  const { problems, example } = await preview(patch);
  const said = { message: { id: expect.any(String), params: expect.any(Object) } };
  expect(problems).toEqual([{ path, message: expect.stringMatching(message), said }]);
  expect(example).toBeNull();
  const { status, body } = await send('put', '/press/settings', { patch });
  expect(status).toBe(400);
  expect(body.error.details.errors).toEqual([
    expect.objectContaining({ path: path.split('.'), message: expect.stringMatching(message) }),
  ]);
});

it('takes a key of a map back by null', async () => {
  await send('put', '/press/settings', { patch: { share: { utm: { a: '1', b: '2' } } } });
  const { body } = await send('put', '/press/settings', { patch: { share: { utm: { a: null } } } });
  expect((body.data as SettingsView).values.share.utm).toEqual({ b: '2' });
});

it('finds posts by their titles for the example', async () => {
  await publish('pier', 1);
  await publish('lighthouse', 2);
  expect((await send('get', '/press/settings/posts?q=PIER')).body.data).toEqual([
    { documentId: expect.any(String), locale: 'en', title: 'The pier' },
  ]);
  const { body } = await send('get', '/press/settings/posts');
  expect((body.data as { title: string }[]).map(({ title }) => title)).toEqual([
    'The lighthouse',
    'The pier',
  ]);
});

it('lets those read who may read settings, and those change them who may do both', async () => {
  await publish('pier', 1);
  const reader = await administratorWith(strapi, instance.server, [READ]);
  expect((await send('get', '/press/settings', undefined, reader)).status).toBe(200);
  expect((await send('put', '/press/settings', { patch: { future: true } }, reader)).status).toBe(403);
  const stranger = await administratorWith(strapi, instance.server, [UPDATE]);
  for (const call of [
    send('get', '/press/settings', undefined, stranger),
    send('put', '/press/settings', { patch: {} }, stranger),
    send('post', '/press/settings/preview', { patch: {} }, stranger),
    send('get', '/press/settings/posts', undefined, stranger),
  ])
    expect((await call).status).toBe(403);
});

it('shows posts as examples only to those who may read posts', async () => {
  await publish('pier', 1);
  const reader = await administratorWith(strapi, instance.server, [READ]);
  expect(await preview({ permalink: '/:title/' }, {}, reader)).toEqual({
    problems: [],
    posts: 1,
    example: null,
  });
  expect((await send('get', '/press/settings/posts', undefined, reader)).body.data).toEqual([]);
  const editor = await administratorWith(strapi, instance.server, [
    READ,
    {
      action: 'plugin::content-manager.explorer.read',
      subject: POST_UID,
      properties: { fields: ['title'], locales: ['en'] },
    },
  ]);
  expect((await preview({}, {}, editor)).example?.post.title).toBe('The pier');
});
