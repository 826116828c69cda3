import request from 'supertest';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'] });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, READ);
  for (let day = 1; day <= 5; day += 1)
    await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      status: 'published',
      data: { frontMatter: `title: P${day}\ndate: 2022-01-0${day}\ncategories: town\n`, body: 'Text.\n' },
    });
});

const get = (path: string, query: object = {}) =>
  request(instance.server).get(`/api/press/${path}`).query(query);

interface Post {
  title: string;
}

const titlesOf = ({ body }: { body: { data: Post[] } }): string[] => body.data.map(({ title }) => title);

describe('GET posts/by-cursor', () => {
  it('answers page by page, with fields and relations as asked', async () => {
    const first = await get('posts/by-cursor', {
      first: 2,
      category: 'town',
      withCount: true,
      fields: ['title'],
      populate: { categories: { fields: ['name'] } },
    });
    expect(first.status).toBe(200);
    expect(titlesOf(first)).toEqual(['P5', 'P4']);
    expect(first.body.data[0]).toEqual({
      id: expect.any(Number),
      documentId: expect.any(String),
      title: 'P5',
      categories: [expect.objectContaining({ name: 'town' })],
    });
    expect(first.body.meta).toMatchObject({
      totalCount: 5,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const { endCursor } = first.body.meta.pageInfo;
    const second = await get('posts/by-cursor', { first: 2, category: 'town', after: endCursor });
    expect(titlesOf(second)).toEqual(['P3', 'P2']);
    expect(second.body.meta).not.toHaveProperty('totalCount');
    const back = await get('posts/by-cursor', {
      last: 2,
      before: second.body.meta.pageInfo.startCursor,
    });
    expect(titlesOf(back)).toEqual(['P5', 'P4']);
  });

  it.each([
    [{ first: '101' }, 'first is 101; a page has 1 to 100 posts'],
    [{ first: 'many' }, 'first must be a whole number'],
    [{ sort: 'title' }, 'Invalid parameter sort'],
    [{ filters: { frontMatter: 'x' } }, 'Invalid parameter filters'],
    [{ includeChildren: 'maybe' }, 'includeChildren must be true or false'],
    [{ after: 'nonsense' }, 'after is no cursor'],
  ])('refuses %j with a reason', async (query, message) => {
    const { status, body } = await get('posts/by-cursor', query);
    expect({ status, message: body.error.message as string }).toEqual({
      status: 400,
      message: expect.stringContaining(message),
    });
  });

  it('shows no draft and no private attribute to those who may only read', async () => {
    for (const status of ['draft', 'any'])
      expect((await get('posts/by-cursor', { status })).status).toBe(403);
    const { body } = await get('posts/by-cursor');
    for (const name of ['frontMatter', 'diagnostics', 'urlKey', 'filePath'])
      expect(body.data[0]).not.toHaveProperty(name);
    const asked = await get('posts/by-cursor', { fields: ['frontMatter'] });
    expect(asked.status).toBe(400);
  });
});

describe('GET categories/by-slug/:slug', () => {
  it('answers the category of the locale', async () => {
    const { status, body } = await get('categories/by-slug/town', { fields: ['name'] });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ name: 'town' });
    expect((await get('categories/by-slug/town', { locale: 'zh-Hans' })).status).toBe(404);
    expect((await get('categories/by-slug/nowhere')).status).toBe(404);
  });

  it('refuses what it does not know, and private attributes', async () => {
    expect((await get('categories/by-slug/town', { status: 'draft' })).status).toBe(400);
    expect((await get('categories/by-slug/town', { fields: ['termKey'] })).status).toBe(400);
    const found = await documentsOf(instance.strapi, CATEGORY_UID).findFirst({ locale: 'en' });
    expect((await get(`categories/${found?.documentId}`)).status).toBe(200);
  });
});
