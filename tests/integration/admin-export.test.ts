import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import { fromBufferPromise } from 'yauzl';
import type { ExportChange, ExportSummary, ExportTexts } from '../../core/admin/export';
import type { ImportService } from '../../server/src/import';
import type { JobsService } from '../../server/src/jobs';
import { CATEGORY_UID, JOB_UID, POST_UID } from '../../server/src/plugin-id';
import { administratorWith } from './administrators';
import { allPostRows } from './invariants';
import { deleteEverything, documentsOf } from './documents';
import { makeSite, postText, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';
const HIDDEN = '_posts/2022-01-03-hidden.md';
const FILES = {
  '_config.yml': '# ours\ntimezone: Asia/Shanghai\n',
  [A]: postText('A', 'categories: town   # the paper\n'),
  [B]: '---\ntitle: B\ndate: 2021-12-30 23:30:00 +0800\ncategories: harbour\n---\nB\n',
  [HIDDEN]: postText('Hidden', 'published: false\n'),
};
const ALL = { status: 'all', categories: [] as string[], from: null, until: null } as const;
const READ_POSTS = { action: 'plugin::content-manager.explorer.read', subject: POST_UID };

let instance: StrapiInstance;
let token: string;

beforeAll(async () => {
  // Jobs run when a test says so.
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' }, jobs: { run: false } } });
  token = await instance.adminToken();
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  const { root } = await makeSite(FILES);
  await instance.strapi.plugin('press').service<ImportService>('import').run(root, {});
});

afterEach(async () => {
  await deleteEverything(instance.strapi);
  await instance.strapi.db.query(JOB_UID).deleteMany({});
});

function send(method: 'get' | 'post' | 'delete', url: string, body?: object) {
  const call = request(instance.server)
    [method](`/press/exports${url}`)
    .set('Authorization', `Bearer ${token}`);
  return body === undefined ? call : call.send(body);
}

const keptFolder = () => path.join(instance.appDir, '.tmp', 'press-exports');

async function exported(which: object): Promise<number> {
  const { body } = await send('post', '', { ...ALL, ...which }).expect(201);
  await instance.strapi.plugin('press').service<JobsService>('jobs').drain(new AbortController().signal);
  return body.data.id as number;
}

async function summary(id: number): Promise<ExportSummary | undefined> {
  const { body } = await send('get', '').expect(200);
  return (body.data as ExportSummary[]).find((one) => one.id === id);
}

async function unzipped(url: string): Promise<Record<string, string>> {
  const { body } = await send('get', url)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200)
    .expect('Content-Type', 'application/zip');
  const zip = await fromBufferPromise(body as Buffer, { lazyEntries: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files[entry.fileName] = Buffer.concat(parts).toString();
  }
  return files;
}

async function changesOf(id: number, query = ''): Promise<ExportChange[]> {
  const { body } = await send('get', `/${id}/changes${query}`).expect(200);
  return body.data as ExportChange[];
}

async function idOf(title: string): Promise<string> {
  const found = await documentsOf(instance.strapi, POST_UID).findFirst({ filters: { title } });
  return found?.documentId ?? '';
}

it('writes the site that was imported, and says that nothing differs', async () => {
  const id = await exported({});
  expect(await summary(id)).toMatchObject({
    state: 'done',
    counts: { new: 0, changed: 0, moved: 0, unchanged: 3, refused: 0 },
    refused: [],
  });
  expect(await unzipped(`/${id}/file`)).toEqual(FILES);
  expect(await changesOf(id)).toEqual([]);
});

it('takes only what is asked for: status, categories with their children, days of the site', async () => {
  const categories = documentsOf(instance.strapi, CATEGORY_UID);
  const town = await categories.findFirst({ filters: { term: 'town' } });
  const harbour = await categories.findFirst({ filters: { term: 'harbour' } });
  await categories.update({
    documentId: harbour?.documentId ?? '',
    data: { parent: { documentId: town?.documentId } },
  });
  const filesOf = async (which: object) =>
    Object.keys(await unzipped(`/${await exported(which)}/file`)).sort();
  expect(await filesOf({ categories: [harbour?.documentId] })).toEqual([B]);
  expect(await filesOf({ categories: [town?.documentId] })).toEqual([A, B]);
  expect(await filesOf({ status: 'published' })).toEqual([A, B, '_config.yml'].sort());
  expect(await filesOf({ from: '2021-12-30', until: '2021-12-30' })).toEqual([B]);
  expect(await filesOf({ until: '2021-12-29', status: 'published' })).toEqual([A]);
});

it('lists the files that differ, with both texts', async () => {
  const posts = documentsOf(instance.strapi, POST_UID);
  const [a, b] = [await idOf('A'), await idOf('B')];
  await posts.update({ documentId: a, data: { author: 'Lan' } });
  await posts.publish({ documentId: a });
  await posts.update({ documentId: b, data: { body: 'Another text.\n' } });
  await posts.publish({ documentId: b });
  await posts.create({ data: { frontMatter: 'title: New\nslug: new\n', body: 'New.' } });
  const id = await exported({});
  expect((await summary(id))?.counts).toEqual({ new: 1, changed: 2, moved: 0, unchanged: 1, refused: 0 });
  const changes = await changesOf(id);
  expect(changes.map(({ kind, title }) => [kind, title])).toEqual([
    ['changed', 'A'],
    ['changed', 'B'],
    ['new', 'New'],
  ]);
  expect(await changesOf(id, '?page=2&pageSize=2')).toEqual([changes[2]]);
  expect(await changesOf(id, '?kind=new')).toEqual([changes[2]]);

  const texts = async ({ documentId, locale }: ExportChange): Promise<ExportTexts> =>
    (await send('get', `/texts?documentId=${documentId}&locale=${locale}`).expect(200)).body
      .data as ExportTexts;
  const ofA = await texts(changes[0]);
  expect(ofA.before).toBe(FILES[A]);
  expect(ofA.after).toContain('author: Lan');
  const ofB = await texts(changes[1]);
  expect(ofB.before).toBe(FILES[B]);
  expect(ofB.after).toContain('Another text.\n');
});

it('keeps the imported text through edits of header and body, and through unpublishing', async () => {
  const posts = documentsOf(instance.strapi, POST_UID);
  const documentId = await idOf('B');
  const texts = async (): Promise<ExportTexts> =>
    (await send('get', `/texts?documentId=${documentId}&locale=en`).expect(200)).body.data as ExportTexts;
  const whole = await posts.findFirst({ locale: 'en', filters: { documentId } });
  const edited = { frontMatter: `# Checked\n${String(whole?.frontMatter)}`, body: 'Another text.\n' };
  await posts.update({ documentId, locale: 'en', data: { frontMatter: edited.frontMatter } });
  expect(await texts()).toMatchObject({ before: FILES[B] });
  await posts.update({ documentId, locale: 'en', data: { body: edited.body } });
  await posts.unpublish({ documentId, locale: 'en' });
  expect(await texts()).toMatchObject({
    before: FILES[B],
    after: expect.stringMatching(/# Checked[^]*published: false[^]*Another text/) as string,
  });
  await posts.publish({ documentId, locale: 'en' });
  const kept = (await allPostRows(instance.strapi)).filter((row) => row.documentId === documentId);
  expect(kept.map(({ importedText }) => importedText?.body)).toEqual([
    String(whole?.body),
    String(whole?.body),
  ]);
  const { frontMatter, body } = whole as unknown as { frontMatter: string; body: string };
  await posts.update({ documentId, locale: 'en', data: { frontMatter, body } });
  const [draft] = (await allPostRows(instance.strapi)).filter((row) => row.documentId === documentId);
  expect(draft.importedText).toBeNull();
});

it('does not take what stands there for the imported text where a file came in another way', async () => {
  const documentId = await idOf('B');
  await instance.strapi.db
    .query(POST_UID)
    .updateMany({ where: { documentId }, data: { body: 'Written past the hook.\n' } });
  const { body } = await send('get', `/texts?documentId=${documentId}&locale=en`).expect(200);
  expect(body.data).toMatchObject({
    before: null,
    after: expect.stringContaining('past the hook') as string,
  });
});

it('gives the files of chosen posts at once, and keeps none of it', async () => {
  await exported({});
  const before = readdirSync(keptFolder());
  const files = await unzipped(`/chosen?posts=${await idOf('A')},${await idOf('Hidden')}`);
  expect(files).toEqual({ [A]: FILES[A], [HIDDEN]: FILES[HIDDEN] });
  // The folder goes when the file was sent, which is a moment after it came.
  for (let tries = 0; readdirSync(keptFolder()).length > before.length && tries < 100; tries += 1)
    await wait(50);
  expect(readdirSync(keptFolder())).toEqual(before);
});

it('goes on from the beginning after it was cancelled, and leaves no half of a file', async () => {
  const { body } = await send('post', '', ALL).expect(201);
  const id = body.data.id as number;
  const control = (action: string) =>
    request(instance.server).post(`/press/jobs/${id}/${action}`).set('Authorization', `Bearer ${token}`);
  await control('cancel').expect(200);
  expect(await summary(id)).toMatchObject({ state: 'cancelled', counts: null, size: null });
  await send('get', `/${id}/file`).expect(400);
  await control('resume').expect(200);
  await instance.strapi.plugin('press').service<JobsService>('jobs').drain(new AbortController().signal);
  expect(await unzipped(`/${id}/file`)).toEqual(FILES);
});

it('forgets an export with its file', async () => {
  const before = readdirSync(keptFolder());
  const id = await exported({});
  expect(readdirSync(keptFolder())).toHaveLength(before.length + 1);
  await send('delete', `/${id}`).expect(200);
  expect(await summary(id)).toBeUndefined();
  await send('get', `/${id}/file`).expect(404);
  expect(readdirSync(keptFolder())).toEqual(before);
});

it('names what of a request cannot be used', async () => {
  const { body } = await send('post', '', { ...ALL, from: '2022-01-02', until: '2022-01-01' }).expect(400);
  expect(body.error.details.errors[0].path).toEqual(['until']);
  await send('post', '', { ...ALL, from: 'yesterday' }).expect(400);
  await send('get', '/chosen?posts=').expect(400);
  await send('get', '/999/file').expect(404);
});

it('refuses administrators who may not export, or not read posts', async () => {
  const { strapi, server } = instance;
  const id = await exported({});
  for (const actions of [['plugin::press.posts.export'], ['plugin::press.overview.see', READ_POSTS]]) {
    const other = await administratorWith(strapi, server, actions);
    const ask = (url: string) =>
      request(server).get(`/press/exports${url}`).set('Authorization', `Bearer ${other}`);
    for (const url of [`/${id}/file`, `/${id}/changes`, '/texts?documentId=a', '/chosen?posts=a'])
      await ask(url).expect(403);
    await request(server)
      .post('/press/exports')
      .set('Authorization', `Bearer ${other}`)
      .send(ALL)
      .expect(403);
  }
});
