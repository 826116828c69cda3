import request from 'supertest';
import type { MergeOutlook, TermOutlook, TermType } from '../../core/admin/terms';
import type { JobsService } from '../../server/src/jobs';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { administratorWith } from './administrators';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let token: string;

const UIDS = { category: CATEGORY_UID, tag: TAG_UID };

beforeAll(async () => {
  instance = await startStrapi({
    press: {
      site: { url: 'https://paper.example' },
      permalink: '/:categories/:title.html',
      backLinks: { category: { label: 'Back to {name}', url: '/category/{slug}.html' } },
      jobs: { run: false },
    },
  });
  token = await instance.adminToken();
});

afterAll(() => instance.stop());

afterEach(async () => {
  await instance.strapi.plugin('press').service<JobsService>('jobs').settled();
  await expectInvariants(instance.strapi);
  await deleteEverything(instance.strapi);
});

async function publish(title: string, terms: string, status: 'draft' | 'published' = 'published') {
  const frontMatter = `title: ${title}\ndate: 2022-01-05 08:00:00 +0000\n${terms}\n`;
  return documentsOf(instance.strapi, POST_UID).create({
    locale: 'en',
    status,
    data: { frontMatter, body: 'Text.\n' },
  });
}

async function idOf(kind: TermType, term: string): Promise<string> {
  const row: unknown = await instance.strapi.db.query(UIDS[kind]).findOne({ where: { term, locale: 'en' } });
  return (row as { documentId: string }).documentId;
}

function send(path: string, body: object, as = token) {
  return request(instance.server).post(path).set('Authorization', `Bearer ${as}`).send(body);
}

/** What saving a form with other values would do. */
async function outlook(kind: TermType, term: string, changes: object, parent?: string | null) {
  const row: unknown = await instance.strapi.db.query(UIDS[kind]).findOne({ where: { term, locale: 'en' } });
  const { documentId, name, slug } = row as { documentId: string; name: string; slug: string };
  const response = await send(`/press/terms/${kind}/${documentId}/outlook`, {
    locale: null,
    values: { name, slug, term, ...changes },
    ...(parent === undefined ? {} : { parent }),
  });
  expect(response.status).toBe(200);
  return response.body.data as TermOutlook;
}

it('counts the posts of a term, and says that an untouched form changes nothing', async () => {
  await publish('One', 'categories: [harbour]');
  await publish('Two', 'categories: [harbour]', 'draft');
  expect(await outlook('category', 'harbour', {})).toMatchObject({
    published: 1,
    drafts: 1,
    children: 0,
    refused: null,
    effect: { posts: 0, inBackground: false, foreseen: null, page: null },
  });
});

it('foresees links after a new name, and the page after a new slug', async () => {
  await publish('One', 'categories: [harbour]');
  const { effect } = await outlook('category', 'harbour', { name: 'The harbour', slug: 'the-harbour' });
  expect(effect).toMatchObject({
    posts: 1,
    foreseen: null,
    page: { from: '/category/harbour.html', to: '/category/the-harbour.html' },
  });
});

it('foresees as many moved posts after a new term as there are after saving it', async () => {
  await publish('One', 'categories: [harbour]');
  await publish('Two', 'categories: [harbour]\npermalink: /two.html');
  await publish('Three', 'categories: [harbour]', 'draft');
  const before = await publishedUrls();
  const { effect } = await outlook('category', 'harbour', { term: 'port' });
  expect(effect.foreseen).toMatchObject({ moved: 1, stuckCount: 0, isPartial: false });
  expect(await publishedUrls()).toEqual(before);
  const documentId = await idOf('category', 'harbour');
  await documentsOf(instance.strapi, CATEGORY_UID).update({ documentId, data: { term: 'port' } });
  const after = await publishedUrls();
  expect(after.filter((url) => !before.includes(url))).toEqual(['/port/one.html']);
});

async function publishedUrls(): Promise<(string | null)[]> {
  const rows = await allPostRows(instance.strapi);
  return rows
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ url }) => url)
    .sort();
}

it('names the posts that a new term would put on a taken URL, as saving refuses it', async () => {
  const one = await publish('Same', 'categories: [harbour]');
  await publish('Same', 'categories: [quay]\npermalink: /port/same.html');
  const { effect } = await outlook('category', 'harbour', { term: 'port' });
  expect(effect.foreseen).toMatchObject({ moved: 0, stuckCount: 1 });
  expect(effect.foreseen?.stuck[0]).toMatchObject({
    documentId: one.documentId,
    message: expect.stringContaining('/port/same.html is taken'),
  });
  const documentId = await idOf('category', 'harbour');
  const saved = documentsOf(instance.strapi, CATEGORY_UID).update({ documentId, data: { term: 'port' } });
  await expect(saved).rejects.toThrow('/port/same.html is taken');
});

it('refuses a taken term and a parent below itself before they are saved, and numbers a taken slug', async () => {
  await publish('One', 'categories: [harbour, quay]');
  expect((await outlook('category', 'harbour', { term: 'quay' })).refused).toContain('is taken by');
  expect((await outlook('category', 'harbour', { slug: 'quay' })).slug).toBe('quay-2');
  const harbour = await idOf('category', 'harbour');
  expect((await outlook('category', 'harbour', {}, harbour)).refused).toContain('cannot be placed under');
  expect((await outlook('category', 'harbour', {}, await idOf('category', 'quay'))).effect.posts).toBe(1);
});

it('foresees a new term of a tag, whose posts keep their URLs', async () => {
  await publish('One', 'tags: [ferry]');
  const { effect } = await outlook('tag', 'ferry', { term: 'boat' });
  expect(effect).toMatchObject({ posts: 1, foreseen: { moved: 0, stuckCount: 0 }, page: null });
});

it('foresees a merge and runs it as a job', async () => {
  await publish('One', 'categories: [harbour]');
  await publish('Two', 'categories: [quay, harbour]');
  const [from, into] = [await idOf('category', 'harbour'), await idOf('category', 'quay')];
  const path = `/press/terms/category/${from}`;
  const foreseen = await send(`${path}/merge-outlook`, { locale: null, into });
  expect(foreseen.body.data as MergeOutlook).toMatchObject({
    posts: 2,
    children: 0,
    page: { from: '/category/harbour.html', to: '/category/quay.html' },
    foreseen: { moved: 2, stuckCount: 0 },
  });
  const merge = await send(`${path}/merge`, { locale: null, into });
  expect(merge.status).toBe(200);
  const jobs = instance.strapi.plugin('press').service<JobsService>('jobs');
  await jobs.settled();
  const { job } = (merge.body as { data: { job: number } }).data;
  expect(await jobs.find(job)).toMatchObject({ kind: 'merge', state: 'done', report: { deleted: true } });
  expect(await publishedUrls()).toEqual(['/quay/one.html', '/quay/two.html']);
});

it('answers 404 for what is not there, and 400 for a merge into itself', async () => {
  await publish('One', 'categories: [harbour]');
  const harbour = await idOf('category', 'harbour');
  const body = { locale: null, values: { name: 'x', slug: 'x', term: 'x' } };
  expect((await send('/press/terms/category/nobody/outlook', body)).status).toBe(404);
  expect((await send(`/press/terms/post/${harbour}/outlook`, body)).status).toBe(404);
  expect((await send(`/press/terms/category/${harbour}/outlook`, { locale: null })).status).toBe(400);
  const itself = { locale: null, into: harbour };
  expect((await send(`/press/terms/category/${harbour}/merge`, itself)).status).toBe(400);
});

it('refuses roles that may not', async () => {
  await publish('One', 'categories: [harbour, quay]');
  const [from, into] = [await idOf('category', 'harbour'), await idOf('category', 'quay')];
  const reader = await administratorWith(instance.strapi, instance.server, ['plugin::press.terms.merge']);
  const body = { locale: null, values: { name: 'x', slug: 'x', term: 'x' } };
  expect((await send(`/press/terms/category/${from}/outlook`, body, reader)).status).toBe(403);
  expect((await send(`/press/terms/category/${from}/merge`, { locale: null, into }, reader)).status).toBe(
    403,
  );
});
