import request from 'supertest';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { CLOSE_API_TYPES } from './app-folder';
import { countStatements } from './count-statements';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { allPostRows, expectInvariants } from './invariants';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type InstanceOptions, type StrapiInstance } from './strapi-instance';

const PRESS = { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } };
const READ = ['find', 'findOne'];
const ALL = ['find', 'findOne', 'create', 'update', 'delete'];
const EVERYTHING = actionsOn(['post', 'category', 'tag'], ALL);

const LINKS = `{
  pressPosts(sort: "title:asc") {
    title url
    shareLinks { network label url }
    backLinks { kind label url category { name slug } }
  }
}`;

async function publish(instance: StrapiInstance, frontMatter: string, locale = 'en') {
  return documentsOf(instance.strapi, POST_UID).create({
    locale,
    status: 'published',
    data: { frontMatter: `date: 2021-12-29 08:43:42 +0800\n${frontMatter}`, body: 'Text.\n' },
  });
}

describe('GraphQL of posts', () => {
  let instance: StrapiInstance;

  beforeAll(async () => {
    instance = await startStrapi({ locales: ['zh-Hans'], press: PRESS });
  });

  afterAll(() => instance.stop());

  beforeEach(async () => {
    await deleteEverything(instance.strapi);
    await setPublicActions(instance.strapi, EVERYTHING);
  });

  afterEach(() => expectInvariants(instance.strapi));

  const ask = (query: string, variables = {}) => askGraphql(instance, query, variables);

  it('answers share links and back links typed', async () => {
    const { documentId } = await publish(instance, 'title: Harbour\ncategories: [news, town]\n');
    const { data, errors } = await ask(LINKS);
    expect(errors).toEqual([]);
    const url = 'https://paper.example/news/town/2021/12/29/harbour.html';
    const post = {
      title: 'Harbour',
      url: '/news/town/2021/12/29/harbour.html',
      shareLinks: expect.arrayContaining([
        { network: 'link', label: expect.any(String), url },
        {
          network: 'weibo',
          label: expect.any(String),
          url: expect.stringContaining(encodeURIComponent(url)),
        },
      ]),
      backLinks: [
        {
          kind: 'category',
          label: 'Back to news',
          url: '/category/news',
          category: { name: 'news', slug: 'news' },
        },
        {
          kind: 'category',
          label: 'Back to town',
          url: '/category/town',
          category: { name: 'town', slug: 'town' },
        },
        { kind: 'home', label: 'Back to home', url: '/', category: null },
      ],
    };
    expect(data).toEqual({ pressPosts: [post] });
    const one = await ask(
      `query ($id: ID!) { pressPost(documentId: $id) { title url shareLinks { network label url } backLinks { kind label url category { name slug } } } }`,
      { id: documentId },
    );
    expect(one.data).toEqual({ pressPost: post });
  });

  it('answers each locale with its own links and the category of that locale', async () => {
    const strapi = instance.strapi;
    const { documentId } = await publish(instance, 'title: Harbour\ncategories: news\n');
    const news = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en' });
    await documentsOf(strapi, CATEGORY_UID).update({
      documentId: news?.documentId ?? '',
      locale: 'zh-Hans',
      data: { name: '新闻', term: 'news', slug: 'xinwen' },
    });
    await documentsOf(strapi, POST_UID).update({
      documentId,
      locale: 'zh-Hans',
      status: 'published',
      data: { frontMatter: 'title: 港口\ndate: 2021-12-29\ncategories: news\n', body: '' },
    });
    const query = `query ($locale: I18NLocaleCode!) {
      pressPosts(locale: $locale) { title backLinks { label url category { name slug locale } } }
    }`;
    const chinese = await ask(query, { locale: 'zh-Hans' });
    expect(chinese.data).toEqual({
      pressPosts: [
        {
          title: '港口',
          backLinks: [
            {
              label: '返回新闻',
              url: '/category/xinwen',
              category: { name: '新闻', slug: 'xinwen', locale: 'zh-Hans' },
            },
            { label: '返回首页', url: '/', category: null },
          ],
        },
      ],
    });
    const english = await ask(query, { locale: 'en' });
    expect(english.data).toMatchObject({
      pressPosts: [{ title: 'Harbour', backLinks: [{ category: { name: 'news', locale: 'en' } }, {}] }],
    });
  });

  it('asks for the categories of all back links in one query', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      await publish(instance, `title: ${name}\ncategories: [news, ${name}]\n`);
    }
    const queries: string[] = [];
    const count = ({ sql }: { sql: string }): void => {
      if (sql.includes('press_categories') && !sql.includes('press_posts')) queries.push(sql);
    };
    instance.strapi.db.connection.on('query', count);
    const { data } = await ask(LINKS);
    instance.strapi.db.connection.removeListener('query', count);
    expect((data?.pressPosts as unknown[]).length).toBe(4);
    expect(queries).toHaveLength(1);
  });

  describe('categories, their parents and tags of many posts', () => {
    const RELATED = `{ pressPosts(sort: "title:asc", pagination: { limit: 100 }) {
      title
      categories { documentId name term createdAt parent { name parent { name } } }
      tags { name }
    } }`;

    async function fill(posts: number): Promise<void> {
      const { strapi } = instance;
      await publish(instance, 'title: World\ncategories: [world, sea, harbour]\n');
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
      for (let number = 0; number < posts; number += 1)
        await publish(
          instance,
          `title: Post ${number}\ncategories: [harbour, sea]\ntags: [b, a, c${number}]\n`,
        );
    }

    async function queriesOf(query: string): Promise<number> {
      await ask(query);
      return countStatements(instance, () => ask(query));
    }

    it('take the same number of queries for 3 posts and for 12', async () => {
      await fill(3);
      const few = await queriesOf(RELATED);
      for (let number = 3; number < 12; number += 1)
        await publish(instance, `title: Post ${number}\ncategories: [harbour]\ntags: [a]\n`);
      expect(await queriesOf(RELATED)).toBe(few);
    });

    it('are what Strapi answers where a filter or a page is asked for', async () => {
      await fill(3);
      const batched = await ask(RELATED);
      expect(batched.errors).toEqual([]);
      const strapiOnly = RELATED.replace(
        'categories {',
        'categories(pagination: { start: 0, limit: 50 }) {',
      ).replace('tags {', 'tags(pagination: { start: 0, limit: 50 }) {');
      expect((await ask(strapiOnly)).data).toEqual(batched.data);
      const page = await ask(
        '{ pressPosts(sort: "title:asc") { tags(pagination: { start: 1, limit: 1 }) { name } } }',
      );
      expect(page.data).toMatchObject({ pressPosts: [{ tags: [{ name: 'a' }] }, {}, {}, { tags: [] }] });
    });

    it('are refused without permission to find them', async () => {
      await fill(1);
      await setPublicActions(instance.strapi, actionsOn(['post'], READ));
      const { data, errors } = await ask(RELATED);
      expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
      expect(JSON.stringify(data)).not.toContain('harbour');
    });
  });

  it('gives no data of a category without permission to find categories', async () => {
    await publish(instance, 'title: Harbour\ncategories: news\n');
    await setPublicActions(instance.strapi, actionsOn(['post'], READ));
    const { status, data, errors } = await ask(
      '{ pressPosts { title backLinks { kind category { name } } } }',
    );
    expect(status).toBe(200);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(data).toEqual({
      pressPosts: [
        {
          title: 'Harbour',
          backLinks: [
            { kind: 'category', category: null },
            { kind: 'home', category: null },
          ],
        },
      ],
    });
    const without = await ask('{ pressPosts { backLinks { kind label url } } }');
    expect(without.errors).toEqual([]);
  });

  it('shows nothing without a grant and no draft to those who may read', async () => {
    const { documentId } = await documentsOf(instance.strapi, POST_UID).create({
      locale: 'en',
      data: { title: 'Secret draft' },
    });
    const { data } = await ask(
      'query ($id: ID!) { pressPosts { title } pressPost(documentId: $id) { title } }',
      {
        id: documentId,
      },
    );
    expect(data).toEqual({ pressPosts: [], pressPost: null });
    for (const [query, key] of [
      ['query ($id: ID!) { pressPost(documentId: $id, status: DRAFT) { title } }', 'pressPost'],
      ['{ pressPosts(status: DRAFT) { title } }', 'pressPosts'],
      ['{ pressPosts_connection(status: DRAFT) { nodes { title } } }', 'pressPosts_connection'],
    ]) {
      const shown = await ask(query, { id: documentId });
      expect({ key, text: JSON.stringify(shown.data) }).toMatchObject({
        text: expect.stringContaining('Secret'),
      });
      await setPublicActions(instance.strapi, actionsOn(['post'], READ));
      const kept = await ask(query, { id: documentId });
      expect(kept.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(JSON.stringify(kept.data)).not.toContain('Secret');
      await setPublicActions(instance.strapi, EVERYTHING);
    }
    await setPublicActions(instance.strapi, []);
    const refused = await ask('{ pressPosts { title } }');
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(refused.data).toBeNull();
  });

  it('creates, updates, publishes and deletes', async () => {
    const category = await ask(
      'mutation { createPressCategory(data: { name: "News" }) { documentId slug } }',
    );
    expect(category.errors).toEqual([]);
    const { documentId: newsId } = category.data?.createPressCategory as { documentId: string };
    const created = await ask(
      `mutation ($data: PressPostInput!) {
        createPressPost(status: DRAFT, data: $data) { documentId title slug url publishedAt }
      }`,
      {
        data: {
          title: 'From GraphQL',
          date: '2021-12-29T00:43:42.000Z',
          body: 'Text.',
          categories: [newsId],
        },
      },
    );
    expect(created.errors).toEqual([]);
    const post = created.data?.createPressPost as { documentId: string };
    expect(post).toMatchObject({
      slug: 'from-graphql',
      url: '/news/2021/12/29/from-graphql.html',
      publishedAt: null,
    });
    await expectInvariants(instance.strapi);
    expect(await allPostRows(instance.strapi)).toHaveLength(1);

    const update = `mutation ($id: ID!, $status: PublicationStatus, $data: PressPostInput!) {
      updatePressPost(documentId: $id, status: $status, data: $data) { title url publishedAt shareLinks { network } }
    }`;
    const updated = await ask(update, { id: post.documentId, status: 'DRAFT', data: { title: 'Changed' } });
    expect(updated.data).toMatchObject({ updatePressPost: { title: 'Changed', publishedAt: null } });
    await expectInvariants(instance.strapi);

    const published = await ask(update, {
      id: post.documentId,
      status: 'PUBLISHED',
      data: { frontMatter: 'title: By text\ndate: 2021-12-30 12:00:00 +0800\ntags: [ferry]\n' },
    });
    expect(published.errors).toEqual([]);
    expect(published.data).toMatchObject({
      updatePressPost: {
        title: 'By text',
        url: expect.stringMatching(/^\/2021\/12\/30\/.*\.html$/),
        publishedAt: expect.any(String),
        shareLinks: expect.arrayContaining([{ network: 'link' }]),
      },
    });
    const rows = await allPostRows(instance.strapi);
    expect(rows.map(({ tags }) => tags.map(({ term }) => term))).toEqual([['ferry'], ['ferry']]);
    await expectInvariants(instance.strapi);

    const deleted = await ask('mutation ($id: ID!) { deletePressPost(documentId: $id) { documentId } }', {
      id: post.documentId,
    });
    expect(deleted.errors).toEqual([]);
    expect(await allPostRows(instance.strapi)).toEqual([]);
  });

  it('creates in the locale it is told', async () => {
    const { data, errors } = await ask(
      'mutation { createPressPost(locale: "zh-Hans", data: { title: "港口开放" }) { locale slug backLinks { label } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      createPressPost: { locale: 'zh-Hans', slug: 'gang-kou-kai-fang', backLinks: [{ label: '返回首页' }] },
    });
  });

  it('answers a refused write with 200 and the path of each problem', async () => {
    const { status, data, errors } = await ask(
      `mutation { createPressPost(data: { frontMatter: "title: ''\\ndate: 2021-13-45\\n", body: "" }) { documentId } }`,
    );
    expect(status).toBe(200);
    expect(data).toEqual({ createPressPost: null });
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      error: {
        name: 'ValidationError',
        details: {
          errors: [
            expect.objectContaining({ path: ['title'], message: expect.any(String) }),
            expect.objectContaining({ path: ['date'], message: expect.any(String) }),
          ],
        },
      },
    });
    expect(await allPostRows(instance.strapi)).toEqual([]);
  });

  it('refuses a taken URL by name', async () => {
    await publish(instance, 'title: Same\nslug: same\n');
    const { errors } = await ask(
      'mutation ($data: PressPostInput!) { createPressPost(data: $data) { documentId } }',
      {
        data: { frontMatter: 'title: Other\nslug: same\ndate: 2021-12-29 08:43:42 +0800\n' },
      },
    );
    expect(errors[0]?.extensions.error?.details?.errors).toEqual([
      expect.objectContaining({ path: ['slug'], message: expect.stringContaining('"Same"') }),
    ]);
    expect(errors[0]?.message).not.toMatch(/insert|update|select/i);
  });

  it('has neither generated nor private attributes in inputs, and private ones nowhere else', async () => {
    const { data } = await ask(`{
      input: __type(name: "PressPostInput") { inputFields { name } }
      filters: __type(name: "PressPostFiltersInput") { inputFields { name } }
      post: __type(name: "PressPost") { fields { name } }
      categoryInput: __type(name: "PressCategoryInput") { inputFields { name } }
      categoryFilters: __type(name: "PressCategoryFiltersInput") { inputFields { name } }
      category: __type(name: "PressCategory") { fields { name } }
      tag: __type(name: "PressTag") { fields { name } }
      tagFilters: __type(name: "PressTagFiltersInput") { inputFields { name } }
      redirect: __type(name: "PressRedirect") { fields { name } }
      job: __type(name: "PressJob") { name }
    }`);
    const names = (key: string): string[] => {
      const type = data?.[key] as { fields?: { name: string }[]; inputFields?: { name: string }[] };
      return (type.fields ?? type.inputFields ?? []).map(({ name }) => name);
    };
    const generated = ['url', 'shareLinks', 'backLinks', 'extra'];
    const hidden = [
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
    for (const name of [...generated, ...hidden]) expect(names('input')).not.toContain(name);
    expect(names('input')).toEqual(expect.arrayContaining(['title', 'frontMatter', 'body', 'categories']));
    for (const name of [...hidden, 'frontMatter']) expect(names('filters')).not.toContain(name);
    // Fields of their own, with a permission (docs/permissions.md).
    const guarded = ['frontMatter', 'diagnostics'];
    for (const name of hidden.filter((one) => !guarded.includes(one)))
      expect(names('post')).not.toContain(name);
    for (const key of ['categoryInput', 'category', 'categoryFilters', 'tag', 'tagFilters'])
      expect(names(key)).not.toContain('termKey');
    expect(names('redirect')).toEqual(['to', 'code']);
    expect(data).toMatchObject({ job: null });
  });

  it('describes every field and type that it adds', async () => {
    const { data } = await ask(`{
      post: __type(name: "PressPost") { fields { name description } }
      shareLink: __type(name: "PressShareLink") { description fields { name description } }
      backLink: __type(name: "PressBackLink") { description fields { name description } }
      kind: __type(name: "PressBackLinkKind") { description enumValues { name description } }
    }`);
    type Described = { name?: string; description: string | null };
    const types = data as Record<
      string,
      { description?: string | null; fields?: Described[]; enumValues?: Described[] }
    >;
    const added = [
      ...(types.post.fields ?? []).filter(({ name }) => name === 'shareLinks' || name === 'backLinks'),
      ...[types.shareLink, types.backLink, types.kind].flatMap(({ description, fields, enumValues }) => [
        { description: description ?? null },
        ...(fields ?? enumValues ?? []),
      ]),
    ];
    expect(added).toHaveLength(2 + 3 + 3 + 4 + 3);
    for (const item of added) expect(item).toMatchObject({ description: expect.stringMatching(/\.$/) });
  });
});

async function bootAndAsk(options: InstanceOptions, check: (instance: StrapiInstance) => Promise<void>) {
  const instance = await startStrapi({ press: PRESS, ...options });
  try {
    await setPublicActions(instance.strapi, actionsOn(['post', 'category', 'tag'], READ));
    await publish(instance, 'title: Harbour\ncategories: news\n');
    await check(instance);
    const rest = await request(instance.server).get('/api/press/posts');
    expect(rest.body.data).toMatchObject([{ title: 'Harbour', url: '/news/2021/12/29/harbour.html' }]);
    await expectInvariants(instance.strapi);
  } finally {
    await instance.stop();
  }
}

async function expectTypedLinks(instance: StrapiInstance): Promise<void> {
  const { data, errors } = await askGraphql(instance, LINKS);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    pressPosts: [{ backLinks: [{ kind: 'category', category: { slug: 'news' } }, { kind: 'home' }] }],
  });
}

describe('the GraphQL plugin', () => {
  it('has our fields when it is listed after this plugin', () =>
    bootAndAsk({ plugins: ['press', 'graphql'] }, expectTypedLinks));

  it('may be disabled', () =>
    bootAndAsk({ plugins: ['press'] }, async ({ server }) => {
      const response = await request(server).post('/graphql').send({ query: '{ __typename }' });
      expect([404, 405]).toContain(response.status);
    }));

  it('may serve types of the app that are close to ours', () =>
    bootAndAsk({ apiTypes: CLOSE_API_TYPES }, async (instance) => {
      await expectTypedLinks(instance);
      const { data } = await askGraphql(
        instance,
        `{ ${['BlogPost', 'Article', 'Category', 'Tag', 'Post'].map((name) => `${name}: __type(name: "${name}") { name }`).join(' ')} }`,
      );
      expect(Object.values(data ?? {})).toEqual(
        ['BlogPost', 'Article', 'Category', 'Tag', 'Post'].map((name) => ({ name })),
      );
    }));

  it.each([
    ['press-post', 'PressPost'],
    ['press-share-link', 'PressShareLink'],
  ])('leaves a type %s of the app alone, says so once by name and serves REST', async (type, name) => {
    const lines: string[] = [];
    const options = { apiTypes: [type], apiTablePrefix: 'app_', onLog: (line: string) => lines.push(line) };
    await bootAndAsk(options, async (instance) => {
      const { data } = await askGraphql(
        instance,
        `{ app: __type(name: "${name}") { fields { name } } ours: __type(name: "PressTag") { name } }`,
      );
      const app = data?.app as { fields: { name: string }[] };
      expect(app.fields.map((field) => field.name)).toContain('title');
      expect(app.fields.map((field) => field.name)).not.toContain('backLinks');
      expect(data?.ours).toBeNull();
    });
    const said = lines.filter((line) => line.includes('press: '));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`api::${type}.${type}`);
    expect(said[0]).toContain('plugin::press.post');
    expect(said[0]).toContain(name);
    expect(said[0]).toContain('another singular or plural name');
  });
});
