import request from 'supertest';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { expectInvariants } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

interface Document {
  documentId: string;
  [attribute: string]: unknown;
}

let instance: StrapiInstance;
let token: string;
let changes: number;

beforeAll(async () => {
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' } } });
  token = await instance.adminToken();
  instance.strapi.eventHub.on(POSTS_CHANGED, () => {
    changes += 1;
    return Promise.resolve();
  });
});

afterAll(() => instance.stop());

beforeEach(() => {
  changes = 0;
});

afterEach(() => expectInvariants(instance.strapi));

const PATH = `/content-manager/collection-types/${POST_UID}`;

function send(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) {
  const call = request(instance.server)[method](path).set('Authorization', `Bearer ${token}`);
  return body === undefined ? call : call.send(body);
}

async function saved(body: Record<string, unknown>): Promise<Document> {
  const response = await send('post', PATH, body);
  expect(response.status).toBe(201);
  return response.body.data as Document;
}

/** The edit form's values as the admin sends them on each save: all scalars it was given, relations as changes. */
function form({ documentId, id, createdBy, updatedBy, localizations, status, ...values }: Document) {
  return { ...values, categories: { connect: [], disconnect: [] }, tags: { connect: [], disconnect: [] } };
}

it('creates with only the touched fields, then saves with all of them', async () => {
  const created = await saved({ title: 'From the form', body: 'Text.' });
  expect(created).toMatchObject({
    slug: 'from-the-form',
    frontMatter: expect.stringContaining('title: From the form'),
  });
  const response = await send('put', `${PATH}/${created.documentId}`, { ...form(created), title: 'Changed' });
  expect(response.status).toBe(200);
  expect(response.body.data).toMatchObject({
    title: 'Changed',
    frontMatter: expect.stringContaining('title: Changed'),
  });
  expect(changes).toBe(0);
});

it('publishes what the form holds in one request and announces it once', async () => {
  const created = await saved({ title: 'To publish', body: '' });
  const response = await send('post', `${PATH}/${created.documentId}/actions/publish`, {
    ...form(created),
    title: 'Published title',
  });
  expect(response.status).toBe(200);
  expect(response.body.data).toMatchObject({
    title: 'Published title',
    url: expect.stringContaining('/to-publish.html'),
  });
  expect(changes).toBe(1);
});

it('publishes a new post in one request', async () => {
  const response = await send('post', `${PATH}/actions/publish`, { title: 'New and public', body: '' });
  expect(response.status).toBe(200);
  expect(changes).toBe(1);
});

it('shows the problems of a post that cannot be published at the fields of the form', async () => {
  const created = await saved({ frontMatter: 'title: ""\ndate: 2021-13-45\n', body: '' });
  const response = await send('post', `${PATH}/${created.documentId}/actions/publish`, form(created));
  expect(response.status).toBe(400);
  expect(response.body.error.details.errors).toEqual([
    expect.objectContaining({ path: ['title'], name: 'ValidationError' }),
    expect.objectContaining({ path: ['date'], name: 'ValidationError' }),
  ]);
});

it('connects categories with a position and follows with text, URL and links', async () => {
  const categories = [];
  for (const name of ['News', 'Town']) {
    const response = await send('post', `/content-manager/collection-types/${CATEGORY_UID}`, { name });
    expect(response.status).toBe(201);
    categories.push(response.body.data as Document);
  }
  const created = await saved({
    title: 'Connected',
    body: '',
    categories: {
      connect: [{ documentId: categories[0].documentId, position: { end: true } }],
      disconnect: [],
    },
  });
  expect(created.frontMatter).toContain('News');
  const response = await send('put', `${PATH}/${created.documentId}`, {
    ...form(created),
    categories: {
      connect: [
        {
          documentId: categories[1].documentId,
          position: { before: categories[0].documentId, status: 'draft' },
        },
      ],
      disconnect: [],
    },
  });
  expect(response.status).toBe(200);
  expect(response.body.data.url).toContain('/town/news/');
});

it('discards, unpublishes, clones, publishes and deletes in bulk', async () => {
  const first = await saved({ title: 'Bulk one', body: '' });
  const second = await saved({ title: 'Bulk two', body: '' });
  const documentIds = [first.documentId, second.documentId];
  const published = await send('post', `${PATH}/actions/bulkPublish`, { documentIds, locale: 'en' });
  expect(published.body).toEqual({ count: 2 });
  await expectInvariants(instance.strapi);
  await send('put', `${PATH}/${first.documentId}`, { title: 'Not this' }).expect(200);
  const discarded = await send('post', `${PATH}/${first.documentId}/actions/discard`, {});
  expect(discarded.body.data).toMatchObject({ title: 'Bulk one' });
  await expectInvariants(instance.strapi);
  await send('post', `${PATH}/${first.documentId}/actions/unpublish`, {}).expect(200);
  await expectInvariants(instance.strapi);
  const cloned = await send('post', `${PATH}/clone/${second.documentId}`, { title: 'Cloned' });
  expect(cloned.body.data).toMatchObject({ title: 'Cloned', slug: 'bulk-two-2' });
  await expectInvariants(instance.strapi);
  const unpublished = await send('post', `${PATH}/actions/bulkUnpublish`, {
    documentIds: [second.documentId],
    locale: 'en',
  });
  expect(unpublished.body).toEqual({ count: 1 });
  const deleted = await send('post', `${PATH}/actions/bulkDelete`, { documentIds, locale: 'en' });
  expect(deleted.body).toEqual({ count: 2 });
});
