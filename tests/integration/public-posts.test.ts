import request from 'supertest';
import { POST_UID } from '../../server/src/plugin-id';
import { documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = [...actionsOn(['post', 'category', 'tag'], ['find', 'findOne']), 'plugin::press.feed.find'];
const AHEAD = '2999-01-01';

/** What no reader may find anywhere; in titles, bodies and URLs. */
const HIDDEN = ['draftonly', 'takenback', 'dueahead', 'futurelanguage', 'newerdraft', 'draftlanguage'];
/** What readers find, by locale. */
const SHOWN = { en: 'visible', 'zh-Hans': 'elsewhere' };

let instance: StrapiInstance;
/** Document ids and paths of the hidden posts. */
const ids: string[] = [];
const paths: string[] = [];

const documents = () => documentsOf(instance.strapi, POST_UID);

beforeAll(async () => {
  instance = await startStrapi({
    press: { site: { url: 'https://paper.example' } },
    locales: ['zh-Hans'],
  });
  const post = (word: string, date: string, locale = 'en', status?: string) => {
    const frontMatter = `title: ${word}\ndate: ${date}\nslug: ${word}\ncategories: news\ntags: ferry\nauthor: Ada\n`;
    return documents().create({
      locale,
      ...(status ? { status } : {}),
      data: { frontMatter, body: `${word}.\n` },
    });
  };
  const shown = await post('visible', '2022-01-01', 'en', 'published');
  const elsewhere = await post('elsewhere', '2022-01-02', 'zh-Hans', 'published');
  await documents().update({
    documentId: elsewhere.documentId,
    locale: 'en',
    data: { frontMatter: 'title: draftlanguage\ndate: 2022-01-05\n', body: 'draftlanguage' },
  });
  ids.push((await post('draftonly', '2022-01-03')).documentId);
  const back = await post('takenback', '2022-01-04', 'en', 'published');
  await documents().unpublish({ documentId: back.documentId, locale: 'en' });
  const ahead = await post('dueahead', AHEAD, 'en', 'published');
  ids.push(back.documentId, ahead.documentId, shown.documentId, elsewhere.documentId);
  // A post that readers see, with another language that is dated ahead and a newer draft.
  await documents().update({
    documentId: shown.documentId,
    locale: 'zh-Hans',
    status: 'published',
    data: {
      frontMatter: `title: futurelanguage\ndate: ${AHEAD}\nslug: futurelanguage\n`,
      body: 'futurelanguage',
    },
  });
  await documents().update({ documentId: shown.documentId, locale: 'en', data: { body: 'newerdraft' } });
  paths.push(
    '/news/2022/01/03/draftonly.html',
    '/news/2022/01/04/takenback.html',
    '/news/2999/01/01/dueahead.html',
  );
  paths.push(
    '/2999/01/01/futurelanguage.html',
    '/news/2022/01/01/visible.html',
    '/news/2022/01/02/elsewhere.html',
  );
  await setPublicActions(instance.strapi, READ);
});

afterAll(() => instance.stop());

/** Each GET route of ours, from the running server, with every way in which a reader could ask for posts. */
function restRequests(): string[] {
  const layers = instance.strapi.server.listRoutes() as { methods: string[]; path: string }[];
  const routes = layers.filter(
    ({ path, methods }) => path.startsWith('/api/press/') && methods.includes('GET'),
  );
  return routes.flatMap(({ path }) => {
    const named = path.includes(':id')
      ? ids.map((id) => path.replace(':id', id))
      : [path.replace(':slug', 'news').replace(':part', '1')];
    return named.flatMap((url) =>
      queriesOf(path).flatMap((query) =>
        ['', 'locale=zh-Hans', 'locale=en'].map((locale) => `${url}?${query}&${locale}`),
      ),
    );
  });
}

function queriesOf(path: string): string[] {
  if (path.endsWith('/by-url')) return paths.flatMap((url) => [`url=${url}`, `url=${url}&populate=*`]);
  if (/\/(feed|sitemap)|\/feeds\//.test(path)) return ['', 'limit=100', 'category=news'];
  return [
    '',
    'populate=*',
    'populate[localizations][populate]=localizations',
    'status=draft',
    'status=draft&populate=*',
    'filters[title][$contains]=a',
    'filters[$or][0][title]=dueahead&filters[$or][1][title]=futurelanguage',
    'filters[0][title]=dueahead',
    'filters=x',
    'sort=date:desc&fields[0]=title',
    'category=news&includeChildren=true',
    'tag=ferry',
    'year=2999',
    'author=Ada',
    'pagination[withCount]=true',
  ];
}

const FIELDS = `title body url localizations { title body localizations { title } }
  localizations_connection { nodes { title body url } }
  previous { title body url } next { title body url previous { title } next { title } }
  further: next(sameCategory: true) { title body url }
  html excerpt excerptHtml toc { text } seo { jsonLd openGraph { content } }
  related(first: 20) { title html url related { title } }`;

/** Each query of ours, from the running server's schema. */
async function graphqlRequests(): Promise<string[]> {
  const { data } = await askGraphql(instance, '{ __schema { queryType { fields { name } } } }');
  const { fields } = (data?.__schema as { queryType: { fields: { name: string }[] } }).queryType;
  const own = fields.map(({ name }) => name).filter((name) => /^press/.test(name));
  expect(own.length).toBeGreaterThan(5);
  return own.flatMap((name) => {
    const asked = QUERIES[name];
    if (asked === undefined) throw new Error(`${name} is not tried`);
    return ['', 'locale: "zh-Hans"', 'locale: "en"'].flatMap((locale) => asked.map((ask) => ask(locale)));
  });
}

type Ask = (locale: string) => string;

const withArguments = (...parts: string[]): string => {
  const given = parts.filter((part) => part !== '').join(', ');
  return given === '' ? '' : `(${given})`;
};
const LISTS = [
  '',
  'status: DRAFT',
  'status: PUBLISHED',
  'filters: { title: { contains: "a" } }',
  'filters: { or: [{ title: { eq: "dueahead" } }, { title: { eq: "futurelanguage" } }] }',
  'filters: { not: { title: { eq: "visible" } } }',
  'publicationFilter: NEVER_PUBLISHED',
  'hasPublishedVersion: false',
  'sort: "date:desc", pagination: { limit: -1 }',
];
const each = (lists: readonly string[], ask: (list: string, locale: string) => string): Ask[] =>
  lists.map((list) => (locale) => ask(list, locale));
const terms = (name: string, part: string): Ask[] => [
  (locale) => `{ ${name}${withArguments(locale)} { ${part} } }`,
];

const QUERIES: Record<string, Ask[] | undefined> = {
  get pressPost(): Ask[] {
    return ids.flatMap((id) =>
      ['', 'status: DRAFT'].map(
        (status): Ask =>
          (locale) =>
            `{ pressPost${withArguments(`documentId: "${id}"`, status, locale)} { ${FIELDS} } }`,
      ),
    );
  },
  pressPosts: each(LISTS, (list, locale) => `{ pressPosts${withArguments(list, locale)} { ${FIELDS} } }`),
  pressPosts_connection: each(
    LISTS,
    (list, locale) =>
      `{ pressPosts_connection${withArguments(list, locale)} { nodes { ${FIELDS} } pageInfo { total } } }`,
  ),
  pressPostsByCursor: each(
    ['', 'category: "news"', 'tag: "ferry"', 'year: 2999', 'author: "Ada"', 'status: draft', 'last: 100'],
    (list, locale) =>
      `{ pressPostsByCursor${withArguments(list, locale)} { nodes { ${FIELDS} } totalCount } }`,
  ),
  get pressNodeByUrl(): Ask[] {
    return paths.flatMap((url) =>
      ['', 'status: DRAFT'].map(
        (status): Ask =>
          (locale) =>
            `{ pressNodeByUrl${withArguments(`url: "${url}"`, status, locale)} { ... on PressPost { ${FIELDS} } } }`,
      ),
    );
  },
  pressArchive: each(
    ['', 'by: DAY', 'by: YEAR, category: "news"', 'year: 2999', 'status: DRAFT'],
    (list, locale) => `{ pressArchive${withArguments(list, locale)} { year month day count } }`,
  ),
  pressCategories: terms('pressCategories', 'name postCount'),
  pressCategories_connection: terms('pressCategories_connection', 'nodes { name postCount }'),
  pressCategory: [],
  pressTags: terms('pressTags', 'name postCount'),
  pressTags_connection: terms('pressTags_connection', 'nodes { name postCount }'),
  pressTag: [],
};

/** @returns the hidden words that an answer has. A request's own words, which an error may repeat, are no answer. */
function hiddenIn(answer: string): string[] {
  return HIDDEN.filter((word) => answer.includes(word));
}

describe('to readers', () => {
  async function tokens(): Promise<(string | undefined)[]> {
    return [undefined, await instance.apiToken('read-only')];
  }

  it('no REST route shows a draft, an unpublished post or one dated ahead', async () => {
    let answered = 0;
    for (const url of restRequests()) {
      const sent = request(instance.server).get(url).buffer(true);
      const { status, text } = await sent;
      if (status === 200) answered += 1;
      const answer = status === 200 ? text : '';
      expect({ url, hidden: hiddenIn(answer), failed: status >= 500 }).toEqual({
        url,
        hidden: [],
        failed: false,
      });
    }
    expect(answered).toBeGreaterThan(100);
  }, 120_000);

  it('no GraphQL query shows one either', async () => {
    let answered = 0;
    for (const query of await graphqlRequests()) {
      const { data } = await askGraphql(instance, query);
      if (data) answered += 1;
      expect({ query, hidden: hiddenIn(JSON.stringify(data ?? null)) }).toEqual({ query, hidden: [] });
    }
    expect(answered).toBeGreaterThan(50);
  }, 120_000);

  it('a token that may only read shows no published post that is dated ahead', async () => {
    const [, token] = await tokens();
    const { body } = await request(instance.server)
      .get('/api/press/posts?populate=*&locale=en')
      .set('Authorization', `Bearer ${token}`);
    expect((body.data as { title: string }[]).map(({ title }) => title)).toEqual(['visible']);
    const { data } = await askGraphql(instance, `{ pressPosts { ${FIELDS} } }`, {}, token);
    expect(hiddenIn(JSON.stringify(data))).toEqual([]);
    expect(JSON.stringify(data)).toContain('visible');
  });

  it('an archive counts what is published, and nothing else', async () => {
    for (const locale of Object.keys(SHOWN))
      for (const [by, period] of [
        ['YEAR', { month: null, day: null }],
        ['MONTH', { month: 1, day: null }],
        ['DAY', { month: 1, day: locale === 'en' ? 1 : 2 }],
      ] as const)
        for (const list of ['', ', category: "news"', ', tag: "ferry"']) {
          const query = `{ pressArchive(by: ${by}, locale: "${locale}"${list}) { year month day count } }`;
          const { data } = await askGraphql(instance, query);
          expect({ query, data }).toEqual({
            query,
            data: { pressArchive: [{ year: 2022, ...period, count: 1 }] },
          });
        }
  });

  it('what is published is shown in its locale, and in no other', async () => {
    for (const [locale, word] of Object.entries(SHOWN)) {
      const others = Object.values(SHOWN).filter((other) => other !== word);
      for (const route of ['posts', 'posts/by-cursor', 'feed.xml', 'feed.json', 'sitemap.xml']) {
        const { text } = await request(instance.server)
          .get(`/api/press/${route}?locale=${locale}`)
          .buffer(true);
        expect({ route, locale, found: text.includes(word) }).toEqual({ route, locale, found: true });
        for (const other of others)
          expect({ route, found: text.includes(other) }).toEqual({ route, found: false });
      }
    }
  });
});

describe('to those who may update posts', () => {
  it('posts dated ahead are shown, by id and in lists', async () => {
    await setPublicActions(instance.strapi, [...READ, 'plugin::press.post.update']);
    const list = await request(instance.server).get('/api/press/posts?populate=*');
    expect(list.text).toContain('dueahead');
    expect(list.text).toContain('futurelanguage');
    const { data } = await askGraphql(instance, `{ pressPosts { ${FIELDS} } }`);
    expect(JSON.stringify(data)).toContain('dueahead');
    await setPublicActions(instance.strapi, READ);
  });
});

describe('with future: true', () => {
  it('everybody sees posts dated ahead', async () => {
    instance = await instance.restart({ future: true, site: { url: 'https://paper.example' } });
    const { text } = await request(instance.server).get('/api/press/posts');
    expect(text).toContain('dueahead');
    expect((await request(instance.server).get('/api/press/feed.xml').buffer(true)).text).toContain(
      'dueahead',
    );
    const { data } = await askGraphql(instance, `{ pressPosts { ${FIELDS} } }`);
    expect(JSON.stringify(data)).toContain('dueahead');
  });
});
