import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { renderFile } from '../../core/front-matter';
import type { ImportOptions, ImportReport, ImportService } from '../../server/src/import';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants, type PostRow } from './invariants';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { allStoredRows } from './stored-rows';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: { site: { url: 'https://paper.example' } } });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(strapi);
  await strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
});

afterEach(() => expectInvariants(strapi));

const importer = (): ImportService => strapi.plugin('press').service<ImportService>('import');

const importSite = (site: SiteFolder, options?: ImportOptions): Promise<ImportReport> =>
  importer().run(site.root, options);

/** The counts that are not 0; together they are the files seen. */
function counted({ counts, files }: ImportReport): Record<string, number> {
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(files);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

async function rowOf(filePath: string, status: 'draft' | 'published'): Promise<PostRow | undefined> {
  const rows = (await allPostRows(strapi)).filter((row) => row.filePath === filePath);
  return rows.find(({ publishedAt }) => Boolean(publishedAt) === (status === 'published'));
}

async function draftOf(filePath: string): Promise<PostRow> {
  const row = await rowOf(filePath, 'draft');
  if (!row) throw new Error(`no draft of ${filePath}`);
  return row;
}

const isPublished = async (filePath: string): Promise<boolean> =>
  (await rowOf(filePath, 'published')) !== undefined;

function outcomeOf(report: ImportReport, file: string): string {
  const problem = report.problems.find((one) => one.path === file);
  return problem ? `${problem.outcome}: ${problem.reason ?? ''}` : '';
}

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';

describe('a site', () => {
  const FILES = {
    '_config.yml': 'timezone: Asia/Shanghai\npermalink: /:categories/:title/\nurl: https://ignored.example\n',
    [A]: postText('A', 'categories: [news, town]\ntags: [ferry, Harbour]\nrating: 4\n'),
    'sport/_posts/2021-12-30-b.md': postText('B', 'category: rowing\n'),
    '_posts/deep/2021-12-31-c.md': '\uFEFF---\r\ntitle: C\r\n---  \r\n\r\n\r\n  Text.\r\n',
    '_posts/2022-01-01-no-header.md': 'Only text.\n',
    '_posts/2022-01-02-empty.md': '',
    '_drafts/idea.md': postText('Idea'),
    '_posts/2022-01-03-hidden.md': postText('Hidden', 'published: false\n'),
    '_posts/2999-01-01-future.md': '---\ntitle: Future\n---\nText.\n',
    '_posts/readme.md': 'Not a post.\n',
    '_posts/2022-01-04-data.yml': 'a: 1\n',
    'pages/town.html': '---\nlayout: category\ncategory: town\ntitle: Our town\nparent: news\n---\n',
    'pages/news.html': '---\nlayout: category\ncategory: news\ntitle: The news\n---\n',
  };

  it('comes in whole, and each file comes back byte for byte', async () => {
    const site = await makeSite(FILES);
    const report = await importSite(site);
    expect(counted(report)).toEqual({ created: 8, ignored: 2 });
    expect(report.ignored).toEqual({ 'no-date': 1, 'data-file': 1 });
    expect(report).toMatchObject({
      categoriesCreated: 4,
      tagsCreated: 2,
      refused: false,
      interrupted: false,
    });
    for (const row of await allPostRows(strapi)) {
      const bytes = await readFile(path.join(site.root, String(row.filePath)));
      const { envelope, frontMatter, body } = row;
      expect(renderFile({ envelope, frontMatter, body: body ?? '' })).toBe(bytes.toString());
      expect(row.fileHash).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('publishes what Jekyll would show', async () => {
    await importSite(await makeSite(FILES));
    const shown = (await allPostRows(strapi)).filter(({ publishedAt }) => publishedAt);
    expect(shown.map(({ title, url }) => [title, url]).sort()).toEqual([
      ['A', '/news/town/a/'],
      ['B', '/sport/rowing/b/'],
      ['C', '/c/'],
      ['Empty', '/empty/'],
      ['No Header', '/no-header/'],
    ]);
  });

  it('reads dates in the zone of its _config.yml', async () => {
    await importSite(await makeSite(FILES));
    const { date } = await draftOf('_posts/deep/2021-12-31-c.md');
    expect(new Date(String(date)).toISOString()).toBe('2021-12-30T16:00:00.000Z');
  });

  it('names and nests its categories as their pages say', async () => {
    await importSite(await makeSite(FILES));
    const categories = await documentsOf(strapi, CATEGORY_UID).findMany({
      locale: 'en',
      populate: ['parent'],
    });
    const told = categories.map(({ term, name, parent }) => [
      term,
      name,
      (parent as { term: string } | null)?.term,
    ]);
    expect(told.sort()).toEqual([
      ['news', 'The news', undefined],
      ['rowing', 'rowing', undefined],
      ['sport', 'sport', undefined],
      ['town', 'Our town', 'news'],
    ]);
    const { backLinks } = await draftOf(A);
    expect(backLinks).toMatchObject([
      { kind: 'category', label: 'Back to The news' },
      { kind: 'category', label: 'Back to Our town' },
      { kind: 'home' },
    ]);
  });

  it('is unchanged the second time, and nothing is written', async () => {
    const site = await makeSite(FILES);
    await importSite(site);
    const before = await allStoredRows(strapi);
    expect(counted(await importSite(site))).toEqual({ unchanged: 8, ignored: 2 });
    expect(await allStoredRows(strapi)).toEqual(before);
  });

  it('can be told what would happen, and nothing is written', async () => {
    const site = await makeSite(FILES);
    const before = await allStoredRows(strapi);
    const report = await importSite(site, { dryRun: true });
    expect(counted(report)).toEqual({ created: 8, ignored: 2 });
    expect(report).toMatchObject({ dryRun: true, categoriesCreated: 0, tagsCreated: 0 });
    expect(await allStoredRows(strapi)).toEqual(before);
  });

  it('comes in folder by folder with the same paths', async () => {
    const site = await makeSite(FILES);
    await importer().run(path.join(site.root, 'sport'));
    await importer().run(path.join(site.root, '_posts', 'deep'));
    await importer().run(path.join(site.root, A));
    expect(counted(await importSite(site))).toEqual({ created: 5, unchanged: 3, ignored: 2 });
  });
});

describe('a file that changed', () => {
  it('updates its post, draft and published', async () => {
    const site = await makeSite({ [A]: postText('A', 'tags: [one]\n'), [B]: postText('B') });
    await importSite(site);
    const { documentId } = await draftOf(A);
    await site.write({ [A]: postText('A new', 'tags: [two]\n', 'New text.\n') });
    expect(counted(await importSite(site))).toEqual({ updated: 1, unchanged: 1 });
    for (const status of ['draft', 'published'] as const) {
      const row = await rowOf(A, status);
      expect(row).toMatchObject({ documentId, title: 'A new', body: 'New text.\n', tags: [{ term: 'two' }] });
    }
  });

  it('unpublishes its post when it says published: false, and publishes it again', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await importSite(site);
    await site.write({ [A]: postText('A', 'published: false\n') });
    expect(counted(await importSite(site))).toEqual({ updated: 1 });
    expect(await isPublished(A)).toBe(false);
    expect((await draftOf(A)).frontMatter).toContain('published: false');
    await site.write({ [A]: postText('A') });
    expect(counted(await importSite(site))).toEqual({ updated: 1 });
    expect(await isPublished(A)).toBe(true);
  });

  it('keeps what it says where it says that it is published', async () => {
    const site = await makeSite({ [A]: postText('A', 'published: true\n') });
    await importSite(site);
    expect((await rowOf(A, 'published'))?.frontMatter).toContain('published: true');
    await site.write({ [A]: postText('B', 'published: true\n') });
    expect(counted(await importSite(site))).toEqual({ updated: 1 });
  });

  it('keeps its published version when it is broken now', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await importSite(site);
    await site.write({ [A]: postText('"A "new" title"') });
    const report = await importSite(site);
    expect(counted(report)).toEqual({ invalid: 1 });
    expect(report.problems[0]?.diagnostics).toMatchObject([
      { line: 2, ruleId: 'yaml/syntax', severity: 'error' },
    ]);
    expect(await rowOf(A, 'published')).toMatchObject({ title: 'A', errorCount: 0 });
    expect((await draftOf(A)).errorCount).toBe(1);
  });

  it('is a conflict where the post was edited too, and takes over only when told to', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await importSite(site);
    const { documentId } = await draftOf(A);
    await documentsOf(strapi, POST_UID).update({
      documentId,
      locale: 'en',
      data: { title: 'From the admin' },
    });
    await site.write({ [A]: postText('From the file') });
    const before = await allStoredRows(strapi);
    const report = await importSite(site);
    expect(counted(report)).toEqual({ conflict: 1 });
    expect(outcomeOf(report, A)).toMatch(/^conflict: .*both changed/);
    expect(await allStoredRows(strapi)).toEqual(before);
    expect(counted(await importSite(site, { overwrite: true }))).toEqual({ updated: 1 });
    expect(await draftOf(A)).toMatchObject({ title: 'From the file' });
  });

  it('is unchanged where only the post was edited', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await importSite(site);
    const { documentId } = await draftOf(A);
    await documentsOf(strapi, POST_UID).update({
      documentId,
      locale: 'en',
      data: { title: 'From the admin' },
    });
    expect(counted(await importSite(site))).toEqual({ unchanged: 1 });
    expect(await draftOf(A)).toMatchObject({ title: 'From the admin' });
  });

  it('stays one document when it names another language', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await importSite(site);
    const { documentId } = await draftOf(A);
    await site.write({ [A]: postText('甲', 'lang: zh-Hans\ntags: [新闻]\n') });
    expect(counted(await importSite(site))).toEqual({ updated: 1 });
    const rows = await allPostRows(strapi);
    expect(rows.map((row) => [row.documentId, row.locale, row.title])).toEqual([
      [documentId, 'zh-Hans', '甲'],
      [documentId, 'zh-Hans', '甲'],
    ]);
    expect(counted(await importSite(site))).toEqual({ unchanged: 1 });
  });
});

describe('languages', () => {
  it('are those of lang where the instance has them, else the default or the given one', async () => {
    const files = {
      [A]: postText('甲', 'lang: zh-Hans\ncategories: [news]\n'),
      [B]: postText('B', 'lang: de\ncategories: [news]\n'),
    };
    const site = await makeSite(files);
    await importSite(site);
    expect([(await draftOf(A)).locale, (await draftOf(B)).locale]).toEqual(['zh-Hans', 'en']);
    const categories = await documentsOf(strapi, CATEGORY_UID).findMany({ locale: '*' });
    expect(categories.map(({ term, locale }) => `${String(term)} ${locale}`).sort()).toEqual([
      'news en',
      'news zh-Hans',
    ]);
    await deleteEverything(strapi);
    await importSite(site, { locale: 'zh-Hans' });
    expect((await draftOf(B)).locale).toBe('zh-Hans');
  });

  it('refuses a locale that the instance does not have', async () => {
    const site = await makeSite({ [A]: postText('A') });
    await expect(importSite(site, { locale: 'fr' })).rejects.toThrow(/fr.*en, zh-Hans/);
  });
});

describe('bad input', () => {
  const BAD: Record<string, string | Uint8Array> = {
    '_posts/2021-01-01-quotes.md': postText('"A "quoted" title"'),
    '_posts/2021-01-02-not-utf8.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]),
    '_posts/2021-01-03-nul.md': postText('Nul', '', 'a\0b\n'),
    '_posts/2021-01-04-nul-in-yaml.md': postText('"a\\0b"', 'own: {"\\0": "\\0"}\n'),
    '_posts/2021-01-05-bomb.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`)
      .join('\n')}\n---\n`,
    '_posts/2021-01-06-deep.md': `---\na: ${'['.repeat(2000)}\n---\n`,
    '_posts/2021-01-07-huge.md': `---\na: ${'x'.repeat(2_000_000)}\n---\n`,
    '_posts/2021-01-08-long-title.md': postText('长'.repeat(5000)),
    '_posts/2021-01-09-date.md': '---\ntitle: Date\ndate: 2021-13-45\n---\n',
    '_posts/2021-01-10-category.md': postText('Category', 'categories: 36\n'),
    '_posts/2021-01-11-title.md': '---\ntitle: ""\n---\n',
    '_posts/2021-13-45-name.md': postText('Name'),
    '_posts/2021-01-12-percent.md': postText('Percent', 'permalink: /a%00b/\n'),
    '_posts/2021-01-13-emoji.md': postText('😀 𠮷', 'tags: [😀]\n'),
  };

  it('harms no other file, and each is a post or a named problem', async () => {
    const site = await makeSite({ ...BAD, [A]: postText('A'), [B]: postText('B') });
    const report = await importSite(site);
    expect(counted(report)).toEqual({ created: 6, invalid: 8, rejected: 2 });
    const told = report.problems.map(({ path: file, outcome, diagnostics }) => [
      file.slice('_posts/'.length),
      outcome,
      ...diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`),
    ]);
    expect(told).toEqual([
      ['2021-01-01-quotes.md', 'invalid', '2:11 yaml/syntax'],
      ['2021-01-02-not-utf8.md', 'rejected', '2:1 encoding/not-utf8'],
      ['2021-01-03-nul.md', 'rejected', '5:2 encoding/nul-character'],
      ['2021-01-04-nul-in-yaml.md', 'invalid', '2:10 encoding/nul-character', '4:14 encoding/nul-character'],
      ['2021-01-05-bomb.md', 'invalid', '6:8 yaml/too-many-aliases'],
      ['2021-01-06-deep.md', 'invalid', '2:67 yaml/too-deep'],
      ['2021-01-07-huge.md', 'invalid', '2:1 front-matter/too-large'],
      ['2021-01-09-date.md', 'invalid', '3:7 date/invalid'],
      ['2021-01-10-category.md', 'invalid', '4:13 categories/not-a-name'],
      ['2021-01-11-title.md', 'invalid', '2:8 title/empty'],
    ]);
    expect(await isPublished(A)).toBe(true);
    expect(await isPublished(B)).toBe(true);
    expect((await draftOf('_posts/2021-01-08-long-title.md')).title).toHaveLength(5000);
    const second = await importSite(site);
    expect(counted(second)).toEqual({ unchanged: 14, rejected: 2 });
  });

  it('keeps two posts with one URL: the second stays a draft, and the reason names the first', async () => {
    const site = await makeSite({
      [A]: postText('First', 'permalink: /here/\n'),
      [B]: postText('Second', 'permalink: /here/\n'),
    });
    const report = await importSite(site);
    expect(counted(report)).toEqual({ created: 1, invalid: 1 });
    expect(outcomeOf(report, B)).toMatch(/^invalid: The URL \/here\/ is taken by the post "First"/);
    expect(await isPublished(B)).toBe(false);
    expect(await draftOf(B)).toMatchObject({ title: 'Second', url: '/here/' });
  });

  it('writes nothing under strict', async () => {
    const site = await makeSite({
      '_config.yml': 'timezone: Asia/Tokyo\n',
      'news.html': '---\nlayout: category\ncategory: news\nparent: all\n---\n',
      [A]: postText('A', 'categories: news\n'),
      [B]: postText('""'),
    });
    const before = await allStoredRows(strapi);
    const report = await importSite(site, { strict: true });
    expect(report).toMatchObject({ refused: true, files: 2, counts: { created: 1, invalid: 1 } });
    expect(await allStoredRows(strapi)).toEqual(before);
    await site.write({ [B]: postText('B') });
    expect(counted(await importSite(site, { strict: true }))).toEqual({ created: 2 });
  });
});

it('stops after the running batch when it is interrupted, and goes on the next time', async () => {
  const files = Array.from({ length: 520 }, (_, index) => [`_posts/2022-01-01-n${index}.md`, postText('N')]);
  const site = await makeSite(Object.fromEntries(files) as Record<string, string>);
  const controller = new AbortController();
  const report = await importer().run(site.root, { signal: controller.signal }, () => controller.abort());
  expect(report.interrupted).toBe(true);
  expect(counted(report)).toEqual({ created: 500 });
  expect(counted(await importSite(site))).toEqual({ created: 20, unchanged: 500 });
});
