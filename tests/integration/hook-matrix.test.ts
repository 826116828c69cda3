import type { Core } from '@strapi/strapi';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants, type PostRow } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

interface Changed {
  urls: string[];
  categories: string[];
  cause: string;
}

let instance: StrapiInstance;
let strapi: Core.Strapi;
let events: Changed[];

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } },
  });
  strapi = instance.strapi;
  strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
    events.push(payload as Changed);
    return Promise.resolve();
  });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(strapi);
  events = [];
});

afterEach(() => expectInvariants(strapi));

const posts = () => documentsOf(strapi, POST_UID);

const header = (title: string, more = ''): string =>
  `title: ${title}\ndate: 2021-12-29 08:43:42 +0800\n${more}`;

async function rowsOf(documentId: string): Promise<PostRow[]> {
  return (await allPostRows(strapi)).filter((row) => row.documentId === documentId);
}

async function draftOf(documentId: string, locale = 'en'): Promise<PostRow> {
  const row = (await rowsOf(documentId)).find((item) => !item.publishedAt && item.locale === locale);
  if (!row) throw new Error(`no draft of ${documentId} in ${locale}`);
  return row;
}

async function publishedOf(documentId: string, locale = 'en'): Promise<PostRow | undefined> {
  return (await rowsOf(documentId)).find((item) => item.publishedAt && item.locale === locale);
}

async function createPost(title: string, more = '', locale = 'en') {
  return posts().create({ locale, data: { frontMatter: header(title, more), body: 'Text.\n' } });
}

async function termNamed(uid: typeof CATEGORY_UID | typeof TAG_UID, term: string, locale = 'en') {
  const found = await documentsOf(strapi, uid).findFirst({ locale, filters: { term } });
  if (!found) throw new Error(`no term ${term}`);
  return found;
}

describe.each(['en', 'zh-Hans'])('in the locale %s', (locale) => {
  it('computes all generated fields when a draft is created from text', async () => {
    const { documentId } = await createPost(
      'Harbour opens',
      'categories: [news, town]\ntags: [ferry]\nrating: 4\n',
      locale,
    );
    const draft = await draftOf(documentId, locale);
    expect(draft).toMatchObject({
      title: 'Harbour opens',
      slug: 'harbour-opens',
      url: '/news/town/2021/12/29/harbour-opens.html',
      extra: { rating: 4 },
      errorCount: 0,
    });
    expect(draft.categories.map(({ term }) => term)).toEqual(['news', 'town']);
    expect(draft.tags.map(({ term }) => term)).toEqual(['ferry']);
    expect(draft.shareLinks).toContainEqual(
      expect.objectContaining({
        network: 'link',
        url: 'https://paper.example/news/town/2021/12/29/harbour-opens.html',
      }),
    );
    expect((draft.backLinks as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'category',
      'category',
      'home',
    ]);
    expect(events).toEqual([]);
  });

  it('writes fields into the text when a draft is created from fields', async () => {
    const { documentId } = await posts().create({
      locale,
      data: { title: 'Fields: only', date: '2021-12-29T00:43:42.000Z', layout: 'post', body: 'Text.\n' },
    });
    const draft = await draftOf(documentId, locale);
    expect(draft.frontMatter).toContain('title: "Fields: only"');
    expect(draft.frontMatter).toContain('date: 2021-12-29 08:43:42 +0800');
    expect(draft).toMatchObject({ slug: 'fields-only', layout: 'post' });
  });

  it('publishes, republishes, discards and unpublishes with everything right', async () => {
    const { documentId } = await createPost('First', 'categories: news\n', locale);
    await posts().publish({ documentId, locale });
    expect(await publishedOf(documentId, locale)).toMatchObject({ url: '/news/2021/12/29/first.html' });
    expect(events.map(({ urls, cause }) => ({ urls, cause }))).toEqual([
      { urls: ['/news/2021/12/29/first.html'], cause: 'publish' },
    ]);
    await posts().update({ documentId, locale, data: { title: 'Second' } });
    await expectInvariants(strapi);
    expect(await publishedOf(documentId, locale)).toMatchObject({ title: 'First' });
    expect(events).toHaveLength(1);
    await posts().discardDraft({ documentId, locale });
    await expectInvariants(strapi);
    expect(await draftOf(documentId, locale)).toMatchObject({ title: 'First' });
    await posts().update({ documentId, locale, data: { title: 'Third' } });
    await posts().publish({ documentId, locale });
    await expectInvariants(strapi);
    expect(await publishedOf(documentId, locale)).toMatchObject({ title: 'Third' });
    expect(events).toHaveLength(2);
    await posts().unpublish({ documentId, locale });
    expect(await publishedOf(documentId, locale)).toBeUndefined();
    expect((await draftOf(documentId, locale)).frontMatter).toContain('published: false');
    expect(events).toHaveLength(3);
    await posts().publish({ documentId, locale });
    expect((await draftOf(documentId, locale)).frontMatter).not.toContain('published');
  });

  it('creates and updates with status published', async () => {
    const created = await posts().create({
      locale,
      status: 'published',
      data: { frontMatter: header('At once', 'categories: news\n'), body: '' },
    });
    expect(await publishedOf(created.documentId, locale)).toMatchObject({
      url: '/news/2021/12/29/at-once.html',
    });
    await expectInvariants(strapi);
    await posts().update({
      documentId: created.documentId,
      locale,
      status: 'published',
      data: { title: 'Again' },
    });
    expect(await publishedOf(created.documentId, locale)).toMatchObject({ title: 'Again' });
    expect(events).toHaveLength(2);
  });

  it('gives a clone its own slug and no file', async () => {
    const { documentId } = await createPost('Original', 'categories: news\n', locale);
    const clone = await posts().clone({ documentId, locale });
    const copy = await draftOf(clone.documentId, locale);
    expect(copy).toMatchObject({ slug: 'original-2', filePath: null, fileHash: null });
    expect(copy.categories.map(({ term }) => term)).toEqual(['news']);
  });

  it('deletes a published document and says so once', async () => {
    const { documentId } = await createPost('Gone', '', locale);
    await posts().publish({ documentId, locale });
    await posts().delete({ documentId, locale });
    expect(await rowsOf(documentId)).toEqual([]);
    expect(events.map(({ urls }) => urls)).toEqual([['/2021/12/29/gone.html'], ['/2021/12/29/gone.html']]);
  });

  it('keeps the order of categories through connect with a position and disconnect', async () => {
    const { documentId } = await createPost('Ordered', 'categories: [a, b]\n', locale);
    await createPost('Other', 'categories: [c]\n', locale);
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((term) => termNamed(CATEGORY_UID, term, locale)));
    await posts().update({
      documentId,
      locale,
      data: { categories: { connect: [{ documentId: c.documentId, position: { before: b.documentId } }] } },
    });
    const draft = await draftOf(documentId, locale);
    expect(draft.categories.map(({ term }) => term)).toEqual(['a', 'c', 'b']);
    expect(draft.frontMatter).toContain('categories: [a, c, b]');
    expect(draft.url).toBe('/a/c/b/2021/12/29/ordered.html');
    await posts().update({
      documentId,
      locale,
      data: { categories: { disconnect: [{ documentId: a.documentId }] } },
    });
    expect((await draftOf(documentId, locale)).frontMatter).toContain('categories: [c, b]');
  });

  it('follows a category that is renamed, moved and given another slug', async () => {
    const { documentId } = await createPost('Followed', 'categories: town\n', locale);
    await posts().publish({ documentId, locale });
    const town = await termNamed(CATEGORY_UID, 'town', locale);
    const parent = await documentsOf(strapi, CATEGORY_UID).create({
      locale,
      data: { name: 'News', term: 'news' },
    });
    events = [];
    const update = (data: Record<string, unknown>) =>
      documentsOf(strapi, CATEGORY_UID).update({ documentId: town.documentId, locale, data });
    await update({ name: 'Town Hall' });
    await expectInvariants(strapi);
    expect(JSON.stringify((await publishedOf(documentId, locale))?.backLinks)).toContain('Town Hall');
    await update({ slug: 'town-hall' });
    await expectInvariants(strapi);
    await update({ parent: { connect: [{ documentId: parent.documentId }] } });
    await expectInvariants(strapi);
    expect((await publishedOf(documentId, locale))?.backLinks).toEqual([
      expect.objectContaining({ kind: 'parent', url: expect.stringContaining('/category/news') }),
      expect.objectContaining({ kind: 'category', url: expect.stringContaining('/category/town-hall') }),
      expect.objectContaining({ kind: 'home' }),
    ]);
    expect((await publishedOf(documentId, locale))?.url).toBe('/town/2021/12/29/followed.html');
    expect(events).toHaveLength(3);
    await documentsOf(strapi, CATEGORY_UID).delete({ documentId: parent.documentId, locale });
    await expectInvariants(strapi);
    expect((await publishedOf(documentId, locale))?.backLinks).toHaveLength(2);
    expect(events).toHaveLength(4);
  });

  it('rewrites the texts of a changed term and moves their URLs', async () => {
    const { documentId } = await createPost('Moved', 'categories: [old, other] # kept\n', locale);
    await posts().publish({ documentId, locale });
    const old = await termNamed(CATEGORY_UID, 'old', locale);
    await documentsOf(strapi, CATEGORY_UID).update({
      documentId: old.documentId,
      locale,
      data: { term: 'new' },
    });
    expect(await publishedOf(documentId, locale)).toMatchObject({ url: '/new/other/2021/12/29/moved.html' });
    expect((await draftOf(documentId, locale)).frontMatter).toContain('categories: [new, other] # kept');
  });

  it('refuses to delete a category and a tag in use and says by how many posts', async () => {
    await createPost('User', 'categories: used\ntags: used-tag\n', locale);
    for (const [uid, term] of [
      [CATEGORY_UID, 'used'],
      [TAG_UID, 'used-tag'],
    ] as const) {
      const { documentId } = await termNamed(uid, term, locale);
      await expect(documentsOf(strapi, uid).delete({ documentId, locale })).rejects.toThrow(
        /used by 1 post /,
      );
    }
  });

  it('regenerates links when the settings change', async () => {
    const { documentId } = await createPost('Settings', 'categories: news\n', locale);
    await posts().publish({ documentId, locale });
    const settings = strapi.plugin('press').service('settings');
    events = [];
    await settings.update({ backLinks: { home: { label: 'Start page', url: '/start' } } });
    await expectInvariants(strapi);
    expect((await publishedOf(documentId, locale))?.backLinks).toContainEqual(
      expect.objectContaining({ kind: 'home', label: 'Start page', url: '/start' }),
    );
    expect(events).toHaveLength(1);
    await settings.update({ backLinks: null });
  });
});

it('keeps two locales of one document apart', async () => {
  const { documentId } = await createPost('English', 'categories: news\n');
  await posts().update({
    documentId,
    locale: 'zh-Hans',
    data: { frontMatter: header('中文标题', 'categories: xinwen\n'), body: '正文。\n' },
  });
  await posts().publish({ documentId, locale: '*' });
  await expectInvariants(strapi);
  expect(await publishedOf(documentId, 'zh-Hans')).toMatchObject({
    url: '/xinwen/2021/12/29/zhong-wen-biao-ti.html',
  });
  expect(await publishedOf(documentId, 'en')).toMatchObject({ url: '/news/2021/12/29/english.html' });
  await posts().update({ documentId, locale: 'en', data: { title: 'Changed' } });
  await posts().publish({ documentId, locale: 'en' });
  expect(await publishedOf(documentId, 'zh-Hans')).toMatchObject({ title: '中文标题' });
  await posts().delete({ documentId, locale: '*' });
  expect(await rowsOf(documentId)).toEqual([]);
});

describe('the two sides of a post', () => {
  it('splices a changed field into the text and nothing else', async () => {
    const text =
      "# a comment\nlayout: post\ntitle:   'Old title'  # shown\ndate: 2021-12-29 08:43:42 +0800\nweather: {sky: grey}\n";
    const { documentId } = await posts().create({ locale: 'en', data: { frontMatter: text, body: '' } });
    await posts().update({ documentId, locale: 'en', data: { title: 'New title' } });
    expect((await draftOf(documentId)).frontMatter).toBe(
      "# a comment\nlayout: post\ntitle:   'New title'  # shown\nslug: old-title\ndate: 2021-12-29 08:43:42 +0800\nweather: {sky: grey}\n",
    );
    await posts().update({ documentId, locale: 'en', data: { title: 'Old title' } });
    expect((await draftOf(documentId)).frontMatter).toContain("title:   'Old title'  # shown");
  });

  it('lets a changed text win and the fields follow', async () => {
    const { documentId } = await createPost('Old');
    const draft = await draftOf(documentId);
    await posts().update({
      documentId,
      locale: 'en',
      data: { ...adminForm(draft), frontMatter: header('From the text', 'slug: old\n') },
    });
    expect(await draftOf(documentId)).toMatchObject({ title: 'From the text' });
  });

  it('refuses text and fields that were both changed and disagree', async () => {
    const { documentId } = await createPost('Old');
    await expect(
      posts().update({
        documentId,
        locale: 'en',
        data: { title: 'One', frontMatter: header('Another', 'slug: old\n') },
      }),
    ).rejects.toMatchObject({ details: { errors: [expect.objectContaining({ path: ['frontMatter'] })] } });
  });

  it('keeps a draft whose text does not read, refuses field edits of it, and reads it once it is corrected', async () => {
    const { documentId } = await posts().create({
      locale: 'en',
      data: { frontMatter: 'title: "他说"你好""\ndate: 2021-12-29\n', body: '' },
    });
    const broken = await draftOf(documentId);
    expect(broken.errorCount).toBeGreaterThan(0);
    await expect(posts().update({ documentId, locale: 'en', data: { title: 'New' } })).rejects.toMatchObject({
      details: { errors: [expect.objectContaining({ path: ['title'] })] },
    });
    await expect(posts().publish({ documentId, locale: 'en' })).rejects.toMatchObject({
      details: { errors: [expect.objectContaining({ path: ['frontMatter'], ruleId: 'yaml/syntax' })] },
    });
    await posts().update({ documentId, locale: 'en', data: { frontMatter: header('Corrected') } });
    await posts().publish({ documentId, locale: 'en' });
    expect(await publishedOf(documentId)).toMatchObject({ title: 'Corrected' });
  });

  it('refuses a NUL character at the attribute that has it', async () => {
    const writes = [
      posts().create({ locale: 'en', data: { frontMatter: header('A'), body: 'a\0b' } }),
      posts().create({ locale: 'en', data: { frontMatter: 'title: a\0b\n', body: '' } }),
      documentsOf(strapi, CATEGORY_UID).create({ locale: 'en', data: { name: 'a\0b' } }),
    ];
    const results = await Promise.allSettled(writes);
    expect(results.map((result) => (result.status === 'rejected' ? pathsOf(result.reason) : []))).toEqual([
      ['body'],
      ['frontMatter'],
      ['name'],
    ]);
  });

  it('does not let a write set what is generated', async () => {
    const { documentId } = await posts().create({
      locale: 'en',
      data: {
        frontMatter: header('Honest'),
        url: '/forged.html',
        urlKey: 'forged',
        shareLinks: [{ network: 'link', label: '', url: 'https://evil.example' }],
        diagnostics: [],
        errorCount: -1,
        filePath: '../../etc/passwd',
        fileHash: 'forged',
        baseFrontMatter: 'forged: true',
      },
    });
    expect(await draftOf(documentId)).toMatchObject({
      url: '/2021/12/29/honest.html',
      filePath: null,
      fileHash: null,
    });
  });
});

function pathsOf(error: unknown): string[] {
  const { details } = error as { details: { errors: { path: string[] }[] } };
  return details.errors.flatMap(({ path }) => path);
}

/** What the admin sends when it saves: every scalar, and untouched relations as empty changes. */
function adminForm(row: PostRow): Record<string, unknown> {
  const { id, documentId, locale, publishedAt, createdAt, updatedAt, categories, tags, cover, ...scalars } =
    row;
  return {
    ...scalars,
    categories: { connect: [], disconnect: [] },
    tags: { connect: [], disconnect: [] },
  };
}

describe('one URL', () => {
  it('is refused to a second post, with the URL and the post that has it', async () => {
    const first = await createPost('Same', 'slug: same\n');
    await posts().publish({ documentId: first.documentId, locale: 'en' });
    const second = await createPost('Same too', 'slug: same\n');
    await expect(posts().publish({ documentId: second.documentId, locale: 'en' })).rejects.toMatchObject({
      message: expect.stringMatching(/\/2021\/12\/29\/same\.html.*"Same"/),
      details: { errors: [expect.objectContaining({ path: ['slug'] })] },
    });
    expect(await rowsOf(second.documentId)).toHaveLength(1);
  });

  it('goes to one of ten concurrent publishes, and the others are told which post has it', async () => {
    const created = [];
    for (let number = 0; number < 10; number += 1)
      created.push(await createPost(`Racer ${number}`, 'slug: race\n'));
    const results = await Promise.allSettled(
      created.map(({ documentId }) => posts().publish({ documentId, locale: 'en' })),
    );
    const losers = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as Error] : [],
    );
    expect(losers).toHaveLength(9);
    for (const { message } of losers)
      expect(message).toMatch(/\/2021\/12\/29\/race\.html is taken by the post "Racer \d"/);
  });

  it('gets -2 for a new post without a slug of its own', async () => {
    await createPost('Twice');
    const { documentId } = await createPost('Twice');
    expect(await draftOf(documentId)).toMatchObject({ slug: 'twice-2' });
  });
});
