import request from 'supertest';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const GENERATED = ['url', 'shareLinks', 'backLinks', 'extra'];
const HIDDEN = [
  'baseFrontMatter',
  'urlKey',
  'diagnostics',
  'errorCount',
  'problems',
  'filePath',
  'fileHash',
  'envelope',
  'importedText',
];
const PRIVATE = [...HIDDEN, 'frontMatter'];
const EVERYTHING = actionsOn(['post', 'category', 'tag'], ['find', 'findOne', 'create', 'update', 'delete']);

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
  await setPublicActions(instance.strapi, EVERYTHING);
});

afterEach(() => expectInvariants(instance.strapi));

interface RestError {
  name: string;
  message: string;
  details: { errors?: { path: string[]; message: string }[]; key?: string; path?: string };
}

interface RestAnswer {
  status: number;
  data: Record<string, unknown>;
  list: Record<string, unknown>[];
  error: RestError;
}

async function send(
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  data?: object,
): Promise<RestAnswer> {
  const call = request(instance.server)[method](`/api/press/${path}`);
  const { status, body } = await (data === undefined ? call : call.send({ data }));
  return { status, data: body.data, list: body.data, error: body.error };
}

const FIRST = {
  title: 'Harbour opens',
  date: '2021-12-29T00:43:42.000Z',
  body: 'Text.\n',
};

async function published(data: object): Promise<string> {
  const answer = await send('post', 'posts', data);
  expect(answer).toMatchObject({ status: 201 });
  return String(answer.data.documentId);
}

it('creates a published post, as Strapi does, with all that is generated', async () => {
  const category = await send('post', 'categories', { name: 'News' });
  expect(category).toMatchObject({ status: 201, data: { name: 'News', slug: 'News', term: 'News' } });
  const tag = await send('post', 'tags', { name: 'Ferry' });
  const { status, data } = await send('post', 'posts?populate=*', {
    ...FIRST,
    categories: [category.data.documentId],
    tags: { connect: [tag.data.documentId] },
  });
  expect(status).toBe(201);
  expect(data).toMatchObject({
    slug: 'harbour-opens',
    url: '/news/2021/12/29/harbour-opens.html',
    publishedAt: expect.any(String),
    shareLinks: expect.arrayContaining([
      {
        network: 'link',
        label: expect.any(String),
        url: 'https://paper.example/news/2021/12/29/harbour-opens.html',
      },
    ]),
    backLinks: [
      { kind: 'category', label: 'Back to News', url: '/category/News', category: category.data.documentId },
      { kind: 'home', label: 'Back to home', url: '/' },
    ],
    categories: [{ name: 'News' }],
    tags: [{ name: 'Ferry' }],
  });
  expect(Object.keys(data).filter((key) => PRIVATE.includes(key))).toEqual([]);
  const rows = await allPostRows(instance.strapi);
  expect(rows.map(({ publishedAt }) => Boolean(publishedAt))).toEqual([false, true]);
  expect(rows[0].frontMatter).toContain('categories: [News]');
});

it('keeps a draft to itself until it is published', async () => {
  const created = await send('post', 'posts?status=draft', FIRST);
  expect(created).toMatchObject({ status: 201, data: { publishedAt: null } });
  const id = String(created.data.documentId);
  expect((await send('get', 'posts')).list).toEqual([]);
  expect(await send('get', `posts/${id}`)).toMatchObject({ status: 404 });
  await expectInvariants(instance.strapi);
  const edited = await send('put', `posts/${id}?status=draft`, { title: 'Edited' });
  expect(edited).toMatchObject({ status: 200, data: { title: 'Edited', publishedAt: null } });
  await expectInvariants(instance.strapi);
  const after = await send('put', `posts/${id}?status=published`, { layout: 'post' });
  expect(after).toMatchObject({ status: 200, data: { title: 'Edited', layout: 'post' } });
  expect((await send('get', 'posts')).list).toMatchObject([{ title: 'Edited', slug: 'harbour-opens' }]);
});

describe('drafts', () => {
  const readers = [
    ['?status=draft'],
    ['?status=DRAFT'],
    ['?status[]=draft'],
    ['?status=draft&publicationFilter=never-published'],
    ['?status=draft&fields[0]=title'],
  ];

  it.each(readers)('are not for those who may only find posts: %s', async (query) => {
    const created = await send('post', 'posts?status=draft', FIRST);
    await setPublicActions(instance.strapi, actionsOn(['post'], ['find', 'findOne']));
    const id = String(created.data.documentId);
    expect(await send('get', `posts${query}`)).toMatchObject({ status: 403 });
    expect(await send('get', `posts/${id}${query}`)).toMatchObject({ status: 403 });
    expect(await send('get', `posts/${id}`)).toMatchObject({ status: 404 });
    expect(await send('get', 'posts?status=published')).toMatchObject({ status: 200, list: [] });
  });

  it('are for those who may update them, and for API tokens', async () => {
    await send('post', 'posts?status=draft', FIRST);
    expect((await send('get', 'posts?status=draft')).list).toMatchObject([{ title: 'Harbour opens' }]);
    await setPublicActions(instance.strapi, []);
    const token = await instance.apiToken('read-only');
    const { body } = await request(instance.server)
      .get('/api/press/posts?status=draft')
      .set('Authorization', `Bearer ${token}`);
    expect(body).toMatchObject({ data: [{ title: 'Harbour opens' }] });
  });
});

it('updates by text and by field, and each follows the other', async () => {
  const id = await published(FIRST);
  const byText = await send('put', `posts/${id}`, {
    frontMatter: 'title: By text\nslug: by-text\ndate: 2021-12-30 12:00:00 +0800\ntags: [ferry, port]\n',
  });
  expect(byText).toMatchObject({
    status: 200,
    data: { title: 'By text', url: '/2021/12/30/by-text.html', date: '2021-12-30T04:00:00.000Z' },
  });
  await expectInvariants(instance.strapi);
  await send('put', `posts/${id}`, { title: 'By field' });
  const rows = await allPostRows(instance.strapi);
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.frontMatter).toContain('title: By field\nslug: by-text');
    expect(row.tags.map(({ term }) => term)).toEqual(['ferry', 'port']);
  }
});

it('takes a new slug from the title when a new text names none', async () => {
  const id = await published(FIRST);
  const answer = await send('put', `posts/${id}`, {
    frontMatter: 'title: Harbour closes\ndate: 2021-12-30 12:00:00 +0800\n',
  });
  expect(answer).toMatchObject({ status: 200, data: { slug: 'harbour-closes' } });
});

it('deletes a post and what was published of it', async () => {
  const id = await published(FIRST);
  expect(await send('delete', `posts/${id}`)).toMatchObject({ status: 204 });
  expect(await allPostRows(instance.strapi)).toEqual([]);
});

it('answers 400 with the path of each problem and writes nothing', async () => {
  const answer = await send('post', 'posts', { frontMatter: "title: ''\ndate: 2021-13-45\n", body: '' });
  expect(answer).toMatchObject({
    status: 400,
    error: {
      name: 'ValidationError',
      details: {
        errors: [
          { path: ['title'], message: expect.any(String), name: 'ValidationError' },
          { path: ['date'], message: expect.any(String), name: 'ValidationError' },
        ],
      },
    },
  });
  expect(await allPostRows(instance.strapi)).toEqual([]);
});

it('takes the same text as a draft', async () => {
  const answer = await send('post', 'posts?status=draft', {
    frontMatter: 'title: "他说"你好""\ndate: 2021-13-45\n',
    body: '',
  });
  expect(answer.status).toBe(201);
  expect((await allPostRows(instance.strapi))[0].errorCount).toBeGreaterThan(0);
});

it('refuses text and field that disagree, and a taken URL, each at its place', async () => {
  const id = await published({ frontMatter: 'title: One\nslug: same\ndate: 2021-12-29\n', body: '' });
  const both = await send('put', `posts/${id}`, {
    title: 'Three',
    frontMatter: 'title: Two\nslug: same\ndate: 2021-12-29\n',
  });
  expect(both).toMatchObject({ status: 400, error: { details: { errors: [{ path: ['frontMatter'] }] } } });
  const taken = await send('post', 'posts', {
    frontMatter: 'title: Two\nslug: same\ndate: 2021-12-29\n',
    body: '',
  });
  expect(taken).toMatchObject({
    status: 400,
    error: { message: expect.stringContaining('"One"'), details: { errors: [{ path: ['slug'] }] } },
  });
  expect(await allPostRows(instance.strapi)).toHaveLength(2);
});

it.each([...GENERATED, ...HIDDEN, 'unheardOf'])('refuses the key %s in what is written', async (key) => {
  const created = await send('post', 'posts', { ...FIRST, [key]: 'forged' });
  expect(created).toMatchObject({ status: 400, error: { details: { key } } });
  expect(await allPostRows(instance.strapi)).toEqual([]);
  const id = await published(FIRST);
  const updated = await send('put', `posts/${id}`, { [key]: 'forged' });
  expect(updated).toMatchObject({ status: 400, error: { details: { key } } });
});

it.each(['categories', 'tags'])('refuses the key and the term of %s that are not theirs', async (type) => {
  expect(await send('post', type, { name: 'News', termKey: 'forged' })).toMatchObject({ status: 400 });
  expect(await send('post', type, { name: 'News' })).toMatchObject({ status: 201 });
  const again = await send('post', type, { name: 'News' });
  expect(again).toMatchObject({ status: 400, error: { details: { errors: [{ path: ['term'] }] } } });
});

describe('a private attribute', () => {
  const everyRead = (id: string) => [
    'posts?populate=*',
    `posts/${id}?populate=*`,
    'posts?populate[categories][populate]=*',
  ];

  it('is in no answer', async () => {
    const id = await published({
      frontMatter: 'title: Harbour # between us\ndate: 2021-12-29\ncategories: news\ntags: ferry\n',
      body: '',
    });
    for (const path of everyRead(id)) {
      const answer = await send('get', path);
      expect(answer.status).toBe(200);
      const text = JSON.stringify(answer.data);
      for (const name of [...PRIVATE, 'termKey', 'between us']) expect(text).not.toContain(name);
    }
    const update = await send('put', `posts/${id}`, { layout: 'post' });
    for (const name of PRIVATE) expect(update.data).not.toHaveProperty(name);
  });

  it.each(PRIVATE)('%s can be neither selected, filtered nor sorted by', async (name) => {
    await published(FIRST);
    const fields = await send('get', `posts?fields[0]=title&fields[1]=${name}`);
    expect(fields).toMatchObject({ status: 400 });
    const filters = await send('get', `posts?filters[${name}][$notNull]=true`);
    expect(filters).toMatchObject({ status: 400 });
    const nested = await send('get', `posts?filters[$or][0][${name}][$contains]=a`);
    expect(nested).toMatchObject({ status: 400 });
    const sort = await send('get', `posts?sort=${name}:asc`);
    expect(sort).toMatchObject({ status: 400 });
  });

  it('is not found by a search', async () => {
    await published({
      frontMatter: 'title: Harbour # between us\ndate: 2021-12-29\ncategories: news\n',
      body: '',
    });
    const [, row] = await allPostRows(instance.strapi);
    const [category] = await documentsOf(instance.strapi, CATEGORY_UID).findMany({ locale: 'en' });
    const found = async (type: string, text: unknown) =>
      (await send('get', `${type}?_q=${encodeURIComponent(String(text))}`)).list.length;
    expect(await found('posts', 'harbour')).toBe(1);
    for (const secret of ['between us', row.urlKey]) expect(await found('posts', secret)).toBe(0);
    expect(await found('categories', 'news')).toBe(1);
    expect(await found('categories', category.termKey)).toBe(0);
  });

  it('of a category is not reached through a post', async () => {
    await published({ frontMatter: 'title: Harbour\ndate: 2021-12-29\ncategories: news\n', body: '' });
    for (const query of [
      'filters[categories][termKey][$notNull]=true',
      'populate[categories][fields][0]=termKey',
      'populate[categories][filters][termKey][$notNull]=true',
      'sort=categories.termKey:asc',
    ])
      expect({ query, ...(await send('get', `posts?${query}`)) }).toMatchObject({ query, status: 400 });
  });
});

it('keeps locales apart', async () => {
  const english = await published({ ...FIRST, title: 'English' });
  const chinese = await send('put', `posts/${english}?locale=zh-Hans`, {
    title: '港口开放',
    date: '2021-12-29T00:43:42.000Z',
  });
  expect(chinese).toMatchObject({
    status: 200,
    data: {
      locale: 'zh-Hans',
      url: '/2021/12/29/gang-kou-kai-fang.html',
      backLinks: [{ kind: 'home', label: '返回首页' }],
    },
  });
  const titles = async (query: string) => (await send('get', `posts${query}`)).list.map(({ title }) => title);
  expect(await titles('')).toEqual(['English']);
  expect(await titles('?locale=zh-Hans')).toEqual(['港口开放']);
  await send('delete', `posts/${english}?locale=zh-Hans`);
  expect(await titles('?locale=zh-Hans')).toEqual([]);
  expect(await titles('')).toEqual(['English']);
});

it('finds by what is generated', async () => {
  await published(FIRST);
  await published({ ...FIRST, title: 'Another' });
  const found = await send('get', 'posts?filters[url][$eq]=/2021/12/29/another.html&fields[0]=title');
  expect(found.list).toEqual([{ id: expect.any(Number), documentId: expect.any(String), title: 'Another' }]);
  const sorted = await send('get', 'posts?sort=title:asc&fields[0]=title');
  expect(sorted.list.map(({ title }) => title)).toEqual(['Another', 'Harbour opens']);
});

it('does not change a post from the side of its category', async () => {
  const id = await published({
    frontMatter: 'title: Harbour\ndate: 2021-12-29\ncategories: news\n',
    body: '',
  });
  const [category] = (await send('get', 'categories')).list;
  const answer = await send('put', `categories/${String(category.documentId)}`, { posts: { set: [] } });
  expect(answer).toMatchObject({ status: 400, error: { details: { key: 'posts' } } });
  const refused = await send('delete', `categories/${String(category.documentId)}`);
  expect(refused).toMatchObject({
    status: 400,
    error: { message: expect.stringContaining('used by 1 post') },
  });
  const post = await documentsOf(instance.strapi, POST_UID).findFirst({
    locale: 'en',
    filters: { documentId: id },
    populate: ['categories'],
  });
  expect(post).toMatchObject({ categories: [{ term: 'news' }] });
});
