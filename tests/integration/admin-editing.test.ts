import request from 'supertest';
import type { PostOutlook, RelationTerms, StoredPostText } from '../../core/admin/post-outlook';
import { settingsFromJson } from '../../core/admin/settings-json';
import { readPost } from '../../core/jekyll';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { documentsOf } from './documents';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let token: string;

const documents = (uid: Parameters<typeof documentsOf>[1]) => documentsOf(instance.strapi, uid);

beforeAll(async () => {
  instance = await startStrapi({
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } },
  });
  token = await instance.adminToken();
});

afterAll(() => instance.stop());

function send(method: 'get' | 'post', path: string, body?: object) {
  const call = request(instance.server)[method](path).set('Authorization', `Bearer ${token}`);
  return body === undefined ? call : call.send(body);
}

async function outlook(more: object): Promise<PostOutlook> {
  const body = { documentId: null, locale: null, frontMatter: null, body: null, ...more };
  const response = await send('post', '/press/editing/outlook', body);
  expect(response.status).toBe(200);
  return response.body.data as PostOutlook;
}

it('foresees what a stored post becomes when its text is saved', async () => {
  const post = await documents(POST_UID).create({ data: { title: 'Low tide', body: '海潮退去。' } });
  const frontMatter =
    'title: Low tide\nslug: ebb\ndate: 2021-12-29 08:00:00 +0800\ncategories: [harbour, 海港]\n';
  const foreseen = await outlook({ documentId: post.documentId, frontMatter, body: '海潮退去。' });
  expect(foreseen).toMatchObject({
    url: '/harbour/海港/2021/12/29/ebb.html',
    address: 'https://paper.example/harbour/%E6%B5%B7%E6%B8%AF/2021/12/29/ebb.html',
    words: 4,
    minutes: 1,
    taken: null,
    categories: [
      { term: 'harbour', id: null },
      { term: '海港', id: null },
    ],
  });
  const saved = await documents(POST_UID).update({
    documentId: post.documentId,
    data: { frontMatter },
  });
  expect(saved).toMatchObject({
    url: foreseen.url,
    shareLinks: foreseen.shareLinks,
    backLinks: foreseen.backLinks.map(({ category: _new, ...link }) => expect.objectContaining(link)),
  });
});

it('names the published post that has the URL, and gives a new post a free slug', async () => {
  const first = await documents(POST_UID).create({
    data: { title: '海港 新闻', date: '2022-01-02T00:00:00.000Z' },
    status: 'published',
  });
  const text = 'title: 海港 新闻\nslug: hai-gang-xin-wen\ndate: 2022-01-02 08:00:00 +0800\n';
  const taken = await outlook({ frontMatter: text });
  expect(taken.taken).toEqual({ documentId: first.documentId, title: '海港 新闻' });
  const free = await outlook({ frontMatter: text, slugFromTitle: true });
  expect(free).toMatchObject({ slug: 'hai-gang-xin-wen-2', taken: null });
});

it('renders the body sanitized when it is asked for', async () => {
  const body = '**Tide** <script>alert(1)</script><img src=x onerror=alert(1)>';
  const foreseen = await outlook({ frontMatter: 'title: Tide\n', body, html: true });
  expect(foreseen.html).toContain('<strong>Tide</strong>');
  expect(foreseen.html).not.toMatch(/script|onerror/);
  expect((await outlook({ frontMatter: 'title: Tide\n', body })).html).toBeNull();
});

it('says from when readers see a post that is dated ahead', async () => {
  const ahead = await outlook({ frontMatter: 'title: Later\ndate: 2199-01-01 08:00:00 +0800\n' });
  expect(ahead.visibleFrom).toBe('2199-01-01T00:00:00.000Z');
  expect((await outlook({ frontMatter: 'title: Now\n' })).visibleFrom).toBeNull();
});

it('gives the terms of a relation after an edit of the form, in their order', async () => {
  const [one, two, three] = await Promise.all(
    ['one', 'two', 'three'].map((name) => documents(CATEGORY_UID).create({ data: { name } })),
  );
  const post = await documents(POST_UID).create({
    data: { title: 'Sorted', categories: [one.documentId, two.documentId] },
  });
  const edit = {
    connect: [{ documentId: three.documentId, position: { before: two.documentId } }],
    disconnect: [{ documentId: one.documentId }],
  };
  const response = await send('post', '/press/editing/terms', {
    documentId: post.documentId,
    locale: null,
    categories: edit,
  });
  expect(response.body.data as RelationTerms).toEqual({ categories: ['three', 'two'] });
});

it('gives what an edit starts from', async () => {
  const post = await documents(POST_UID).create({ data: { title: 'Base' } });
  const response = await send('get', `/press/editing/posts/${post.documentId}`);
  const stored = response.body.data as StoredPostText;
  expect(stored).toMatchObject({ base: null, filePath: null });
  expect(stored.text).toContain('title: Base');
});

it('gives settings by which a browser reads as the server does', async () => {
  const response = await send('get', '/press/editing/settings');
  const settings = settingsFromJson(response.body.data.settings);
  const reading = readPost({ yaml: 'title: Zone\ndate: 2022-01-02 08:00:00\n', filePath: null }, settings);
  expect(settings.site.timezone).toBe('Asia/Shanghai');
  expect(reading.diagnostics.map(({ ruleId }) => ruleId)).toContain('date/no-time-zone');
});

it('refuses what is no form, and who may not open posts', async () => {
  const wrong = await send('post', '/press/editing/outlook', { documentId: 1 });
  expect(wrong.status).toBe(400);
  expect(wrong.body.error.details.errors[0].path).toEqual(['documentId']);
  const anonymous = await request(instance.server).post('/press/editing/outlook').send({});
  expect(anonymous.status).toBe(401);
  const unknown = await send('post', '/press/editing/outlook', {
    documentId: null,
    locale: 'xx',
    frontMatter: null,
    body: null,
  });
  expect(unknown.status).toBe(400);
});

it("tells where the front end shows a post, for Strapi's own preview", async () => {
  const { documentId } = await documents(POST_UID).create({
    data: { frontMatter: 'title: Seen\nslug: seen\ndate: 2021-12-29 08:00:00 +0800\n' },
  });
  const editing = instance.strapi.plugin('press').service('editing');
  const address = 'https://paper.example/2021/12/29/seen.html';
  const asked = { uid: POST_UID, documentId, locale: 'en' };
  expect(await editing.previewAddress({ ...asked, status: 'draft' })).toBe(`${address}?status=draft`);
  expect(await editing.previewAddress({ ...asked, status: 'published' })).toBe(address);
  expect(await editing.previewAddress({ ...asked, uid: CATEGORY_UID, status: 'draft' })).toBeNull();
  expect(await editing.previewAddress({ ...asked, documentId: 'nobody', status: 'draft' })).toBeNull();
});
