import request from 'supertest';
import type { ChangedPost, ProblemsByPost, RegeneratedPosts } from '../../core/admin/post-list';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { expectInvariants } from './invariants';
import { administratorWith } from './administrators';
import { documentsOf } from './documents';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let token: string;

const documents = (uid: Parameters<typeof documentsOf>[1]) => documentsOf(instance.strapi, uid);

beforeAll(async () => {
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' } } });
  token = await instance.adminToken();
});

afterAll(() => instance.stop());

async function ask<Data>(path: string, body: object): Promise<Data> {
  const response = await request(instance.server)
    .post(path)
    .set('Authorization', `Bearer ${token}`)
    .send(body);
  expect(response.status).toBe(200);
  return response.body.data as Data;
}

async function post(frontMatter: string): Promise<string> {
  const { documentId } = await documents(POST_UID).create({ data: { frontMatter, body: 'Text.' } });
  return documentId;
}

async function category(name: string): Promise<string> {
  return (await documents(CATEGORY_UID).create({ data: { name } })).documentId;
}

async function textOf(documentId: string): Promise<string> {
  const found = (await instance.strapi.documents(POST_UID).findOne({ documentId })) as {
    frontMatter?: string;
  } | null;
  return found?.frontMatter ?? '';
}

it('gives the problems of the posts of a list', async () => {
  const good = await post('title: Good\nslug: good\ndate: 2021-12-29 08:00:00 +0000\n');
  const bad = await post('title: "Bad\nslug: bad\n');
  const problems = await ask<ProblemsByPost>('/press/posts/problems', {
    documentIds: [good, bad],
    locale: null,
  });
  expect(Object.keys(problems)).toEqual([bad]);
  expect(problems[bad].map(({ ruleId }) => ruleId)).toContain('yaml/syntax');
});

it('shows only posts with problems in the list of the Content Manager, whatever the role may read of them', async () => {
  await post('title: Without\nslug: without\ndate: 2021-12-29 08:00:00 +0000\n');
  await post('title: ""\nslug: with\ndate: 2021-12-29 08:00:00 +0000\n');
  await post('title: Comma\nslug: comma\ndate: 2021-12-29 08:00:00 +0000\ncategories: quay, pier\n');
  const reader = await administratorWith(instance.strapi, instance.server, [
    {
      action: 'plugin::content-manager.explorer.read',
      subject: POST_UID,
      properties: { fields: ['slug'], locales: ['en'] },
    },
  ]);
  const slugs = async (query: string, as: string): Promise<string[]> => {
    const list = `/content-manager/collection-types/${POST_UID}?sort=slug:ASC&${query}`;
    const { body, status } = await request(instance.server).get(list).set('Authorization', `Bearer ${as}`);
    expect(status).toBe(200);
    const { results, pagination } = body as { results: { slug: string }[]; pagination: { total: number } };
    expect(pagination.total).toBe(results.length);
    return results.map(({ slug }) => slug);
  };
  for (const as of [token, reader]) {
    const all = await slugs('pageSize=100', as);
    expect(all).toEqual(expect.arrayContaining(['with', 'without', 'comma']));
    const broken = await slugs('pageSize=100&withProblems=true', as);
    expect(broken).toEqual(expect.arrayContaining(['with', 'comma']));
    expect(broken).not.toContain('without');
    const both = '&withProblems=true&filters[$and][0][slug][$startsWith]=with';
    expect(await slugs(both, as)).toEqual(['with']);
  }
});

it('adds, removes and replaces categories, and the front matter follows', async () => {
  const [harbour, sport] = [await category('harbour'), await category('sport')];
  const one = await post(
    'title: One\nslug: one\ndate: 2021-12-29 08:00:00 +0000\ncategories: [news] # kept\n',
  );
  const change = (how: string, categories: string[]) =>
    ask<ChangedPost[]>('/press/posts/recategorize', {
      documentIds: [one],
      locale: null,
      change: how,
      categories,
    });
  expect(await change('add', [harbour])).toEqual([{ documentId: one, title: 'One', refused: null }]);
  expect(await textOf(one)).toContain('categories: [news, harbour] # kept');
  await change('remove', [harbour]);
  expect(await textOf(one)).toContain('categories: [news] # kept');
  await change('replace', [sport]);
  expect(await textOf(one)).toContain('categories: [sport] # kept');
  await expectInvariants(instance.strapi);
});

it('changes the others where one post cannot be changed, and says why', async () => {
  const harbour = await category('quay');
  const [broken, whole] = [
    await post('title: "Broken\nslug: broken\n'),
    await post('title: Whole\nslug: whole\n'),
  ];
  const results = await ask<ChangedPost[]>('/press/posts/recategorize', {
    documentIds: [broken, 'nobody', whole],
    locale: null,
    change: 'add',
    categories: [harbour],
  });
  expect(results.map(({ refused }) => refused === null)).toEqual([false, false, true]);
  expect(results[0].refused).toContain('cannot be read');
  expect(await textOf(whole)).toContain('quay');
});

it('puts right the links of posts that somebody changed past the hook', async () => {
  const moved = await post('title: Moved\nslug: moved\ndate: 2021-12-29 08:00:00 +0000\n');
  await instance.strapi.db
    .queryBuilder(POST_UID)
    .where({ documentId: moved })
    .update({ url: '/wrong.html' })
    .execute();
  const done = await ask<RegeneratedPosts>('/press/posts/regenerate', { documentIds: [moved], locale: null });
  expect(done).toEqual({ checked: 1, changed: 1, conflicts: [] });
  await expectInvariants(instance.strapi);
});

it('refuses what names no posts', async () => {
  for (const path of ['problems', 'recategorize', 'regenerate']) {
    const response = await request(instance.server)
      .post(`/press/posts/${path}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ documentIds: [], locale: null });
    expect({ path, status: response.status }).toEqual({ path, status: 400 });
  }
});
