import request from 'supertest';
import { POST_UID } from '../../server/src/plugin-id';
import { countStatements } from './count-statements';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example' } },
  });
  await deleteEverything(instance.strapi);
  const posts: [terms: string, date: string, locale: string, status: string][] = [
    ['sea, town, alley', '2022-01-01', 'en', 'published'],
    ['sea, town', '2022-01-02', 'en', 'published'],
    ['sea, beach', '2022-01-03', 'en', 'published'],
    ['town, harbour', '2022-01-04', 'en', 'draft'],
    ['harbour', '2999-01-01', 'en', 'published'],
    ['alley', '2022-01-05', 'zh-Hans', 'published'],
  ];
  for (const [terms, date, locale, status] of posts)
    await documentsOf(instance.strapi, POST_UID).create({
      locale,
      status,
      data: {
        frontMatter: `title: Of ${date}\ndate: ${date}\ncategories: [${terms}]\ntags: [${terms}]\n`,
        body: '',
      },
    });
});

afterAll(() => instance.stop());

beforeEach(() => setPublicActions(instance.strapi, READ));

interface Term {
  name: string;
}

const namesOf = (terms: Term[]): string[] => terms.map(({ name }) => name);
const BY_COUNT = ['sea', 'town', 'alley', 'beach', 'harbour'];

describe.each([
  ['pressCategories', 'categories'],
  ['pressTags', 'tags'],
])('%s ordered by the number of posts', (query, route) => {
  async function graphql(args: string): Promise<string[]> {
    const { data, errors } = await askGraphql(instance, `{ ${query}(${args}) { name postCount } }`);
    expect({ args, errors }).toEqual({ args, errors: [] });
    return namesOf(data?.[query] as Term[]);
  }

  const get = (parameters: string | object) =>
    request(instance.server).get(`/api/press/${route}`).query(parameters);

  it('come by what readers see, equal ones by name or as the order goes on', async () => {
    expect(await graphql('sort: "postCount:desc"')).toEqual(BY_COUNT);
    expect(await graphql('sort: ["postCount:desc", "name:desc"]')).toEqual([
      ...['sea', 'town', 'beach', 'alley', 'harbour'],
    ]);
    expect(await graphql('sort: "postCount"')).toEqual(['harbour', 'alley', 'beach', 'town', 'sea']);
    expect(await graphql('sort: "postCount:desc", locale: "zh-Hans"')).toEqual(['alley']);
  });

  it('have pages and filters as in any other order', async () => {
    const args = 'sort: "postCount:desc", filters: { name: { ne: "town" } }';
    expect(await graphql(`${args}, pagination: { start: 1, limit: 2 }`)).toEqual(['alley', 'beach']);
    const page = 'pagination: { page: 2, pageSize: 3 }';
    const { data, errors } = await askGraphql(
      instance,
      `{ ${query}_connection(${args}, ${page}) { nodes { name } pageInfo { page pageSize pageCount total } } }`,
    );
    expect(errors).toEqual([]);
    expect(data?.[`${query}_connection`]).toEqual({
      nodes: [{ name: 'harbour' }],
      pageInfo: { page: 2, pageSize: 3, pageCount: 2, total: 4 },
    });
    const rest = await get({
      sort: 'postCount:desc',
      filters: { name: { $ne: 'town' } },
      pagination: { page: 2, pageSize: 3 },
      fields: ['name'],
      populate: '*',
    });
    expect(rest.status).toBe(200);
    expect(rest.body.data).toEqual([expect.objectContaining({ name: 'harbour' })]);
    expect(rest.body.data[0]).not.toHaveProperty('slug');
    expect(rest.body.meta.pagination).toEqual({ page: 2, pageSize: 3, pageCount: 2, total: 4 });
  });

  it.each([
    ['sort=postCount:desc', BY_COUNT],
    ['sort[0]=postCount:desc&sort[1]=name:asc', BY_COUNT],
    ['sort[postCount]=desc', BY_COUNT],
    ['sort[0][postCount]=DESC&sort[1][name]=asc', BY_COUNT],
    ['sort=postCount:desc,name:desc', ['sea', 'town', 'beach', 'alley', 'harbour']],
    ['sort=postCount:desc&pagination[start]=3&pagination[limit]=1', ['beach']],
    ['sort=postCount:desc&_q=a&pagination[pageSize]=1', ['sea']],
    ['sort=postCount:desc&locale=zh-Hans', ['alley']],
    ['sort=name:desc&pagination[limit]=1', ['town']],
  ])('answer %s over REST', async (parameters, names) => {
    const { status, body } = await get(parameters);
    expect({ status, names: namesOf(body.data as Term[]) }).toEqual({ status: 200, names });
  });

  it.each([
    ['sort=name,postCount:desc', 'postCount must be the first key of an order'],
    ['sort=postCount:down', 'The direction of postCount must be asc or desc; got down'],
    ['sort=postCount:desc,termKey', 'Invalid key termKey'],
    ['sort=postCount:desc&filters[termKey]=x', 'Invalid key termKey'],
  ])('refuse %s with a reason', async (parameters, message) => {
    const { status, body } = await get(parameters);
    expect({ status, message: body.error?.message as string }).toEqual({
      status: 400,
      message: expect.stringContaining(message),
    });
  });

  it('refuse a wrong order over GraphQL too', async () => {
    for (const sort of ['["name", "postCount"]', '"postCount:down"', '["postCount", "termKey"]'])
      for (const field of [
        `${query}(sort: ${sort}) { name }`,
        `${query}_connection(sort: ${sort}) { nodes { name } }`,
      ]) {
        const { errors } = await askGraphql(instance, `{ ${field} }`);
        expect({ field, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
          field,
          codes: ['BAD_USER_INPUT'],
        });
      }
  });

  it('need the permission to find posts', async () => {
    await setPublicActions(instance.strapi, actionsOn(['category', 'tag'], ['find']));
    expect((await get('sort=postCount:desc')).status).toBe(403);
    for (const field of [
      `${query}(sort: "postCount") { name }`,
      `${query}_connection(sort: "postCount") { nodes { name } }`,
    ]) {
      const { errors } = await askGraphql(instance, `{ ${field} }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    expect((await get('sort=name')).status).toBe(200);
  });

  it('take as many queries for many as for few', async () => {
    const queriesFor = (limit: number): Promise<number> =>
      countStatements(instance, () => graphql(`sort: "postCount:desc", pagination: { limit: ${limit} }`));
    await queriesFor(1);
    expect(await queriesFor(5)).toBe(await queriesFor(1));
  });
});
