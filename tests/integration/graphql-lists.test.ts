import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { expectInvariants } from './invariants';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } },
  });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, READ);
});

afterEach(() => expectInvariants(instance.strapi));

const ask = (query: string, variables = {}) => askGraphql(instance, query, variables);

async function publish(title: string, date: string, more = '', locale = 'en'): Promise<void> {
  await documentsOf(instance.strapi, POST_UID).create({
    locale,
    status: 'published',
    data: { frontMatter: `title: ${title}\ndate: ${date}\n${more}`, body: 'Text.\n' },
  });
}

interface Page {
  titles: string[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function page(args: string): Promise<Page> {
  const { data, errors } = await ask(`{ pressPostsByCursor${args} {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { title } } nodes { title }
  } }`);
  expect(errors).toEqual([]);
  const { edges, nodes, ...rest } = data?.pressPostsByCursor as Page & {
    edges: { node: { title: string } }[];
    nodes: { title: string }[];
  };
  const titles = nodes.map(({ title }) => title);
  expect(edges.map(({ node }) => node.title)).toEqual(titles);
  return { ...rest, titles };
}

describe('posts by cursor', () => {
  const LISTS = [
    ['all posts', ''],
    ['the posts of a category', 'category: "town", '],
    ['the posts of a tag', 'tag: "ferry", '],
  ] as const;

  it.each(LISTS)('of %s come page by page, in both directions', async (_name, list) => {
    for (let day = 1; day <= 5; day += 1)
      await publish(`P${day}`, `2022-01-0${day}`, 'categories: town\ntags: ferry\n');
    const first = await page(`(${list}first: 2)`);
    expect(first).toMatchObject({
      titles: ['P5', 'P4'],
      totalCount: 5,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const second = await page(`(${list}first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(second).toMatchObject({
      titles: ['P3', 'P2'],
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
    const back = await page(`(${list}last: 2, before: "${second.pageInfo.startCursor}")`);
    expect(back).toMatchObject({ titles: ['P5', 'P4'], pageInfo: { hasPreviousPage: false } });
    const third = await page(`(${list}first: 2, after: "${second.pageInfo.endCursor}")`);
    expect(third).toMatchObject({ titles: ['P1'], pageInfo: { hasNextPage: false } });
    expect((await page(`(${list}last: 2)`)).titles).toEqual(['P2', 'P1']);
  });

  it.each(LISTS)('of %s stay where they are while posts are added', async (_name, list) => {
    for (let day = 1; day <= 4; day += 1)
      await publish(`P${day}`, `2022-01-0${day}`, 'categories: town\ntags: ferry\n');
    const { pageInfo } = await page(`(${list}first: 2)`);
    await publish('New', '2022-02-01', 'categories: town\ntags: ferry\n');
    expect((await page(`(${list}first: 2, after: "${pageInfo.endCursor}")`)).titles).toEqual(['P2', 'P1']);
  });

  it('keep posts of one moment apart', async () => {
    for (const name of ['A', 'B', 'C']) await publish(name, '2022-01-01 08:00:00 +0800');
    const { titles, pageInfo } = await page('(first: 1)');
    expect(titles).toEqual(['C']);
    const next = await page(`(first: 1, after: "${pageInfo.endCursor}")`);
    expect(next.titles).toEqual(['B']);
    expect((await page(`(first: 5, after: "${next.pageInfo.endCursor}")`)).titles).toEqual(['A']);
  });

  it('are those of a year or month of the site, of an author, of a category and a tag', async () => {
    // In Shanghai the second one is in 2022 already.
    await publish('Old', '2021-12-31 23:00:00 +0800', 'author: Li\ncategories: town\ntags: ferry\n');
    await publish('New', '2022-01-01 00:30:00 +0800', 'author: Wang\ncategories: town\n');
    await publish('Later', '2022-02-01', 'author: Li\ncategories: harbour\ntags: ferry\n');
    for (const [args, titles] of [
      ['(year: 2022)', ['Later', 'New']],
      ['(year: 2022, month: 1)', ['New']],
      ['(year: 2021, month: 12, category: "town")', ['Old']],
      ['(author: "Li")', ['Later', 'Old']],
      ['(author: "Li", category: "town")', ['Old']],
      ['(category: "town", tag: "ferry")', ['Old']],
      ['(category: "nowhere")', []],
    ] as const) {
      const found = await page(args);
      expect({ args, titles: found.titles, count: found.totalCount }).toEqual({
        args,
        titles,
        count: titles.length,
      });
    }
  });

  it('are those of the categories below too, each once', async () => {
    await publish('A', '2022-01-01', 'categories: [world, sea]\n');
    await publish('B', '2022-01-02', 'categories: sea\n');
    const { strapi } = instance;
    const idOf = async (term: string) => {
      const found = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en', filters: { term } });
      return String(found?.documentId);
    };
    const data = { parent: await idOf('world') };
    await documentsOf(strapi, CATEGORY_UID).update({ documentId: await idOf('sea'), locale: 'en', data });
    expect(await page('(category: "world")')).toMatchObject({ titles: ['A'], totalCount: 1 });
    expect(await page('(category: "world", includeChildren: true)')).toMatchObject({
      titles: ['B', 'A'],
      totalCount: 2,
    });
  });

  it('show no draft, no unpublished post, none dated ahead and none of another locale', async () => {
    await publish('Shown', '2022-01-01', 'categories: town\n');
    await publish('Ahead', '2999-01-01', 'categories: town\n');
    await publish('港口', '2022-01-01', 'categories: town\n', 'zh-Hans');
    await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      data: { frontMatter: 'title: Draft\ndate: 2022-01-01\ncategories: town\n', body: '' },
    });
    for (const args of ['(first: 50)', '(category: "town")', '(year: 2999)'])
      expect((await page(args)).titles).toEqual(args.includes('2999') ? [] : ['Shown']);
    expect(await page('(category: "town", locale: "zh-Hans")')).toMatchObject({ titles: ['港口'] });
    const draft = await ask('{ pressPostsByCursor(status: DRAFT) { nodes { title } } }');
    expect(draft.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    expect((await page('(status: DRAFT, category: "town")')).titles).toContain('Draft');
  });

  it('with a draft that has no date end with it', async () => {
    await publish('Dated', '2022-01-01');
    await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      data: { frontMatter: 'title: Broken\ndate: [\n', body: '' },
    });
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    const first = await page('(status: DRAFT, first: 1)');
    expect(first.titles).toEqual(['Dated']);
    const rest = await page(`(status: DRAFT, first: 1, after: "${first.pageInfo.endCursor}")`);
    expect(rest).toMatchObject({ titles: [expect.any(String)], pageInfo: { hasNextPage: false } });
    expect(rest.titles).not.toEqual(['Dated']);
    const back = await page(`(status: DRAFT, last: 1, before: "${rest.pageInfo.startCursor}")`);
    expect(back.titles).toEqual(['Dated']);
    expect((await page('(status: DRAFT, last: 1)')).titles).toEqual(rest.titles);
  });

  it.each([
    ['(first: 0)', 'first is 0; a page has 1 to 100 posts'],
    ['(first: 101)', 'first is 101; a page has 1 to 100 posts'],
    ['(first: -1)', 'first is -1'],
    ['(first: 2, last: 2)', 'use one of both pairs'],
    ['(before: "x")', 'before needs last'],
    ['(after: "nonsense")', 'after is no cursor of this list'],
    ['(month: 3)', 'month needs year'],
    ['(year: 2022, month: 13)', 'month is 13; expected 1 to 12'],
  ])('asked by %s are refused with a reason', async (args, message) => {
    const { errors } = await ask(`{ pressPostsByCursor${args} { nodes { title } } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('are counted only where the count is asked for', async () => {
    await publish('A', '2022-01-01', 'categories: town\n');
    const counted = async (query: string): Promise<number> => {
      const queries: string[] = [];
      const note = ({ sql }: { sql: string }): void => {
        if (/count\(/i.test(sql)) queries.push(sql);
      };
      instance.strapi.db.connection.on('query', note);
      await ask(query);
      instance.strapi.db.connection.removeListener('query', note);
      return queries.length;
    };
    expect(await counted('{ pressPostsByCursor { nodes { title } } }')).toBe(0);
    expect(await counted('{ pressPostsByCursor { totalCount } }')).toBe(1);
  });
});

describe('categories and tags', () => {
  beforeEach(async () => {
    await publish('A', '2022-01-01', 'categories: [world, sea, harbour]\ntags: ferry\n');
    await publish('B', '2022-01-02', 'categories: harbour\n');
    await publish('Ahead', '2999-01-01', 'categories: harbour\n');
    const { strapi } = instance;
    const idOf = async (term: string) => {
      const found = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en', filters: { term } });
      return String(found?.documentId);
    };
    for (const [child, parent] of [
      ['harbour', 'sea'],
      ['sea', 'world'],
    ])
      await documentsOf(strapi, CATEGORY_UID).update({
        documentId: await idOf(child),
        locale: 'en',
        data: { parent: await idOf(parent) },
      });
  });

  it('say how many posts they have, and what is above and below them', async () => {
    const { data, errors } = await ask(
      '{ pressCategories(sort: "name") { name postCount children { name } ancestors { name } } pressTags { name postCount } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      pressCategories: [
        { name: 'harbour', postCount: 2, children: [], ancestors: [{ name: 'world' }, { name: 'sea' }] },
        { name: 'sea', postCount: 1, children: [{ name: 'harbour' }], ancestors: [{ name: 'world' }] },
        { name: 'world', postCount: 1, children: [{ name: 'sea' }], ancestors: [] },
      ],
      pressTags: [{ name: 'ferry', postCount: 1 }],
    });
  });

  it('count drafts only for those who may see them', async () => {
    const query = '{ pressCategories(sort: "name") { postCount(status: DRAFT) } }';
    expect(new Set((await ask(query)).errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['FORBIDDEN']),
    );
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    expect((await ask(query)).data).toMatchObject({ pressCategories: [{ postCount: 3 }, {}, {}] });
  });
});

describe('lists that ask for too much', () => {
  const messagesOf = async (query: string): Promise<string[]> =>
    (await ask(query)).errors.map(({ message }) => message);

  it.each(['pressPosts', 'pressCategories', 'pressTags'])(
    'of %s without a limit are refused',
    async (name) => {
      for (const query of [
        `{ ${name}(pagination: { limit: -1 }) { documentId } }`,
        `{ ${name}_connection(pagination: { limit: -1 }) { nodes { documentId } } }`,
      ])
        expect(await messagesOf(query)).toEqual([
          expect.stringMatching(/^press\w+ has no limit; .*limit: 100/),
        ]);
      expect(await messagesOf(`{ ${name}(pagination: { limit: 100 }) { documentId } }`)).toEqual([]);
      expect(await messagesOf(`{ ${name} { documentId } }`)).toEqual([]);
    },
  );

  it("in all are refused above ten thousand rows, Strapi's own too", async () => {
    expect(await messagesOf('{ pressPosts(pagination: { limit: 10000 }) { title } }')).toEqual([]);
    expect(await messagesOf('{ pressPosts(pagination: { limit: 10001 }) { title } }')).toEqual([
      expect.stringContaining('more than 10000 rows'),
    ]);
    const both =
      '{ pressPosts(pagination: { limit: 9950 }) { title } pressPostsByCursor(first: 51) { totalCount } }';
    expect(await messagesOf(both)).toEqual([expect.stringContaining('more than 10000 rows')]);
  });

  it('in all are refused above ten thousand rows', async () => {
    await publish('A', '2022-01-01');
    const lists = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: pressPostsByCursor(first: 100) { nodes { title } }`).join(' ')} }`;
    expect(await messagesOf(lists(100))).toEqual([]);
    expect(await messagesOf(lists(101))).toEqual([
      'The request asks for more than 10000 rows. Take smaller pages, or fewer lists inside lists.',
    ]);
  });

  it('inside each other are refused where they multiply', async () => {
    for (let day = 10; day < 25; day += 1) await publish(`P${day}`, `2022-01-${day}`, 'tags: ferry\n');
    const nested = (depth: number): string =>
      depth === 0 ? 'title' : `related(first: 20) { ${nested(depth - 1)} }`;
    expect(await messagesOf(`{ pressPosts(pagination: { limit: 15 }) { ${nested(1)} } }`)).toEqual([]);
    expect((await messagesOf(`{ pressPosts(pagination: { limit: 15 }) { ${nested(3)} } }`))[0]).toMatch(
      /10000 rows/,
    );
  });

  it('inside each other are refused where they are too deep', async () => {
    await publish('A', '2022-01-01');
    for (let day = 1; day < 16; day += 1) await publish(`P${day}`, `2022-02-${day < 10 ? '0' : ''}${day}`);
    const next = (depth: number): string => (depth === 0 ? 'title' : `next { ${next(depth - 1)} }`);
    const first = (depth: number): string =>
      `{ pressPosts(sort: "date:asc", pagination: { limit: 1 }) { ${next(depth)} } }`;
    expect(await messagesOf(first(12))).toEqual([]);
    expect((await messagesOf(first(13)))[0]).toMatch(/13 deep inside each other; at most 12/);
  });
});
