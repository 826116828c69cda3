import { generate } from '@strapi/openapi';
import request from 'supertest';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { expectInvariants } from './invariants';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);
const PRESS = { site: { url: 'https://paper.example', timezone: 'Europe/Berlin' } };

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: PRESS });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, READ);
});

afterEach(() => expectInvariants(instance.strapi));

async function publish(date: string, more = '', locale = 'en', status = 'published'): Promise<string> {
  const { documentId } = await documentsOf(instance.strapi, POST_UID).create({
    locale,
    status,
    data: {
      frontMatter: `title: Post of ${date}${more === '' ? '' : ` ${Math.random()}`}\ndate: ${date}\n${more}`,
      body: 'Text.\n',
    },
  });
  return documentId;
}

interface Period {
  year: number;
  month: number | null;
  day: number | null;
  count: number;
}

const shown = (periods: Period[]): Record<string, number> =>
  Object.fromEntries(
    periods.map(({ year, month, day, count }) => [
      [year, month, day].filter((part) => part !== null).join('-'),
      count,
    ]),
  );

/** By GraphQL, and the same by REST. */
async function archive(
  args: Record<string, string | number | boolean> = {},
): Promise<Record<string, number>> {
  const enums = ['by', 'status'];
  const given = Object.entries(args).map(
    ([name, value]) =>
      `${name}: ${enums.includes(name) ? String(value).toUpperCase() : JSON.stringify(value)}`,
  );
  const query = `{ pressArchive${given.length > 0 ? `(${given.join(', ')})` : ''} { year month day count } }`;
  const { data, errors } = await askGraphql(instance, query);
  expect({ query, errors }).toEqual({ query, errors: [] });
  const periods = data?.pressArchive as Period[];
  const answer = await request(instance.server).get('/api/press/archive').query(args);
  expect({ args, status: answer.status, body: answer.body as unknown }).toEqual({
    args,
    status: 200,
    body: { data: periods, meta: {} },
  });
  return shown(periods);
}

describe('an archive', () => {
  it('is by month from the newest to the oldest, in the time zone of the site', async () => {
    // In Berlin the first one is in 2022 already, and the second one in July.
    await publish('2021-12-31 23:30:00 +0000');
    await publish('2021-06-30 22:30:00 +0000');
    await publish('2021-06-30 21:30:00 +0000');
    await publish('2021-06-01');
    expect(Object.entries(await archive())).toEqual([
      ['2022-1', 1],
      ['2021-7', 1],
      ['2021-6', 2],
    ]);
  });

  it('is by year or by day, of a year or month where it is asked for', async () => {
    for (const date of ['2022-03-27 00:30', '2022-03-27 23:30', '2022-03-28 00:15', '2022-10-30 02:30'])
      await publish(date);
    await publish('2022-10-29 22:30:00 +0000');
    await publish('1969-12-31 23:59:59 +0100');
    expect(await archive({ by: 'year' })).toEqual({ 2022: 5, 1969: 1 });
    const days = { '2022-10-30': 2, '2022-3-28': 1, '2022-3-27': 2 };
    expect(Object.entries(await archive({ by: 'day' }))).toEqual(
      Object.entries({ ...days, '1969-12-31': 1 }),
    );
    expect(await archive({ by: 'day', year: 2022 })).toEqual(days);
    expect(await archive({ by: 'day', year: 2022, month: 3 })).toEqual({ '2022-3-28': 1, '2022-3-27': 2 });
    expect(await archive({ by: 'month', year: 2022 })).toEqual({ '2022-10': 2, '2022-3': 3 });
    expect(await archive({ by: 'month', year: 2021 })).toEqual({});
  });

  it('is that of a category, a tag, both, or the categories below too, each post once', async () => {
    await publish('2022-01-01', 'categories: [world, sea]\ntags: ferry\n');
    await publish('2022-01-02', 'categories: sea\n');
    await publish('2022-02-03', 'categories: sea\ntags: ferry\n');
    await publish('2022-03-01', 'categories: town\n');
    const categories = documentsOf(instance.strapi, CATEGORY_UID);
    const idOf = async (term: string) =>
      String((await categories.findFirst({ locale: 'en', filters: { term } }))?.documentId);
    const data = { parent: await idOf('world') };
    await categories.update({ documentId: await idOf('sea'), locale: 'en', data });
    expect(await archive({ category: 'sea' })).toEqual({ '2022-2': 1, '2022-1': 2 });
    expect(await archive({ tag: 'ferry' })).toEqual({ '2022-2': 1, '2022-1': 1 });
    expect(await archive({ category: 'sea', tag: 'ferry', by: 'year' })).toEqual({ 2022: 2 });
    expect(await archive({ category: 'world' })).toEqual({ '2022-1': 1 });
    const below = { category: 'world', includeChildren: true };
    expect(await archive(below)).toEqual({ '2022-2': 1, '2022-1': 2 });
    expect(await archive({ ...below, by: 'day' })).toEqual({
      '2022-2-3': 1,
      '2022-1-2': 1,
      '2022-1-1': 1,
    });
    expect(await archive({ category: 'nowhere' })).toEqual({});
  });

  it('follows posts that are moved, taken back and deleted', async () => {
    const posts = documentsOf(instance.strapi, POST_UID);
    const moved = await publish('2022-01-01');
    const back = await publish('2022-02-01');
    const gone = await publish('2022-03-01');
    const data = { date: '2020-05-05T12:00:00.000Z' };
    await posts.update({ documentId: moved, locale: 'en', status: 'published', data });
    await posts.unpublish({ documentId: back, locale: 'en' });
    await posts.delete({ documentId: gone });
    expect(await archive()).toEqual({ '2020-5': 1 });
    expect(await archive({ by: 'day' })).toEqual({ '2020-5-5': 1 });
  });

  it('counts no draft, none dated ahead and none of another locale for readers', async () => {
    const now = new Date();
    const soon = new Date(now.getTime() + 60_000);
    await publish(now.toISOString());
    await publish(soon.toISOString(), 'categories: town\n');
    await publish('2999-01-01', 'categories: town\n');
    await publish('2022-05-01', '', 'zh-Hans');
    await publish('2022-06-01', 'categories: town\n', 'en', 'draft');
    for (const by of ['year', 'month', 'day']) {
      const periods = await archive({ by });
      expect({ by, counts: Object.values(periods) }).toEqual({ by, counts: [1] });
      expect(await archive({ by, category: 'town' })).toEqual({});
    }
    expect(await archive({ locale: 'zh-Hans' })).toEqual({ '2022-5': 1 });
    const draft = await askGraphql(instance, '{ pressArchive(status: DRAFT) { year } }');
    expect(draft.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    for (const status of ['draft', 'any'])
      expect((await request(instance.server).get('/api/press/archive').query({ status })).status).toBe(403);
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    expect(await archive({ status: 'draft', by: 'year' })).toMatchObject({ 2999: 1, 2022: 1 });
    expect(await archive({ status: 'draft', by: 'day', year: 2999 })).toEqual({ '2999-1-1': 1 });
  });

  it('leaves out posts without a date', async () => {
    await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      data: { frontMatter: 'title: Broken\ndate: [\n', body: '' },
    });
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    for (const by of ['year', 'month', 'day']) expect(await archive({ by, status: 'draft' })).toEqual({});
  });

  it('reads counts and no posts, but for days', async () => {
    for (let day = 1; day <= 9; day += 1) await publish(`2022-01-0${day}`, 'categories: town\n');
    const tables = async (args: string): Promise<string[]> => {
      const found: string[] = [];
      const note = ({ sql }: { sql: string }): void => {
        found.push(...(sql.match(/press_(posts|listings|listing_counts)\b/g) ?? []));
      };
      instance.strapi.db.connection.on('query', note);
      await askGraphql(instance, `{ pressArchive${args} { count } }`);
      instance.strapi.db.connection.removeListener('query', note);
      return [...new Set(found)];
    };
    expect(await tables('')).toEqual(['press_listing_counts']);
    expect(await tables('(by: YEAR, category: "town")')).toEqual(['press_listing_counts']);
    expect(await tables('(by: DAY)')).toEqual(['press_listing_counts', 'press_listings']);
  });

  it.each([
    [{ by: 'week' }, 'The parameter by must be year or month or day; got week'],
    [{ sort: 'count' }, 'Invalid parameter sort'],
    [{ filters: { title: 'x' } }, 'Invalid parameter filters'],
    [{ month: '3' }, 'month needs year'],
    [{ year: '2022', month: '13' }, 'month is 13; expected 1 to 12'],
    [{ locale: 'xx' }, 'There is no locale xx'],
    [{ category: ['a', 'b'] }, 'The parameter category must be one text'],
  ])('asked for by %j is refused with a reason', async (query, message) => {
    const { status, body } = await request(instance.server).get('/api/press/archive').query(query);
    expect({ status, message: body.error.message as string }).toEqual({
      status: 400,
      message: expect.stringContaining(message),
    });
  });
});

it('shows the posts of a day by cursor', async () => {
  for (const date of ['2022-01-30 23:59', '2022-01-31', '2022-01-31 23:59', '2022-02-01'])
    await publish(date);
  const { data } = await askGraphql(
    instance,
    '{ pressPostsByCursor(year: 2022, month: 1, day: 31) { nodes { title } totalCount } }',
  );
  expect(data).toEqual({
    pressPostsByCursor: {
      nodes: [{ title: 'Post of 2022-01-31 23:59' }, { title: 'Post of 2022-01-31' }],
      totalCount: 2,
    },
  });
  const wrong = await askGraphql(
    instance,
    '{ pressPostsByCursor(year: 2022, month: 2, day: 29) { totalCount } }',
  );
  expect(wrong.errors).toMatchObject([{ message: 'day is 29; expected 1 to 28.' }]);
});

it('counts posts that were there before locales had lists, after the next start', async () => {
  await publish('2022-01-01', 'categories: town\n');
  await publish('2022-02-01');
  const { connection } = instance.strapi.db;
  await connection('press_listings').where('list', '<', 0).delete();
  await connection('press_listing_counts').where('list', '<', 0).delete();
  instance = await instance.restart(PRESS);
  await instance.strapi.plugin('press').service('jobs').settled();
  expect(await archive()).toEqual({ '2022-2': 1, '2022-1': 1 });
});

it('is described for `strapi openapi generate`, as are posts by URL and cursor and categories by slug', () => {
  const { paths } = generate(instance.strapi, { type: 'content-api' }).document;
  const described = JSON.parse(JSON.stringify(paths)) as Record<string, { get: OpenApiOperation }>;
  const namesOf = (path: string) => described[path].get.parameters.map(({ name }) => name);
  const dataOf = (path: string) =>
    described[path].get.responses['200'].content['application/json'].schema.properties;
  expect(namesOf('/press/archive')).toEqual([
    ...['by', 'category', 'includeChildren', 'tag', 'year', 'month', 'status', 'locale'],
  ]);
  expect(namesOf('/press/posts/by-cursor')).toEqual(
    expect.arrayContaining(['first', 'after', 'category', 'day', 'withCount', 'fields', 'populate']),
  );
  expect(namesOf('/press/posts/by-url')).toEqual(['url', 'locale', 'fields', 'populate']);
  expect(namesOf('/press/categories/by-slug/{slug}')).toEqual(
    expect.arrayContaining(['slug', 'locale', 'fields', 'populate']),
  );
  expect(dataOf('/press/archive').data).toMatchObject({
    type: 'array',
    items: { required: ['year', 'month', 'day', 'count'] },
  });
  for (const path of ['/press/posts/by-cursor', '/press/posts/by-url', '/press/categories/by-slug/{slug}']) {
    const answer = JSON.stringify(dataOf(path).data);
    expect(answer).toContain('documentId');
    for (const secret of ['baseFrontMatter', 'urlKey', 'termKey'])
      expect({ path, secret, found: answer.includes(secret) }).toEqual({ path, secret, found: false });
  }
});

interface OpenApiOperation {
  parameters: { name: string }[];
  responses: Record<string, { content: Record<string, { schema: { properties: Record<string, unknown> } }> }>;
}
