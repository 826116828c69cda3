import { omit } from 'lodash';
import request from 'supertest';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { startStrapi, type StrapiInstance } from './strapi-instance';

interface Configuration {
  settings: Record<string, unknown>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
  metadatas: Record<string, { edit: { label: string }; list: object }>;
}

const PRESS = { site: { url: 'https://paper.example' } };
let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({ press: PRESS });
});

afterAll(() => instance.stop());

async function send(method: 'get' | 'put', path: string, body?: object) {
  const call = request(instance.server)
    [method](path)
    .set('Authorization', `Bearer ${await instance.adminToken()}`);
  return body === undefined ? call : call.send(body);
}

async function configuration(uid: string): Promise<Configuration> {
  const response = await send('get', `/content-manager/content-types/${uid}/configuration`);
  expect(response.status).toBe(200);
  return response.body.data.contentType as Configuration;
}

const namesOf = ({ layouts }: Configuration): string[] => layouts.edit.flat().map(({ name }) => name);

it('starts with a form that has what editors write, in the order in which they write it', async () => {
  const post = await configuration(POST_UID);
  expect(namesOf(post).slice(0, 8)).toEqual([
    'title',
    'slug',
    'date',
    'author',
    'categories',
    'tags',
    'body',
    'frontMatter',
  ]);
  for (const generated of ['url', 'shareLinks', 'backLinks', 'extra', 'diagnostics', 'envelope', 'filePath'])
    expect(namesOf(post)).not.toContain(generated);
  expect(post.settings).toMatchObject({
    mainField: 'title',
    defaultSortBy: 'date',
    defaultSortOrder: 'DESC',
  });
  expect(post.layouts.list).toEqual(['title', 'date', 'categories', 'url']);
  expect(post.metadatas.shareUrl.edit.label).toBe('Share URL');
});

it('names categories and tags by their names', async () => {
  for (const uid of [CATEGORY_UID, TAG_UID])
    expect((await configuration(uid)).settings).toMatchObject({ mainField: 'name' });
});

it('keeps the form that somebody configured, also after a new start', async () => {
  const { settings, layouts, metadatas } = await configuration(POST_UID);
  const own = {
    list: ['title', 'slug'],
    edit: [[{ name: 'body', size: 12 }], [{ name: 'title', size: 12 }]],
  };
  const saved = await send('put', `/content-manager/content-types/${POST_UID}/configuration`, {
    settings,
    layouts: { ...layouts, ...own },
    metadatas: Object.fromEntries(
      Object.entries(metadatas).map(([name, { edit, list }]) => [
        name,
        { edit, list: omit(list, 'mainField') },
      ]),
    ),
  });
  expect(saved.status).toBe(200);
  instance = await instance.restart(PRESS);
  expect((await configuration(POST_UID)).layouts).toMatchObject(own);
});

it('offers none of our types in the Content-Type Builder', async () => {
  const response = await send('get', '/content-type-builder/content-types');
  const offered = (response.body.data as { uid: string; schema: { visible: boolean } }[]).filter(
    ({ uid, schema }) => uid.startsWith('plugin::press.') && schema.visible,
  );
  expect(offered).toEqual([]);
});
