import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { fromBufferPromise } from 'yauzl';
import type { ExportOptions, ExportReport, ExportService } from '../../server/src/export';
import type { ImportReport, ImportService } from '../../server/src/import';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { folderContent } from './folder-content';
import { allPostRows, expectInvariants, type PostRow } from './invariants';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { allStoredRows } from './stored-rows';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const BACK = { label: '返回{name}', url: '//paper.example/category/{slug}.html' };
const HOME = { label: '返回首页', url: '//paper.example/' };
const PRESS = {
  site: { url: 'https://paper.example' },
  share: { url: 'https://share.example/{?id}', variables: { id: '{post.slug}' } },
  backLinks: { category: BACK, home: HOME, separator: '｜' },
  footer: {
    write: { template: '\n\n<{share}>\n\n{backLinks}' },
    read: [
      {
        template: '\n\n<{share}>\n\n{backLinks}',
        separator: '\n',
        category: { ...BACK, url: './{+term}/' },
        home: { ...HOME, url: './' },
      },
    ],
  },
};

const footer = (slug: string, name: string, term: string) =>
  `\n\n<https://share.example/?id=${slug}>\n\n[返回${name}](//paper.example/category/${term}.html)｜[返回首页](//paper.example/)`;
const oldFooter = (slug: string, name: string, term: string) =>
  `\n\n<https://share.example/?id=${slug}>\n\n[返回${name}](./${term}/)\n[返回首页](./)\n\n`;

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';
const PAGE = 'category/linyi.html';

const FILES = {
  '_config.yml': '# ours\r\ntimezone: Asia/Shanghai\npermalink: /:categories/:title/\n',
  [A]: postText(
    'A',
    'categories: linyi   # the paper\ntags: [ferry, "Harbour"]\nrating: 4\n',
    `<p>A</p>${footer('a', '临沂日报', 'linyi')}`,
  ),
  [B]: postText('B', 'category: linyi\n', `B${oldFooter('b', '临沂日报', 'linyi')}`).replace(/\n/g, '\r\n'),
  'sport/_posts/2021-12-30-row.md': postText('Row', 'category: rowing\n'),
  '_posts/deep/2021-12-31-c.md': '\uFEFF---\r\ntitle: C\r\n---  \r\n\r\n\r\n  Text.\r\n',
  '_posts/2022-01-01-no-header.md': 'Only text.\n',
  '_posts/2022-01-02-empty.md': '',
  '_posts/2022-01-03-hidden.md': postText('Hidden', 'published: false\n'),
  '_posts/2022-01-05-broken.md': '---\ntitle: "A "broken" one"\n---\nText.\n',
  '_posts/2022-01-06-no-date-key.html': '---\nslug: own\n---\n<p>Own slug.</p>',
  '_posts/2999-01-01-future.md': '---\ntitle: Future\n---\nText.\n',
  '_drafts/idea.md': postText('Idea'),
  [PAGE]:
    '---\nlayout: category\ntitle:   "A paper"   # shown\ncategory: linyi\n---\n{% include list.html %}\n',
};
/** Files that no post is, and that an export leaves alone. */
const OTHERS = { '_posts/readme.md': 'Not a post.\n', 'about.md': '---\ntitle: About\n---\n' };

let instance: StrapiInstance;
let strapi: Core.Strapi;
let site: SiteFolder;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: PRESS });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(strapi);
  await settings().recordSiteConfig(null);
  await settings().update({ footer: null });
  site = await makeSite({ ...FILES, ...OTHERS });
  await importSite();
});

afterEach(() => expectInvariants(strapi));

const settings = () => strapi.plugin('press').service<SettingsService>('settings');
const posts = () => documentsOf(strapi, POST_UID);

const importSite = (): Promise<ImportReport> =>
  strapi.plugin('press').service<ImportService>('import').run(site.root);

const exportTo = (target: string, options: Partial<ExportOptions> = {}): Promise<ExportReport> =>
  strapi
    .plugin('press')
    .service<ExportService>('export')
    .run(target, { status: 'all', ...options });

const exportSite = (options?: Partial<ExportOptions>): Promise<ExportReport> => exportTo(site.root, options);

async function documentOf(filePath: string): Promise<PostRow> {
  const row = (await allPostRows(strapi)).find((one) => one.filePath === filePath);
  if (!row) throw new Error(`no post of ${filePath}`);
  return row;
}

/** Changes a post and publishes it. */
async function edit(filePath: string, data: Record<string, unknown>): Promise<void> {
  const { documentId, locale } = await documentOf(filePath);
  await posts().update({ documentId, locale: locale ?? 'en', status: 'published', data });
}

/** The lines of a file that are not in the one that was imported, by file. */
async function changedLines(): Promise<Record<string, string[]>> {
  const now = await folderContent(site.root);
  const before = new Map(Object.entries({ ...FILES, ...OTHERS }));
  const changed: Record<string, string[]> = {};
  for (const [file, text] of Object.entries(now)) {
    const old = Buffer.from(before.get(file) ?? '').toString('latin1');
    if (text === old) continue;
    const lines = new Set(old.split('\n'));
    changed[file] = Buffer.from(text, 'latin1')
      .toString()
      .split('\n')
      .filter((line) => !lines.has(Buffer.from(line).toString('latin1')));
  }
  for (const file of before.keys()) if (!(file in now)) changed[file] = ['(gone)'];
  return changed;
}

describe('a site that nobody edited', () => {
  it('is left as it is, and a new folder gets the same files', async () => {
    const stored = await allStoredRows(strapi);
    const report = await exportSite();
    expect(report).toMatchObject({
      posts: 11,
      counts: { created: 0, changed: 0, unchanged: 11, refused: 0 },
      moved: [],
      deleted: [],
      footersRenewed: 0,
      pages: 1,
    });
    expect(await changedLines()).toEqual({});

    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'press-export-')), 'new', 'site');
    expect((await exportTo(folder)).counts).toEqual({ created: 11, changed: 0, unchanged: 0, refused: 0 });
    const latin1 = Object.entries(FILES).map(([file, text]) => [file, Buffer.from(text).toString('latin1')]);
    expect(await folderContent(folder)).toEqual(Object.fromEntries(latin1));
    await rm(path.dirname(path.dirname(folder)), { recursive: true });
    expect(await allStoredRows(strapi)).toEqual(stored);
  });

  it('gives the same bytes in a zip file, every time', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'press-export-'));
    const zip = path.join(folder, 'site.zip');
    await exportTo(zip);
    const first = await readFile(zip);
    await exportTo(zip);
    expect(await readFile(zip)).toEqual(first);
    const archive = await fromBufferPromise(first);
    const content: Record<string, string> = {};
    for await (const entry of archive.eachEntry()) {
      const stream = await archive.openReadStreamPromise(entry);
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      content[entry.fileName] = Buffer.concat(parts).toString();
    }
    expect(content).toEqual(FILES);
    expect(Object.keys(await folderContent(folder))).toEqual(['site.zip']);
    await rm(folder, { recursive: true });
  });

  it('is not touched by a dry run', async () => {
    await edit(A, { title: 'Other' });
    const report = await exportSite({ dryRun: true });
    expect(report.counts).toEqual({ created: 0, changed: 1, unchanged: 10, refused: 0 });
    expect(await changedLines()).toEqual({});
  });
});

describe('an edit', () => {
  it('of a title is one changed line, and an import afterwards finds nothing new', async () => {
    await edit(A, { title: 'Another title' });
    await exportSite();
    expect(await changedLines()).toEqual({ [A]: ['title: Another title'] });
    const report = await importSite();
    expect(report.counts).toMatchObject({ unchanged: 11, conflict: 0, updated: 0, created: 0 });
    await edit(A, { title: 'A' });
    await exportSite();
    expect(await changedLines()).toEqual({});
  });

  it('of a draft whose published version stands is not written', async () => {
    const { documentId } = await documentOf(A);
    await posts().update({ documentId, locale: 'en', data: { title: 'Not yet' } });
    await exportSite();
    expect(await changedLines()).toEqual({});
    expect((await importSite()).counts).toMatchObject({ unchanged: 11, conflict: 0 });
    expect((await documentOf(A)).title).toBe('Not yet');
  });

  it('of the slug moves the file and gives the footer its new link', async () => {
    await edit(A, { slug: 'harbour' });
    const report = await exportSite();
    const to = '_posts/2021-12-29-harbour.md';
    expect(report.moved).toEqual([{ from: A, to }]);
    expect(report.footersRenewed).toBe(1);
    const changed = await changedLines();
    expect(Object.keys(changed).sort()).toEqual([A, to]);
    const text = await readFile(path.join(site.root, to), 'utf8');
    expect(text).toBe(
      FILES[A].replace('title: A\n', 'title: A\nslug: harbour\n').replace('?id=a', '?id=harbour'),
    );
    expect((await importSite()).counts).toMatchObject({ unchanged: 11, created: 0, conflict: 0 });
    expect((await documentOf(to)).slug).toBe('harbour');
    expect((await exportSite()).counts.unchanged).toBe(11);
  });

  it('in the admin, which sends every line with a line feed, keeps the line ends of a file', async () => {
    const { frontMatter, body } = await documentOf(B);
    const sent = (text: string | null) => text?.replace(/\r\n/g, '\n') ?? '';
    await edit(B, { frontMatter: sent(frontMatter), body: `${sent(body)}\nMore` });
    await exportSite();
    expect(await changedLines()).toEqual({ [B]: ['More\r'] });
    await edit('_posts/deep/2021-12-31-c.md', { title: 'Deep', body: '  Text.\n' });
    await exportSite();
    expect((await changedLines())['_posts/deep/2021-12-31-c.md']).toEqual(['title: Deep\r']);
  });

  it('leaves a file in its place whose slug was another one than its name before', async () => {
    await edit('_posts/2022-01-06-no-date-key.html', { title: 'Mine' });
    expect((await exportSite()).moved).toEqual([]);
  });
});

describe('a post', () => {
  it('that is new gets a file of its own, a draft one in _drafts, and both come back as they are', async () => {
    const data = { title: '新的渡轮', body: 'Text.', categories: [] };
    await posts().create({
      locale: 'zh-Hans',
      status: 'published',
      data: { ...data, date: '2024-02-29T20:00:00.000Z' },
    });
    await posts().create({ locale: 'en', data: { title: 'Not yet' } });
    await posts().create({ locale: 'en', data: { title: 'Not yet', slug: 'not/yet' } });
    const report = await exportSite();
    expect(report.counts).toMatchObject({ created: 3, unchanged: 11 });
    const changed = await changedLines();
    expect(Object.keys(changed).sort()).toEqual([
      '_drafts/not-yet-2.md',
      '_drafts/not-yet.md',
      '_posts/2024-03-01-xin-de-du-lun.md',
    ]);
    expect(await readFile(path.join(site.root, '_posts/2024-03-01-xin-de-du-lun.md'), 'utf8')).toBe(
      '---\ntitle: 新的渡轮\nslug: xin-de-du-lun\ndate: 2024-03-01 04:00:00 +0800\nlang: zh-Hans\n---\nText.\n\n<https://share.example/?id=xin-de-du-lun>\n\n[返回首页](//paper.example/)\n',
    );
    const before = (await allPostRows(strapi)).length;
    const again = await importSite();
    expect(again.counts).toMatchObject({ created: 0, unchanged: 14 });
    expect((await allPostRows(strapi)).length).toBe(before);
  });

  it('that is new and wants the path of a file gets another one, and comes back from there', async () => {
    const data = {
      title: 'A',
      slug: 'a',
      date: '2021-12-29T01:00:00.000Z',
      permalink: '/other/',
      body: 'New.',
    };
    await posts().create({ locale: 'en', status: 'published', data });
    await exportSite();
    expect(Object.keys(await changedLines())).toEqual(['_posts/2021-12-29-a-2.md']);
    expect((await importSite()).counts).toMatchObject({ created: 0, conflict: 0, unchanged: 12 });
  });

  it('that was a file in _drafts moves to _posts when it is published', async () => {
    await edit('_drafts/idea.md', { title: 'Done' });
    const report = await exportSite();
    const to = '_posts/2021-12-29-idea.md';
    expect(report.moved).toEqual([{ from: '_drafts/idea.md', to }]);
    expect(await changedLines()).toEqual({
      '_drafts/idea.md': ['(gone)'],
      [to]: expect.anything() as string[],
    });
    expect((await importSite()).counts).toMatchObject({ unchanged: 11, created: 0 });
  });

  it('that is unpublished stays where it was and says so', async () => {
    const { documentId } = await documentOf(A);
    await posts().unpublish({ documentId, locale: 'en' });
    await exportSite();
    expect(await changedLines()).toEqual({ [A]: ['published: false'] });
  });

  it('that was deleted is listed, and its file removed with prune alone', async () => {
    const { documentId } = await documentOf(A);
    await posts().delete({ documentId, locale: 'en' });
    expect(await exportSite()).toMatchObject({ deleted: [A], pruned: false });
    expect(await changedLines()).toEqual({});
    expect(await exportSite({ prune: true, dryRun: true })).toMatchObject({ deleted: [A], pruned: true });
    expect(await changedLines()).toEqual({});
    expect(await exportSite({ prune: true })).toMatchObject({ deleted: [A], pruned: true });
    expect(await changedLines()).toEqual({ [A]: ['(gone)'] });
  });

  it('that is no public one is left out of an export of what readers see, and its file stays', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'press-export-'));
    expect((await exportTo(folder, { status: 'published' })).counts.created).toBe(7);
    expect(Object.keys(await folderContent(folder))).not.toContain('_drafts/idea.md');
    await rm(folder, { recursive: true });
    expect(await exportSite({ status: 'published', prune: true })).toMatchObject({ deleted: [] });
    expect(await changedLines()).toEqual({});
  });
});

describe('a folder of another site', () => {
  it('is not pruned', async () => {
    const other = await makeSite({ '_posts/2020-01-01-x.md': postText('X') });
    await expect(exportTo(other.root, { prune: true })).rejects.toThrow(
      /--prune would remove all of its 1 posts/,
    );
    expect(Object.keys(await folderContent(other.root))).toEqual(['_posts/2020-01-01-x.md']);
  });

  it('is not reached by a path that leads out, nor through a link', async () => {
    const { documentId } = await documentOf(A);
    await strapi.db.query(POST_UID).updateMany({ where: { documentId }, data: { filePath: '../evil.md' } });
    const outside = await mkdtemp(path.join(tmpdir(), 'press-outside-'));
    const folder = path.join(await mkdtemp(path.join(tmpdir(), 'press-export-')), 'site');
    await mkdir(folder);
    await symlink(outside, path.join(folder, 'sport'));
    const report = await exportTo(folder);
    expect(report.refused.map(({ path: file, reason }) => ({ path: file, reason }))).toEqual([
      { path: '../evil.md', reason: 'its path leads out of the site' },
      { path: 'sport/_posts/2021-12-30-row.md', reason: 'a link on its path leads out of the folder' },
    ]);
    expect(await folderContent(outside)).toEqual({});
    expect(Object.keys(await folderContent(path.dirname(folder)))).not.toContain('evil.md');
    await rm(path.dirname(folder), { recursive: true });
    await rm(outside, { recursive: true });
    await strapi.db.query(POST_UID).updateMany({ where: { documentId }, data: { filePath: A } });
  });

  it('that is a file is named', async () => {
    const file = path.join(site.root, 'about.md');
    await expect(exportTo(file)).rejects.toThrow(/about\.md: expected a folder or a \.zip file/);
    await expect(exportTo('/nowhere.zip/x.zip')).rejects.toThrow(/x\.zip: no such file or folder/);
    await writeFile(file, OTHERS['about.md']);
  });
});

describe('a category', () => {
  it('that is renamed changes its page in one line, and the links under its posts', async () => {
    const [{ documentId }] = (await strapi.db.query(CATEGORY_UID).findMany({ where: { term: 'linyi' } })) as {
      documentId: string;
    }[];
    await documentsOf(strapi, CATEGORY_UID).update({ documentId, locale: 'en', data: { name: '临沂晚报' } });
    const report = await exportSite();
    expect(report).toMatchObject({ footersRenewed: 2, counts: { changed: 2, unchanged: 9 } });
    expect(await changedLines()).toEqual({
      [A]: ['[返回临沂晚报](//paper.example/category/linyi.html)｜[返回首页](//paper.example/)'],
      [B]: ['[返回临沂晚报](//paper.example/category/linyi.html)｜[返回首页](//paper.example/)\r'],
      [PAGE]: ['title:   "临沂晚报"   # shown'],
    });
    expect((await importSite()).counts).toMatchObject({ unchanged: 11, conflict: 0 });
  });

  it('whose slug is changed takes its page along, and the links lead there', async () => {
    const page = await strapi.db.query(CATEGORY_UID).findOne({ where: { term: 'linyi' } });
    const { documentId } = page as { documentId: string };
    await documentsOf(strapi, CATEGORY_UID).update({ documentId, locale: 'en', data: { slug: 'evening' } });
    expect((await exportSite()).moved).toEqual([{ from: PAGE, to: 'category/evening.html' }]);
    const content = await folderContent(site.root);
    expect(content).not.toHaveProperty(PAGE);
    expect(Buffer.from(content['category/evening.html'] ?? '', 'latin1').toString()).toBe(FILES[PAGE]);
    expect(content[A]).toContain('//paper.example/category/evening.html');
  });

  it('gives every footer its present form under onExport: current', async () => {
    await settings().update({ footer: { ...PRESS.footer, onExport: 'current' } });
    expect(await exportSite()).toMatchObject({ footersRenewed: 1, counts: { changed: 1 } });
    expect(Object.keys(await changedLines())).toEqual([B]);
  });
});
