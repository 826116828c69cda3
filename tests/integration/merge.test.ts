import type { Core } from '@strapi/strapi';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import type { ImportService } from '../../server/src/import';
import type { JobsService } from '../../server/src/jobs';
import { CATEGORY_UID, JOB_UID, POST_UID, REDIRECT_UID, TAG_UID } from '../../server/src/plugin-id';
import type { RedirectsService } from '../../server/src/redirects';
import type { SettingsService } from '../../server/src/settings';
import type { MergeService } from '../../server/src/terms';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;

const merge = () => strapi.plugin('press').service<MergeService>('merge');
const jobs = () => strapi.plugin('press').service<JobsService>('jobs');
const settings = () => strapi.plugin('press').service<SettingsService>('settings');

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example' }, jobs: { run: false } },
  });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

afterEach(async () => {
  await jobs().settled();
  await expectInvariants(strapi);
  await settings().update({ permalink: null });
  await jobs().settled();
  await deleteEverything(strapi);
  for (const uid of [REDIRECT_UID, JOB_UID]) await strapi.db.query(uid).deleteMany({});
});

async function termId(uid: string, term: string, locale = 'en'): Promise<string> {
  const found = await strapi.db.query(uid).findOne({ where: { term, locale } });
  return String((found as { documentId?: string } | null)?.documentId);
}

async function terms(uid: string, locale = 'en'): Promise<string[]> {
  const rows = await strapi.db.query(uid).findMany({ where: { locale }, orderBy: { term: 'asc' } });
  return (rows as { term: string }[]).map(({ term }) => term);
}

async function mergeCategories(from: string, into: string) {
  return merge().run({
    kind: 'category',
    from: await termId(CATEGORY_UID, from),
    into: await termId(CATEGORY_UID, into),
    locale: 'en',
  });
}

function publish(frontMatter: string): Promise<{ documentId: string }> {
  return documentsOf(strapi, POST_UID).create({
    locale: 'en',
    status: 'published',
    data: { frontMatter: `date: 2022-01-05\n${frontMatter}`, body: 'Text.\n' },
  });
}

async function texts(): Promise<string[]> {
  const rows = await allPostRows(strapi);
  return [...new Set(rows.map(({ frontMatter }) => frontMatter ?? ''))].sort();
}

const resolve = (url: string) => strapi.plugin('press').service<RedirectsService>('redirects').resolve(url);

describe('merging two categories', () => {
  it('gives every post the other one, drafts and published rows, and deletes the first', async () => {
    await publish('title: One\ncategories: [sea, harbour]\n');
    await publish('title: Two\ncategories: town\n');
    const { documentId } = await publish('title: Three\ncategories: harbour\n');
    await documentsOf(strapi, POST_UID).update({ documentId, locale: 'en', data: { title: 'Third' } });
    const report = await mergeCategories('harbour', 'town');
    expect(report).toEqual({ moved: 4, kept: [], keptCount: 0, deleted: true });
    expect(await terms(CATEGORY_UID)).toEqual(['sea', 'town']);
    expect(await texts()).toEqual([
      'date: 2022-01-05\ntitle: One\nslug: one\ncategories: [sea, town]\n',
      'date: 2022-01-05\ntitle: Third\nslug: three\ncategories: town\n',
      'date: 2022-01-05\ntitle: Three\nslug: three\ncategories: town\n',
      'date: 2022-01-05\ntitle: Two\nslug: two\ncategories: town\n',
    ]);
  });

  it('leaves the other one once, in the place of the first of both', async () => {
    await publish('title: One\ncategories: [harbour, sea, town]\n');
    await publish('title: Two\ncategories: [town, sea, harbour]\n');
    await mergeCategories('harbour', 'town');
    const lists = (await allPostRows(strapi)).map(({ categories }) => categories.map(({ term }) => term));
    expect(lists).toEqual(Array(4).fill(['town', 'sea']));
  });

  it('takes what was below it along, and the place of a category that it was itself above of', async () => {
    await publish('title: One\ncategories: [world, sea, harbour, pier]\n');
    const categories = documentsOf(strapi, CATEGORY_UID);
    const place = async (term: string, parent: string) =>
      categories.update({
        documentId: await termId(CATEGORY_UID, term),
        locale: 'en',
        data: { parent: await termId(CATEGORY_UID, parent) },
      });
    await place('sea', 'world');
    await place('harbour', 'sea');
    await place('pier', 'sea');
    await mergeCategories('sea', 'harbour');
    const rows = await strapi.db
      .query(CATEGORY_UID)
      .findMany({ populate: { parent: true }, orderBy: { term: 'asc' } });
    const tree = (rows as { term: string; parent: { term: string } | null }[]).map(
      ({ term, parent }) => `${term} < ${parent?.term}`,
    );
    expect(tree).toEqual(['harbour < world', 'pier < harbour', 'world < undefined']);
  });

  it('leaves redirects from former URLs of posts and of the category', async () => {
    await settings().update({ permalink: '/:categories/:title/' });
    await publish('title: One\nslug: one\ncategories: harbour\n');
    await publish('title: Two\nslug: two\ncategories: town\n');
    await mergeCategories('harbour', 'town');
    expect(await resolve('/harbour/one/')).toEqual({ kind: 'redirect', to: '/town/one/', code: 301 });
    const [{ url }] = (await allPostRows(strapi))[0].backLinks as { url: string }[];
    const former = url.replace('town', 'harbour');
    expect(await resolve(former)).toMatchObject({ kind: 'redirect', to: expect.stringContaining('town') });
    expect(await resolve(url)).toMatchObject({
      kind: 'category',
      documentId: await termId(CATEGORY_UID, 'town'),
    });
  });

  it('keeps posts that cannot follow, names them, and goes on when they can', async () => {
    await settings().update({ permalink: '/:categories/:title/' });
    await publish('title: One\nslug: same\ncategories: harbour\n');
    const { documentId } = await publish('title: Two\nslug: same\ncategories: town\n');
    await publish('title: Three\nslug: three\ncategories: harbour\n');
    const first = await mergeCategories('harbour', 'town');
    expect(first).toMatchObject({
      moved: 2,
      keptCount: 1,
      kept: [{ message: expect.stringContaining('/town/same/ is taken by the post "Two"') }],
      deleted: false,
    });
    await expectInvariants(strapi);
    await documentsOf(strapi, POST_UID).unpublish({ documentId, locale: 'en' });
    expect(await mergeCategories('harbour', 'town')).toMatchObject({ moved: 2, keptCount: 0, deleted: true });
  });

  it("keeps a post whose category is its file's folder", async () => {
    const site = await makeSite({
      'harbour/_posts/2022-01-05-a.md': '---\ntitle: A\n---\nText.\n',
      '_posts/2022-01-05-b.md': '---\ntitle: B\ncategories: town\n---\nText.\n',
    });
    await strapi.plugin('press').service<ImportService>('import').run(site.root);
    expect(await mergeCategories('harbour', 'town')).toMatchObject({
      moved: 0,
      keptCount: 1,
      deleted: false,
    });
  });

  it('is done in lots and announced', async () => {
    const files: Record<string, string> = {};
    for (let number = 0; number < 250; number += 1)
      files[`_posts/2022-01-05-post-${number}.md`] = `---\ntitle: P\ncategories: harbour\n---\nText.\n`;
    files['_posts/2022-01-06-other.md'] = '---\ntitle: O\ncategories: town\n---\nText.\n';
    const site = await makeSite(files);
    await strapi.plugin('press').service<ImportService>('import').run(site.root);
    const urls = new Set<string>();
    const stop = strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
      for (const url of (payload as { urls: string[] }).urls) urls.add(url);
      return Promise.resolve();
    });
    expect(await mergeCategories('harbour', 'town')).toMatchObject({ moved: 500, deleted: true });
    stop();
    // Former URLs and new ones.
    expect(urls.size).toBe(500);
    const [job] = await jobs().list({ limit: 1 });
    expect(job).toMatchObject({ kind: 'merge', state: 'done', counts: { total: 500, done: 500, kept: 0 } });
  });

  it('is taken by a worker when it was queued', async () => {
    await publish('title: One\ncategories: [harbour, town]\n');
    await merge().enqueue({
      kind: 'category',
      from: await termId(CATEGORY_UID, 'harbour'),
      into: await termId(CATEGORY_UID, 'town'),
      locale: 'en',
    });
    await jobs().settled();
    expect(await terms(CATEGORY_UID)).toEqual(['town']);
  });

  it.each([
    ['itself', 'harbour', 'harbour', 'cannot be merged into itself'],
    ['one that is not there', 'harbour', 'nowhere', 'There is no category'],
  ])('into %s is refused', async (_name, from, into, message) => {
    await publish('title: One\ncategories: harbour\n');
    await expect(mergeCategories(from, into)).rejects.toThrow(message);
    expect(await terms(CATEGORY_UID)).toEqual(['harbour']);
  });
});

describe('merging two tags', () => {
  it('gives every post the other one', async () => {
    await publish('title: One\ntags: [ferry, boat]\n');
    await publish('title: Two\ntags: boats\n');
    const pair = {
      kind: 'tag' as const,
      from: await termId(TAG_UID, 'boats'),
      into: await termId(TAG_UID, 'boat'),
      locale: 'en',
    };
    expect(await merge().run(pair)).toMatchObject({ moved: 2, deleted: true });
    expect(await terms(TAG_UID)).toEqual(['boat', 'ferry']);
  });
});

describe('a category that posts have', () => {
  it('is not deleted; the refusal says how to merge it', async () => {
    await publish('title: One\ncategories: harbour\n');
    const documentId = await termId(CATEGORY_UID, 'harbour');
    await expect(documentsOf(strapi, CATEGORY_UID).delete({ documentId, locale: 'en' })).rejects.toThrow(
      'strapi-press merge category "harbour" INTO',
    );
  });
});

describe("a category's page", () => {
  it('leads on when its slug changes, and is found at the new URL', async () => {
    await publish('title: One\ncategories: harbour\n');
    const documentId = await termId(CATEGORY_UID, 'harbour');
    const page = async () => {
      const [row] = await allPostRows(strapi);
      return (row.backLinks as { url: string }[])[0].url;
    };
    const before = await page();
    await documentsOf(strapi, CATEGORY_UID).update({ documentId, locale: 'en', data: { slug: 'port' } });
    const after = await page();
    expect(after).not.toBe(before);
    expect(await resolve(after)).toMatchObject({ kind: 'category', documentId });
    expect(await resolve(before)).toMatchObject({ kind: 'redirect', to: after });
  });
});
