import type { Core } from '@strapi/strapi';
import request from 'supertest';
import type { ImportService } from '../../server/src/import';
import { CATEGORY_UID, POST_UID, REDIRECT_UID } from '../../server/src/plugin-id';
import type { RedirectsService } from '../../server/src/redirects';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { expectInvariants } from './invariants';
import { actionsOn, setPublicActions } from './public-access';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;

const redirects = () => strapi.plugin('press').service<RedirectsService>('redirects');
const posts = () => documentsOf(strapi, POST_UID);

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: { site: { url: 'https://paper.example' } } });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(strapi);
  await strapi.db.query(REDIRECT_UID).deleteMany({});
  await setPublicActions(strapi, ['plugin::press.post.find']);
});

afterEach(() => expectInvariants(strapi));

async function publish(slug: string, more = ''): Promise<string> {
  const { documentId } = await posts().create({
    locale: 'en',
    status: 'published',
    data: { frontMatter: `title: T\nslug: ${slug}\ndate: 2022-01-05\n${more}`, body: 'Text.\n' },
  });
  return documentId;
}

async function move(documentId: string, slug: string): Promise<void> {
  await posts().update({ documentId, locale: 'en', data: { slug } });
  await posts().publish({ documentId, locale: 'en' });
}

const at = (slug: string): string => `/2022/01/05/${slug}.html`;
const found = (url: string) => redirects().resolve(url);
const leadsTo = (to: string) => ({ kind: 'redirect', to, code: 301 });

async function stored(): Promise<string[]> {
  const rows = (await strapi.db.query(REDIRECT_UID).findMany({ orderBy: { from: 'asc' } })) as {
    from: string;
    to: string;
  }[];
  return rows.map(({ from, to }) => `${from} > ${to}`);
}

describe('a redirect that an editor makes', () => {
  const make = (from: string, to: string, more: Record<string, unknown> = {}) =>
    documentsOf(strapi, REDIRECT_UID).create({ locale: 'en', data: { from, to, ...more } });

  it('leads readers on, also from a whole URL of the site', async () => {
    await make('https://paper.example/about%20us/index.html', 'https://other.example/about', { code: 302 });
    expect(await found('/about us/')).toEqual({
      kind: 'redirect',
      to: 'https://other.example/about',
      code: 302,
    });
  });

  it('follows the post to which it leads', async () => {
    const documentId = await publish('a');
    await make('/short', at('a'));
    await move(documentId, 'b');
    expect(await found('/short')).toEqual(leadsTo(at('b')));
  });

  it('leaves no chain, whichever is made first', async () => {
    await make('/b', '/c');
    await make('/a', '/b');
    await make('/c', '/d');
    expect(await stored()).toEqual(['/a > /d', '/b > /d', '/c > /d']);
  });

  it('takes the place of one that a post left, when it is edited', async () => {
    const documentId = await publish('a');
    await move(documentId, 'b');
    const row = await documentsOf(strapi, REDIRECT_UID).findFirst({ locale: 'en' });
    await documentsOf(strapi, REDIRECT_UID).update({
      documentId: String(row?.documentId),
      locale: 'en',
      data: { to: '/elsewhere' },
    });
    expect(await found(at('a'))).toEqual(leadsTo('/elsewhere'));
  });

  it.each([
    ['to itself', '/a', '/a', {}, 'to', 'leads back to /a'],
    ['in a circle', '/c', '/x', {}, 'to', 'leads back to /c'],
    ['from no path', 'old', '/new', {}, 'from', 'such as /old/page.html'],
    ['from another site', 'https://other.example/a', '/new', {}, 'from', 'such as /old/page.html'],
    ['to what no browser follows', '/a', 'javascript:alert(1)', {}, 'to', 'http or https'],
    ['to another host in disguise', '/a', '//other.example', {}, 'to', 'http or https'],
    ['with a status that leads nowhere', '/a', '/b', { code: 404 }, 'code', '301, 302, 307, 308'],
    ['from where one begins', '/x', '/b', {}, 'from', 'leads to /c already'],
    ["from a published post's URL", at('post'), '/b', {}, 'from', 'is the post "T"'],
  ])('%s is refused', async (_name, from, to, more, field, message) => {
    await publish('post');
    await make('/x', '/c');
    await expect(make(from, to, more)).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      details: { errors: [{ path: [field] }] },
    });
    expect(await stored()).toEqual(['/x > /c']);
  });
});

describe('a post whose URL changes', () => {
  it('is found at the new one, and the old one leads there', async () => {
    const documentId = await publish('a');
    await move(documentId, 'b');
    expect(await found(at('b'))).toMatchObject({ kind: 'post', documentId });
    expect(await found(at('a'))).toEqual(leadsTo(at('b')));
  });

  it('leaves no chain', async () => {
    const documentId = await publish('a');
    for (const slug of ['b', 'c']) await move(documentId, slug);
    expect(await stored()).toEqual([`${at('a')} > ${at('c')}`, `${at('b')} > ${at('c')}`]);
  });

  it('leaves no circle when it comes back', async () => {
    const documentId = await publish('a');
    for (const slug of ['b', 'a']) await move(documentId, slug);
    expect(await stored()).toEqual([`${at('b')} > ${at('a')}`]);
    expect(await found(at('a'))).toMatchObject({ kind: 'post', documentId });
  });

  it('gives way to another post at its old URL', async () => {
    const first = await publish('a');
    await move(first, 'b');
    const second = await publish('a');
    expect(await found(at('a'))).toMatchObject({ kind: 'post', documentId: second });
    await posts().delete({ documentId: second, locale: 'en' });
    expect(await found(at('a'))).toEqual(leadsTo(at('b')));
  });

  it('is found again where it was unpublished, changed and published', async () => {
    const documentId = await publish('a');
    await posts().unpublish({ documentId, locale: 'en' });
    expect(await found(at('a'))).toBeNull();
    await move(documentId, 'b');
    expect(await found(at('a'))).toEqual(leadsTo(at('b')));
  });

  it('takes its redirects with it when it is deleted', async () => {
    const documentId = await publish('a');
    await move(documentId, 'b');
    await posts().delete({ documentId, locale: 'en' });
    expect(await stored()).toEqual([]);
    expect(await found(at('a'))).toBeNull();
  });

  it('leads on in its own locale', async () => {
    const documentId = await publish('a');
    await move(documentId, 'b');
    expect(await redirects().resolve(at('a'), 'en')).toEqual(leadsTo(at('b')));
    expect(await redirects().resolve(at('a'), 'zh-Hans')).toBeNull();
  });

  it('follows a changed term', async () => {
    await publish('a', 'categories: town\n');
    const category = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en' });
    await documentsOf(strapi, CATEGORY_UID).update({
      documentId: String(category?.documentId),
      locale: 'en',
      data: { term: 'village' },
    });
    expect(await found(`/town${at('a')}`)).toEqual(leadsTo(`/village${at('a')}`));
  });

  it('follows a changed setting', async () => {
    await publish('a');
    const settings = strapi.plugin('press').service<SettingsService>('settings');
    await settings.update({ permalink: '/:title/' });
    expect(await found(at('a'))).toEqual(leadsTo('/a/'));
    await settings.update({ permalink: null });
    expect(await found('/a/')).toEqual(leadsTo(at('a')));
  });

  it('follows a changed file', async () => {
    const post = (permalink: string): Record<string, string> => ({
      '_posts/2022-01-05-a.md': `---\ntitle: A\ndate: 2022-01-05\npermalink: ${permalink}\n---\nText.\n`,
    });
    const service = strapi.plugin('press').service<ImportService>('import');
    await service.run((await makeSite(post('/one/'))).root);
    await service.run((await makeSite(post('/two/'))).root);
    expect(await found('/one/')).toEqual(leadsTo('/two/'));
  });
});

describe('redirect_from', () => {
  it('leads to the post, with or without a slash, as a text or a list', async () => {
    await publish('a', 'redirect_from: old/a.html\n');
    await publish('b', 'redirect_from:\n  - /old/b/index.html\n  - /%E6%97%A7/\n');
    expect(await found('/old/a.html')).toEqual(leadsTo(at('a')));
    expect(await found('/old/b/')).toEqual(leadsTo(at('b')));
    expect(await found('/旧/')).toEqual(leadsTo(at('b')));
  });

  it('is followed when it changes', async () => {
    const documentId = await publish('a', 'redirect_from: [/one, /two]\n');
    await posts().update({
      documentId,
      locale: 'en',
      data: { frontMatter: 'title: T\nslug: a\ndate: 2022-01-05\nredirect_from: [/two, /three]\n' },
    });
    await posts().publish({ documentId, locale: 'en' });
    expect(await stored()).toEqual([`/three > ${at('a')}`, `/two > ${at('a')}`]);
  });

  it('of two posts leads to the first', async () => {
    await publish('a', 'redirect_from: /old\n');
    await publish('b', 'redirect_from: /old\n');
    expect(await found('/old')).toEqual(leadsTo(at('a')));
  });

  it('comes in with an import', async () => {
    const site = await makeSite({
      '_posts/2022-01-05-a.md': '---\ntitle: A\ndate: 2022-01-05\nredirect_from: /old/\n---\nText.\n',
    });
    await strapi.plugin('press').service<ImportService>('import').run(site.root);
    expect(await found('/old/')).toEqual(leadsTo(at('a')));
  });

  it('of a draft leads nowhere', async () => {
    await posts().create({
      locale: 'en',
      data: { frontMatter: 'title: T\nredirect_from: /old\n', body: 'Text.\n' },
    });
    expect(await stored()).toEqual([]);
  });
});

describe('a URL', () => {
  it.each([
    at('a'),
    `https://paper.example${at('a')}`,
    `//paper.example${at('a')}`,
    `${at('a')}?utm_source=x#top`,
    at('%61'),
  ])('is understood as %s', async (url) => {
    const documentId = await publish('a');
    expect(await found(url)).toMatchObject({ kind: 'post', documentId });
  });

  it.each([
    'https://elsewhere.example/2022/01/05/a.html',
    'https://paper.example.evil/2022/01/05/a.html',
    '/no',
  ])('that is not of the site finds nothing: %s', async (url) => {
    await publish('a');
    expect(await found(url)).toBeNull();
  });

  it('of a post that is dated ahead finds nothing', async () => {
    await posts().create({
      locale: 'en',
      status: 'published',
      data: { frontMatter: 'title: T\nslug: a\ndate: 2999-01-01\n', body: 'Text.\n' },
    });
    expect(await found('/2999/01/01/a.html')).toBeNull();
  });
});

describe('GET posts/by-url', () => {
  const get = (query: object) => request(instance.server).get('/api/press/posts/by-url').query(query);

  it('answers the post', async () => {
    const documentId = await publish('a');
    const { status, body } = await get({ url: at('a'), 'fields[0]': 'title' });
    expect({ status, body }).toEqual({
      status: 200,
      body: { data: expect.objectContaining({ documentId, title: 'T' }), meta: {} },
    });
    expect(body.data).not.toHaveProperty('frontMatter');
    expect(body.data).not.toHaveProperty('url');
  });

  it('answers where it moved', async () => {
    await move(await publish('a'), 'b');
    const { body } = await get({ url: at('a') });
    expect(body).toEqual({ data: null, meta: { redirect: { to: at('b'), code: 301 } } });
  });

  it('answers 404 where there is nothing, and never a draft', async () => {
    await posts().create({ locale: 'en', data: { frontMatter: 'title: T\nslug: d\ndate: 2022-01-05\n' } });
    expect((await get({ url: at('d') })).status).toBe(404);
  });

  it.each([
    {},
    { url: '/a', status: 'draft' },
    { url: '/a', filters: 'x' },
    { url: '/a', 'fields[0]': 'frontMatter' },
  ])('refuses %j', async (query) => {
    expect((await get(query)).status).toBe(400);
  });

  it('needs its permission', async () => {
    await setPublicActions(strapi, ['plugin::press.post.findOne']);
    expect((await get({ url: '/a' })).status).toBe(403);
  });
});

describe('pressNodeByUrl', () => {
  const QUERY = `query ($url: String!) {
    pressNodeByUrl(url: $url) {
      __typename
      ... on PressPost { title url backLinks { label } }
      ... on PressRedirect { to code }
    }
  }`;

  it('answers the post, or where it moved, or nothing', async () => {
    await move(await publish('a'), 'b');
    const ask = async (url: string) => (await askGraphql(instance, QUERY, { url })).data?.pressNodeByUrl;
    expect(await ask(at('b'))).toEqual({
      __typename: 'PressPost',
      title: 'T',
      url: at('b'),
      backLinks: [{ label: 'Back to home' }],
    });
    expect(await ask(at('a'))).toEqual({ __typename: 'PressRedirect', to: at('b'), code: 301 });
    expect(await ask('/no')).toBeNull();
  });

  it('answers the draft at a URL, to those who may see drafts', async () => {
    const documentId = await publish('a');
    await posts().update({ documentId, locale: 'en', data: { title: 'Draft', slug: 'b' } });
    const query = `query ($url: String!, $status: PublicationStatus) {
      pressNodeByUrl(url: $url, status: $status) { __typename ... on PressPost { title publishedAt } }
    }`;
    const ask = (url: string, status?: string) => askGraphql(instance, query, { url, status });
    const { data, errors } = await ask(at('b'), 'DRAFT');
    expect([data?.pressNodeByUrl, errors[0].extensions.code]).toEqual([null, 'FORBIDDEN']);
    await setPublicActions(strapi, actionsOn(['post'], ['find', 'update']));
    expect((await ask(at('b'), 'DRAFT')).data?.pressNodeByUrl).toEqual({
      __typename: 'PressPost',
      title: 'Draft',
      publishedAt: null,
    });
    expect((await ask(at('a'), 'DRAFT')).data?.pressNodeByUrl).toBeNull();
    expect((await ask(at('b'))).data?.pressNodeByUrl).toBeNull();
    expect((await ask(at('a'))).data?.pressNodeByUrl).toMatchObject({ title: 'T' });
  });

  it('answers the tag whose page it is, where the settings give tags pages', async () => {
    const settings = strapi.plugin('press').service<SettingsService>('settings');
    await setPublicActions(strapi, actionsOn(['post', 'tag'], ['find', 'findOne']));
    await documentsOf(strapi, POST_UID).create({
      status: 'published',
      data: { frontMatter: 'title: T\ndate: 2021-12-29\ntags: [Low Tide]\n' },
    });
    const query = '{ pressNodeByUrl(url: "/tag/low-tide.html") { __typename ... on PressTag { term } } }';
    const ask = async () => (await askGraphql(instance, query)).data?.pressNodeByUrl;
    expect(await ask()).toBeNull();
    await settings.update({ terms: { tagUrl: '/tag/{slug}.html' } });
    try {
      expect(await ask()).toEqual({ __typename: 'PressTag', term: 'Low Tide' });
      const { body } = await request(instance.server).get('/api/press/posts/by-url?url=/tag/low-tide.html');
      expect(body).toMatchObject({
        data: null,
        meta: { tag: { locale: 'en' } },
      });
      await setPublicActions(strapi, actionsOn(['post'], ['find', 'findOne']));
      expect(await ask()).toBeNull();
    } finally {
      await settings.update({ terms: { tagUrl: null } });
    }
  });

  it('needs permission to find posts', async () => {
    await setPublicActions(strapi, []);
    const { errors } = await askGraphql(instance, QUERY, { url: '/a' });
    expect(errors[0].message).toMatch(/Forbidden/);
  });
});
