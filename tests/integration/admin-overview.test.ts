import request from 'supertest';
import type { Overview, ProblemPost } from '../../core/admin/overview';
import { POST_UID } from '../../server/src/plugin-id';
import { documentsOf } from './documents';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let token: string;

const documents = (uid: Parameters<typeof documentsOf>[1]) => documentsOf(instance.strapi, uid);

beforeAll(async () => {
  instance = await startStrapi({
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } },
    locales: ['zh-Hans'],
  });
  token = await instance.adminToken();
  const texts = [
    ['title: One\ndate: 2021-12-29 08:00:00 +0000\ncategories: [harbour, news]\n', true],
    ['title: Two\ndate: 2021-12-30 08:00:00 +0000\ncategories: [harbour]\n', true],
    ['title: Three\ndate: 2022-01-30 08:00:00\ncategories: [news harbour]\n', true],
    ['title: Ahead\ndate: 2199-01-30 08:00:00 +0000\n', true],
    ['title: ""\ndate: 2022-02-01 08:00:00 +0000\nslug: untitled\n', false],
    ['title: "x\nslug: unread\n', false],
  ] as const;
  for (const [frontMatter, published] of texts)
    await documents(POST_UID).create({
      data: { frontMatter, body: 'Text.' },
      status: published ? 'published' : 'draft',
    });
});

afterAll(() => instance.stop());

async function ask<Data>(path: string): Promise<Data> {
  const response = await request(instance.server).get(path).set('Authorization', `Bearer ${token}`);
  expect(response.status).toBe(200);
  return response.body.data as Data;
}

it('counts what is published, what is not, what is dated ahead and what has problems', async () => {
  const { counts, locale, locales } = await ask<Overview>('/press/overview');
  expect(counts).toEqual({ published: 4, drafts: 2, scheduled: 1, withProblems: 3 });
  expect({ locale, locales }).toEqual({ locale: 'en', locales: ['en', 'zh-Hans'] });
});

it('counts published posts by month and by category', async () => {
  const { months, categories, otherCategories } = await ask<Overview>('/press/overview');
  expect(months).toEqual([
    { year: 2199, month: 1, count: 1 },
    { year: 2022, month: 1, count: 1 },
    { year: 2021, month: 12, count: 2 },
  ]);
  expect(categories.map(({ name, count }) => [name, count])).toEqual([
    ['harbour', 2],
    ['news', 1],
    ['news harbour', 1],
  ]);
  expect(otherCategories).toEqual({ categories: 0, posts: 0 });
});

it('groups posts with problems by rule, errors first, and lists them page by page', async () => {
  const { problems } = await ask<Overview>('/press/overview');
  expect(problems.map(({ severity }) => severity)).toEqual(
    [...problems.map(({ severity }) => severity)].sort(),
  );
  expect(problems).toContainEqual({ ruleId: 'date/no-time-zone', severity: 'warning', posts: 1 });
  const unread = await ask<ProblemPost[]>('/press/overview/problems?rule=yaml/syntax');
  expect(unread).toHaveLength(1);
  expect(unread[0].diagnostics.map(({ ruleId }) => ruleId)).toEqual(['yaml/syntax']);
  expect(await ask<ProblemPost[]>('/press/overview/problems?rule=yaml/syntax&page=2')).toEqual([]);
});

it('shows another locale by itself', async () => {
  const { counts, months } = await ask<Overview>('/press/overview?locale=zh-Hans');
  expect(counts).toEqual({ published: 0, drafts: 0, scheduled: 0, withProblems: 0 });
  expect(months).toEqual([]);
});

it('forgets a problem that was solved', async () => {
  const [{ documentId }] = await ask<ProblemPost[]>('/press/overview/problems?rule=title/empty');
  await documents(POST_UID).update({ documentId, data: { title: 'Titled' } });
  expect(await ask<ProblemPost[]>('/press/overview/problems?rule=title/empty')).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ documentId })]),
  );
});

it('refuses what cannot be asked', async () => {
  for (const path of [
    '/press/overview?locale=xx',
    '/press/overview/problems',
    '/press/overview/problems?rule=a&page=0',
  ]) {
    const response = await request(instance.server).get(path).set('Authorization', `Bearer ${token}`);
    expect({ path, status: response.status }).toEqual({ path, status: 400 });
  }
});
