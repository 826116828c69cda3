import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import type { FileProblem, ImportDetail, ImportSummary } from '../../core/admin/import';
import { importAsJob } from '../../server/src/import';
import { openImportSource } from '../../server/src/import/import-source';
import type { JobsService } from '../../server/src/jobs';
import { JOB_UID, POST_UID } from '../../server/src/plugin-id';
import type { UploadsService } from '../../server/src/uploads';
import { zipOf } from '../unit/import/zip-archive';
import { deleteEverything } from './documents';
import { expectInvariants } from './invariants';
import { makeSite, postText, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let token: string;

const PRESS = {
  site: { url: 'https://paper.example' },
  // Jobs run when a test says so.
  jobs: { run: false },
  limits: { archiveFiles: 1500, archiveBytes: 300_000 },
};

beforeAll(async () => {
  instance = await startStrapi({ press: PRESS });
  token = await instance.adminToken();
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

afterEach(async () => {
  await drain();
  await expectInvariants(instance.strapi);
  await deleteEverything(instance.strapi);
  await instance.strapi.db.query(JOB_UID).deleteMany({});
});

const jobs = () => instance.strapi.plugin('press').service<JobsService>('jobs');
const drain = () => jobs().drain(new AbortController().signal);
const uploadsFolder = () => path.join(instance.appDir, '.tmp', 'press-imports');

function send(method: 'get' | 'post' | 'put' | 'delete', url: string, body?: object) {
  const call = request(instance.server)[method](`/press/imports${url}`);
  call.set('Authorization', `Bearer ${token}`);
  return body === undefined ? call : call.send(body);
}

type Files = Parameters<typeof zipOf>[0];

async function upload(zip: Buffer, name = 'site.zip'): Promise<request.Response> {
  return send('post', `?name=${encodeURIComponent(name)}`)
    .set('Content-Type', 'application/zip')
    .send(zip);
}

async function sendSite(files: Files): Promise<number> {
  const response = await upload(await zipOf(files));
  expect(response.status).toBe(201);
  return response.body.data.id as number;
}

async function detail(id: number): Promise<ImportDetail> {
  const response = await send('get', `/${id}`).expect(200);
  return response.body.data as ImportDetail;
}

async function problems(id: number, query = ''): Promise<FileProblem[]> {
  const response = await send('get', `/${id}/problems${query}`).expect(200);
  return response.body.data as FileProblem[];
}

const post = (day: number): string => `_posts/2021-12-${String(day).padStart(2, '0')}-post.md`;
const GOOD: Files = [
  [post(1), postText('One', 'categories: town\n')],
  [post(2), postText('Two')],
];
const BROKEN: Files[number] = [post(3), '---\ntitle: "The "new" pier"\n---\nText.\n'];

it('checks what is sent, then imports it under the same number, and removes the files', async () => {
  const id = await sendSite([...GOOD, BROKEN]);
  expect(await detail(id)).toMatchObject({ step: 'check', state: 'queued', name: 'site.zip', outcome: null });
  await drain();
  expect(await detail(id)).toMatchObject({
    step: 'check',
    state: 'done',
    done: 3,
    total: 3,
    hasFiles: true,
    outcome: {
      counts: { created: 2, invalid: 1 },
      kinds: { error: 1, conflict: 0, note: 0 },
      newCategories: { count: 1, first: ['town'] },
    },
  });
  expect(await instance.strapi.db.query(POST_UID).count()).toBe(0);

  await send('post', `/${id}/run`, {}).expect(200);
  await drain();
  expect(await detail(id)).toMatchObject({
    step: 'import',
    state: 'done',
    hasFiles: false,
    canResume: false,
    outcome: { counts: { created: 2, invalid: 1 } },
  });
  expect(await problems(id)).toHaveLength(1);
  expect(await instance.strapi.db.query(POST_UID).count()).toBe(5);
});

it('imports a file as it was changed in place, and says what is left to do', async () => {
  const id = await sendSite([...GOOD, BROKEN]);
  await drain();
  const [problem] = await problems(id, '?kind=error');
  expect(problem).toMatchObject({ path: BROKEN[0], edited: false, outcome: 'invalid' });
  expect(problem.diagnostics[0]).toMatchObject({ ruleId: 'yaml/syntax', line: 2 });

  const { body } = await send('get', `/${id}/files?path=${BROKEN[0]}`).expect(200);
  expect(body.data).toMatchObject({ text: BROKEN[1], edited: false });
  const text = String(body.data.text).replace('"The "new" pier"', 'The new pier');
  const written = await send('put', `/${id}/files`, { path: BROKEN[0], text }).expect(200);
  expect(written.body.data).toMatchObject({ edited: true, diagnostics: [] });
  expect(await problems(id)).toEqual([
    { path: BROKEN[0], outcome: 'invalid', diagnostics: [], edited: true },
  ]);
  expect(await detail(id)).toMatchObject({ edited: 1, editedSince: true });

  await send('post', `/${id}/check`).expect(200);
  await drain();
  expect(await detail(id)).toMatchObject({
    edited: 1,
    editedSince: false,
    outcome: { counts: { created: 3, invalid: 0 } },
  });
  await send('post', `/${id}/run`, {}).expect(200);
  await drain();
  const stored = await instance.strapi.db.query(POST_UID).findOne({ where: { title: 'The new pier' } });
  expect(stored).toMatchObject({ filePath: BROKEN[0], frontMatter: 'title: The new pier\n' });
});

it('gives a file its own text back', async () => {
  const id = await sendSite([...GOOD, BROKEN]);
  await drain();
  await send('put', `/${id}/files`, { path: BROKEN[0], text: 'Nothing.' }).expect(200);
  const restored = await send('put', `/${id}/files`, { path: BROKEN[0], text: null }).expect(200);
  expect(restored.body.data).toMatchObject({ text: BROKEN[1], edited: false });
  expect(await detail(id)).toMatchObject({ edited: 0 });
});

it('makes all safe fixes at once, keeps each text, and checks again', async () => {
  const tabs = '\uFEFF---\r\ntitle: "The "east" pier"\r\ncategories: 36\r\n---\r\nText.\r\n';
  const untitled: Files[number] = [post(5), postText('""')];
  const id = await sendSite([...GOOD, BROKEN, [post(4), tabs], untitled]);
  await drain();
  expect(await detail(id)).toMatchObject({ fixes: false, outcome: { fixable: 2, fixed: null } });

  await send('post', `/${id}/fix`).expect(200);
  expect(await detail(id)).toMatchObject({ step: 'check', state: 'queued', fixes: true });
  await drain();
  expect(await detail(id)).toMatchObject({
    state: 'done',
    edited: 2,
    editedSince: false,
    outcome: {
      counts: { created: 4, invalid: 1 },
      kinds: { error: 1, conflict: 0, note: 0 },
      fixable: 0,
      fixed: { files: 2, problems: 3 },
    },
  });
  expect(await problems(id)).toMatchObject([{ path: untitled[0], edited: false }]);
  const { body } = await send('get', `/${id}/files?path=${post(4)}`).expect(200);
  expect(body.data).toMatchObject({
    edited: true,
    text: '---\r\ntitle: "The \\"east\\" pier"\r\ncategories: "36"\r\n---\r\nText.\r\n',
  });

  const undone = await send('put', `/${id}/files`, { path: BROKEN[0], text: null }).expect(200);
  expect(undone.body.data).toMatchObject({ text: BROKEN[1], edited: false });
  await send('post', `/${id}/check`).expect(200);
  await drain();
  expect(await detail(id)).toMatchObject({ edited: 1, outcome: { fixable: 1, fixed: null } });

  await send('post', `/${id}/run`, {}).expect(200);
  await drain();
  const stored = await instance.strapi.db.query(POST_UID).findOne({ where: { filePath: post(4) } });
  expect(stored).toMatchObject({ title: 'The "east" pier', envelope: { bom: true, open: '---\r\n' } });
});

it('goes on with fixes after the server was stopped in the middle, and counts all of them', async () => {
  const files: Files = Array.from({ length: 1200 }, (_, index) => [
    `_posts/2021-12-01-post-${index}.md`,
    `---\ntitle: "The "${index}" pier"\n---\nText.\n`,
  ]);
  const id = await sendSite(files);
  await drain();
  await send('post', `/${id}/fix`).expect(200);
  const ending = new AbortController();
  await jobs().drain(ending.signal, { progressed: () => ending.abort() });
  const stopped = await detail(id);
  expect(stopped).toMatchObject({ state: 'queued', total: 1200, fixes: true });
  expect(stopped.done).toBeLessThan(1200);

  instance = await instance.restart(PRESS);
  await drain();
  expect(await detail(id)).toMatchObject({
    state: 'done',
    edited: 1200,
    outcome: { counts: { created: 1200 }, fixable: 0, fixed: { files: 1200, problems: 1200 } },
  });
});

it('keeps a byte order mark and the ends of lines of a file that is changed', async () => {
  const file = post(4);
  const id = await sendSite([[file, '\uFEFF---\r\ntitle: ""\r\n---\r\nText.\r\n']]);
  await drain();
  await send('put', `/${id}/files`, { path: file, text: '---\ntitle: Four\n---\nText.\n' }).expect(200);
  await send('post', `/${id}/run`, {}).expect(200);
  await drain();
  const stored = await instance.strapi.db.query(POST_UID).findOne({ where: { filePath: file } });
  expect(stored).toMatchObject({
    title: 'Four',
    frontMatter: 'title: Four\r\n',
    envelope: { bom: true, open: '---\r\n' },
  });
});

it('has no file outside what was sent', async () => {
  const id = await sendSite(GOOD);
  await drain();
  for (const file of ['../../config/server.js', '/etc/passwd', '_posts/none.md']) {
    await send('get', `/${id}/files?path=${encodeURIComponent(file)}`).expect(404);
    await send('put', `/${id}/files`, { path: file, text: 'x' }).expect(404);
  }
  expect(await detail(id)).toMatchObject({ edited: 0 });
});

it('pages the files with problems, also by what is wrong with them', async () => {
  const files: Files = Array.from({ length: 30 }, (_, index) => [
    post(index + 1),
    index % 2 ? postText('""') : postText('A', `categories: town, ${index}\n`),
  ]);
  const id = await sendSite(files);
  await drain();
  const second = await problems(id, '?kind=error&page=2&pageSize=10');
  expect(second.map((file) => file.path)).toEqual([22, 24, 26, 28, 30].map(post));
  expect(await problems(id, '?kind=note&page=1&pageSize=100')).toHaveLength(15);
  const { body, headers } = await send('get', `/${id}/report`).expect(200);
  expect(headers['content-disposition']).toBe(`attachment; filename="import-${id}.json"`);
  expect(body.problems).toHaveLength(30);
  expect(body).toMatchObject({ files: 30, kinds: { error: 15, conflict: 0, note: 15 } });
});

it('keeps a conflict unless it is told to overwrite', async () => {
  const first = await sendSite(GOOD);
  await drain();
  await send('post', `/${first}/run`, {}).expect(200);
  await drain();
  const row = await instance.strapi.db
    .query(POST_UID)
    .findOne({ where: { title: 'One', publishedAt: null } });
  await instance.strapi.documents(POST_UID).update({
    documentId: row.documentId as string,
    locale: 'en',
    data: { title: 'Edited here' } as never,
  });
  const id = await sendSite([[GOOD[0][0], postText('Edited there', 'categories: town\n')], GOOD[1]]);
  await drain();
  expect(await detail(id)).toMatchObject({
    outcome: { counts: { conflict: 1, unchanged: 1 }, kinds: { conflict: 1 } },
  });
  await send('post', `/${id}/run`, { overwrite: true }).expect(200);
  await drain();
  expect(await detail(id)).toMatchObject({ outcome: { counts: { updated: 1, unchanged: 1 } } });
});

it('goes on with an import that was cancelled, in another process too', async () => {
  const id = await sendSite(GOOD);
  await drain();
  await send('post', `/${id}/run`, {}).expect(200);
  await request(instance.server)
    .post(`/press/jobs/${id}/cancel`)
    .set('Authorization', `Bearer ${token}`)
    .expect(200);
  expect(await detail(id)).toMatchObject({ state: 'cancelled', canResume: true, hasFiles: true });
  await send('post', `/${id}/resume`).expect(200);
  instance = await instance.restart(PRESS);
  await drain();
  expect(await detail(id)).toMatchObject({ state: 'done', outcome: { counts: { created: 2 } } });
});

it('goes on after the server was stopped in the middle', async () => {
  const files: Files = Array.from({ length: 1200 }, (_, index) => [
    `_posts/2021-12-01-post-${index}.md`,
    postText(`Post ${index}`),
  ]);
  const id = await sendSite(files);
  await drain();
  await send('post', `/${id}/run`, {}).expect(200);
  const ending = new AbortController();
  await jobs().drain(ending.signal, { progressed: () => ending.abort() });
  expect(await detail(id)).toMatchObject({ state: 'queued', total: 1200 });
  const before = await instance.strapi.db.query(POST_UID).count();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(2 * files.length);

  instance = await instance.restart(PRESS);
  await drain();
  expect(await detail(id)).toMatchObject({ state: 'done', done: 1200, hasFiles: false });
  expect(await instance.strapi.db.query(POST_UID).count()).toBe(2 * files.length);
});

it('fails with what to do where the upload does not lie', async () => {
  const id = await sendSite(GOOD);
  await drain();
  await send('post', `/${id}/run`, {}).expect(200);
  const job = await jobs().find(id);
  rmSync(path.join(uploadsFolder(), String(job?.params.upload), 'upload.zip'));
  await drain();
  expect(await detail(id)).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('send it again'),
    canResume: false,
  });
});

it('discards a check wholly', async () => {
  const before = existsSync(uploadsFolder()) ? readdirSync(uploadsFolder()) : [];
  const id = await sendSite(GOOD);
  await drain();
  await send('delete', `/${id}`).expect(200);
  await send('get', `/${id}`).expect(404);
  expect(readdirSync(uploadsFolder())).toEqual(before);
});

it('removes a check that nobody looked at for long, and nothing that is younger', async () => {
  const old = await sendSite(GOOD);
  const before = readdirSync(uploadsFolder());
  const young = await sendSite(GOOD);
  await drain();
  const long = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  for (const name of before) utimesSync(path.join(uploadsFolder(), name), long, long);
  await instance.strapi.plugin('press').service<UploadsService>('uploads').removeOld();
  await send('get', `/${old}`).expect(404);
  await send('get', `/${young}`).expect(200);
});

it.each([
  ['what is no zip file', () => Buffer.from('nothing'), 400],
  ['too many files', () => zipOf(Array.from({ length: 1501 }, (_, n) => [`_posts/${n}.md`, 'x'])), 413],
  ['too many bytes', () => Buffer.alloc(300_001), 413],
  ['too many bytes when unpacked', () => zipOf([['_posts/a.md', 'x'.repeat(300_001)]]), 413],
])('refuses %s and keeps nothing of it', async (_, zip: () => Buffer | Promise<Buffer>, status) => {
  const before = existsSync(uploadsFolder()) ? readdirSync(uploadsFolder()) : [];
  const response = await upload(await zip());
  expect(response.status).toBe(status);
  expect(response.body.error.message).toMatch(/zip file|larger|more than/);
  expect(existsSync(uploadsFolder()) ? readdirSync(uploadsFolder()) : []).toEqual(before);
});

it('takes a zip file with the extension for large ones, which the page asks for where it cannot pack a site', async () => {
  const zip = await zipOf([...GOOD, BROKEN], { forceZip64Format: true });
  expect(zip.includes('PK\u0006\u0006')).toBe(true);
  const response = await upload(zip);
  expect(response.status).toBe(201);
  const id = response.body.data.id as number;
  await drain();
  expect(await detail(id)).toMatchObject({ total: 3, outcome: { counts: { created: 2, invalid: 1 } } });
  const { body } = await send('get', `/${id}/files?path=${BROKEN[0]}`).expect(200);
  expect(body.data).toMatchObject({ text: BROKEN[1] });
});

it('tells why nothing can come from what was sent', async () => {
  const id = await sendSite([['readme.md', 'No posts.']]);
  await drain();
  expect(await detail(id)).toMatchObject({
    state: 'failed',
    error: 'site.zip: no files in _posts or _drafts folders',
  });
});

it('lists imports of the command beside those of the page', async () => {
  const site = await makeSite(Object.fromEntries(GOOD) as Record<string, string>);
  const { source } = await openImportSource(site.root);
  await importAsJob(instance.strapi, source, site.root, {});
  const id = await sendSite(GOOD);
  await drain();
  const { body } = await send('get', '?page=1&pageSize=1').expect(200);
  expect(body.meta.pagination).toMatchObject({ total: 2, pageCount: 2 });
  expect(body.data).toMatchObject([{ id, from: 'upload', step: 'check' }]);
  const second = await send('get', '?page=2&pageSize=1').expect(200);
  const [command] = second.body.data as ImportSummary[];
  expect(command).toMatchObject({
    from: 'command',
    step: 'import',
    name: path.basename(site.root),
    counts: { created: 2 },
  });
  await send('post', `/${command.id}/run`, {}).expect(400);
});

it('refuses administrators whose roles do not allow it', async () => {
  const { strapi } = instance;
  const role = await strapi.service('admin::role').create({ name: 'Guest', description: '' });
  const guest = { firstname: 'G', email: 'guest@paper.example', password: 'Harbour-1904' };
  await strapi.service('admin::user').create({
    ...guest,
    lastname: 'Guest',
    isActive: true,
    roles: [role.id],
    registrationToken: null,
  });
  const { body } = await request(instance.server)
    .post('/admin/login')
    .send({ email: guest.email, password: guest.password })
    .expect(200);
  const administrator = token;
  token = body.data.token as string;
  try {
    await send('get', '').expect(403);
    expect((await upload(await zipOf(GOOD))).status).toBe(403);
    await strapi
      .service('admin::role')
      .assignPermissions(role.id, [
        { action: 'plugin::press.posts.import', subject: null, properties: {}, conditions: [] },
      ]);
    await send('get', '').expect(200);
    const refused = await upload(await zipOf(GOOD));
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('create, change and publish posts');
  } finally {
    token = administrator;
  }
  await request(instance.server).get('/press/imports').expect(401);
});
