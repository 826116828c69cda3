import type { Core } from '@strapi/strapi';
import request from 'supertest';
import type { JobView } from '../../core/admin/jobs';
import type { JobsService } from '../../server/src/jobs';
import { JOB_UID, POST_UID } from '../../server/src/plugin-id';
import { administratorWith } from './administrators';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;
let id: number;

const jobs = () => strapi.plugin('press').service<JobsService>('jobs');

beforeAll(async () => {
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' }, jobs: { run: false } } });
  strapi = instance.strapi;
});

afterAll(() => instance.stop());

beforeEach(async () => {
  id = await jobs().enqueue('regenerate', { scope: 'all', cause: 'settings' });
});

afterEach(async () => {
  await strapi.db.query(JOB_UID).deleteMany({});
});

function send(method: 'get' | 'post', path: string, token: string) {
  return request(instance.server)[method](path).set('Authorization', `Bearer ${token}`);
}

it('lists jobs without what only the server needs to know', async () => {
  const { body, status } = await send('get', '/press/jobs?state=open', await instance.adminToken());
  expect(status).toBe(200);
  expect(body.data).toEqual([
    {
      id,
      kind: 'regenerate',
      state: 'queued',
      counts: null,
      report: null,
      error: null,
      createdAt: expect.any(String),
      startedAt: null,
      finishedAt: null,
      mayControl: true,
    },
  ]);
});

it('leaves jobs that have ended out of the open ones', async () => {
  await jobs().settled();
  const token = await instance.adminToken();
  expect((await send('get', '/press/jobs?state=open', token)).body.data).toEqual([]);
  const { body } = await send('get', '/press/jobs', token);
  expect((body.data as JobView[]).map(({ state }) => state)).toEqual(['done']);
});

it('cancels a job once, and has it go on', async () => {
  const token = await instance.adminToken();
  const cancelled = await send('post', `/press/jobs/${id}/cancel`, token);
  expect(cancelled.body.data).toMatchObject({ id, state: 'cancelled' });
  expect((await send('post', `/press/jobs/${id}/cancel`, token)).status).toBe(400);
  const resumed = await send('post', `/press/jobs/${id}/resume`, token);
  expect(resumed.body.data).toMatchObject({ id, state: 'queued' });
  expect((await send('post', `/press/jobs/${id}/resume`, token)).status).toBe(400);
  await jobs().settled();
  expect((await send('get', `/press/jobs/${id}`, token)).body.data).toMatchObject({ state: 'done' });
});

it('answers 404 for a job that is not there', async () => {
  const token = await instance.adminToken();
  for (const missing of ['999999', 'none']) {
    expect((await send('get', `/press/jobs/${missing}`, token)).status).toBe(404);
  }
});

it('shows jobs to whoever may do a part of their work, and lets only those control them who may do it', async () => {
  const exporter = await administratorWith(strapi, instance.server, ['plugin::press.posts.export']);
  const { body } = await send('get', `/press/jobs/${id}`, exporter);
  expect(body.data).toMatchObject({ id, mayControl: false });
  expect((await send('post', `/press/jobs/${id}/cancel`, exporter)).status).toBe(403);

  const keeper = await administratorWith(strapi, instance.server, ['plugin::press.settings.update']);
  expect((await send('post', `/press/jobs/${id}/cancel`, keeper)).status).toBe(200);
});

const MAY_WRITE = ['create', 'update', 'publish'].map((action) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: POST_UID,
  properties: { fields: ['title'], locales: ['en'] },
}));

it('has an import go on only for those who may write posts, as its own page does', async () => {
  const run = await jobs().enqueue('import', { path: '/nowhere', options: {} });
  const importer = await administratorWith(strapi, instance.server, ['plugin::press.posts.import']);
  const cancelled = await send('post', `/press/jobs/${run}/cancel`, importer);
  expect(cancelled.body.data).toMatchObject({ state: 'cancelled', mayControl: false });
  for (const path of [`/press/jobs/${run}/resume`, `/press/imports/${run}/resume`]) {
    const { status, body } = await send('post', path, importer);
    expect({ path, status }).toEqual({ path, status: 403 });
    expect(body.error.message).toContain('create, change and publish posts');
  }
  expect(await jobs().find(run)).toMatchObject({ state: 'cancelled' });

  const writer = await administratorWith(strapi, instance.server, [
    'plugin::press.posts.import',
    ...MAY_WRITE,
  ]);
  expect((await send('get', `/press/jobs/${run}`, writer)).body.data).toMatchObject({ mayControl: true });
  const resumed = await send('post', `/press/jobs/${run}/resume`, writer);
  expect(resumed.body.data).toMatchObject({ state: 'queued' });
});

it('has a merge and an export go on only for those who may begin one', async () => {
  const kinds = {
    merge: { params: { kind: 'category' }, action: 'plugin::press.terms.merge' },
    export: { params: {}, action: 'plugin::press.posts.export' },
  } as const;
  for (const kind of ['merge', 'export'] as const) {
    const run = await jobs().enqueue(kind, kinds[kind].params);
    const limited = await administratorWith(strapi, instance.server, [kinds[kind].action]);
    expect((await send('post', `/press/jobs/${run}/cancel`, limited)).status).toBe(200);
    const { status, body } = await send('post', `/press/jobs/${run}/resume`, limited);
    expect({ kind, status, message: body.error.message }).toEqual({
      kind,
      status: 403,
      message: expect.stringContaining('Your roles do not let you') as string,
    });
    expect(await jobs().find(run)).toMatchObject({ state: 'cancelled' });
  }
});

it('is closed to administrators without any of our permissions, and to the public', async () => {
  const stranger = await administratorWith(strapi, instance.server, []);
  expect((await send('get', '/press/jobs', stranger)).status).toBe(403);
  expect((await send('get', `/press/jobs/${id}`, stranger)).status).toBe(403);
  expect((await request(instance.server).get('/press/jobs')).status).toBe(401);
});
