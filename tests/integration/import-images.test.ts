import { existsSync } from 'node:fs';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ImportOptions, ImportReport, ImportService } from '../../server/src/import';
import type { ImagesService } from '../../server/src/import/images';
import { IMAGE_UID } from '../../server/src/import/images/image-model';
import { FILE_UID } from '../../server/src/import/images/media-library';
import { openNdjsonSource } from '../../server/src/import/ndjson-source';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { zipOf } from '../unit/import/zip-archive';
import { deleteEverything, documentsOf } from './documents';
import { expectInvariants } from './invariants';
import { png } from './png';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { allStoredRows } from './stored-rows';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;

beforeAll(async () => {
  instance = await startStrapi();
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

interface Asset {
  id: number;
  name: string;
  mime: string;
  url: string;
}

const assets = async (): Promise<Asset[]> =>
  await strapi.db.query(FILE_UID).findMany({ orderBy: { id: 'asc' } });

beforeEach(async () => {
  await deleteEverything(strapi);
  await strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
  for (const { id } of await assets()) {
    const file: unknown = await strapi.plugin('upload').service('upload').findOne(id);
    await strapi.plugin('upload').service('upload').remove(file);
  }
  await strapi.db.query(IMAGE_UID).deleteMany({});
});

afterEach(() => expectInvariants(strapi));

const importer = (): ImportService => strapi.plugin('press').service<ImportService>('import');

const importSite = (site: SiteFolder, options?: ImportOptions): Promise<ImportReport> =>
  importer().run(site.root, options);

interface Row {
  id: number;
  documentId: string;
  filePath: string;
  image: string | null;
  body: string;
  publishedAt: unknown;
  cover: Asset | null;
}

const rowsOf = async (filePath: string): Promise<Row[]> =>
  await strapi.db.query(POST_UID).findMany({
    where: { filePath },
    orderBy: { id: 'asc' },
    populate: { cover: true },
  });

/** Names of the covers of a post's rows, the draft's first. */
const coversOf = async (filePath: string): Promise<(string | null)[]> =>
  (await rowsOf(filePath)).map(({ cover }) => cover?.name ?? null);

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';

const FILES = {
  '_config.yml': 'url: https://paper.example\nbaseurl: /blog\n',
  [A]: postText(
    'A',
    'image: /assets/cover.png\n',
    '![Boat](/assets/boat.png)\n\n![Gone](/assets/gone.png)\n\n<img src="{{ site.baseurl }}/assets/boat.png">\n',
  ),
  [B]: postText(
    'B',
    'image: {path: assets/cover.png}\n',
    '![](https://elsewhere.example/x.png) ![](../../../boat.png)\n',
  ),
  'assets/cover.png': png(1),
  'assets/boat.png': png(2),
  'assets/unused.png': png(3),
  'boat.png': png(2),
};

describe('the images of a site', () => {
  it('go to the media library once each, and bodies stay as they are', async () => {
    const report = await importSite(await makeSite(FILES));
    expect(report.counts).toMatchObject({ created: 2 });
    expect(report.images).toEqual({
      found: 3,
      uploaded: 3,
      replaced: 0,
      unchanged: 0,
      rejected: { count: 0, first: [] },
      missing: { count: 1, first: [{ path: 'assets/gone.png', posts: [A] }] },
    });
    const stored = await assets();
    expect(stored.map(({ name, mime }) => [name, mime])).toEqual([
      ['cover.png', 'image/png'],
      ['boat.png', 'image/png'],
      ['boat.png', 'image/png'],
    ]);
    for (const { url } of stored) expect(existsSync(path.join(instance.appDir, 'public', url))).toBe(true);
    expect(await coversOf(A)).toEqual(['cover.png', 'cover.png']);
    expect(await coversOf(B)).toEqual(['cover.png', 'cover.png']);
    const [draft] = await rowsOf(A);
    expect(draft.image).toBe('/assets/cover.png');
    expect(draft.body).toContain('![Boat](/assets/boat.png)');
  });

  it('are found again by their paths', async () => {
    await importSite(await makeSite(FILES));
    const urls = await strapi
      .plugin('press')
      .service<ImagesService>('images')
      .resolve(['assets/cover.png', 'assets/gone.png', 'assets/other.png']);
    const [cover] = await assets();
    expect([...urls]).toEqual([['assets/cover.png', cover.url]]);
  });

  it('are uploaded no second time', async () => {
    const site = await makeSite(FILES);
    await importSite(site);
    const before = await allStoredRows(strapi);
    const again = await importSite(site);
    expect(again.images).toMatchObject({ found: 3, uploaded: 0, unchanged: 3, missing: { count: 1 } });
    expect(await allStoredRows(strapi)).toEqual(before);
  });

  it('are replaced under the same URL where their files changed, though no post did', async () => {
    const site = await makeSite(FILES);
    await importSite(site);
    const before = await assets();
    await site.write({ 'assets/cover.png': png(9, 5) });
    const again = await importSite(site);
    expect(again.images).toMatchObject({ found: 3, replaced: 1, unchanged: 2 });
    expect((await assets()).map(({ id, url }) => [id, url])).toEqual(before.map(({ id, url }) => [id, url]));
    const [cover] = (await assets()) as (Asset & { width: number })[];
    expect(cover.width).toBe(5);
    expect(await coversOf(A)).toEqual(['cover.png', 'cover.png']);
  });

  it('are taken when they are there, though no post changed', async () => {
    const site = await makeSite(FILES);
    await importSite(site);
    await site.write({ 'assets/gone.png': png(7) });
    expect((await importSite(site)).images).toMatchObject({
      uploaded: 1,
      unchanged: 3,
      missing: { count: 0 },
    });
  });

  it('come in again where they were deleted in the media library', async () => {
    const site = await makeSite(FILES);
    await importSite(site);
    const [cover] = await assets();
    await strapi.plugin('upload').service('upload').remove(cover);
    expect((await importSite(site)).images).toMatchObject({ uploaded: 1, unchanged: 2 });
  });

  it('are told by a dry run, which writes nothing', async () => {
    const site = await makeSite({
      ...FILES,
      [A]: postText(
        'A',
        'categories: [news, town]\ntags: ferry\n',
        '![Boat](/assets/boat.png) ![](/gone.png)\n',
      ),
    });
    const before = await allStoredRows(strapi);
    const uploads = await readdir(path.join(instance.appDir, 'public', 'uploads'));
    const report = await importSite(site, { dryRun: true });
    expect(report).toMatchObject({
      newCategories: { count: 2, first: ['news', 'town'] },
      newTags: { count: 1, first: ['ferry'] },
      images: { found: 3, uploaded: 3, missing: { count: 1, first: [{ path: 'gone.png', posts: [A] }] } },
    });
    expect(await allStoredRows(strapi)).toEqual(before);
    expect(await readdir(path.join(instance.appDir, 'public', 'uploads'))).toEqual(uploads);
    const real = await importSite(site);
    expect([real.newCategories, real.newTags, real.images]).toEqual([
      report.newCategories,
      report.newTags,
      report.images,
    ]);
    expect(await importSite(site, { dryRun: true })).toMatchObject({
      newCategories: { count: 0 },
      images: { found: 3, uploaded: 0, unchanged: 3 },
    });
  });

  it('stay where they are when they are to be left out', async () => {
    const report = await importSite(await makeSite(FILES), { images: false });
    expect(report.images).toMatchObject({ found: 0, missing: { count: 0 } });
    expect(await assets()).toEqual([]);
    expect(await coversOf(A)).toEqual([null, null]);
  });

  it('come out of a zip file', async () => {
    const folder = await makeSite({});
    const zip = path.join(folder.root, 'site.zip');
    await writeFile(
      zip,
      await zipOf(Object.entries(FILES).map(([name, content]) => [`site/${name}`, content])),
    );
    expect((await importer().run(zip)).images).toMatchObject({
      found: 3,
      uploaded: 3,
      missing: { count: 1 },
    });
    expect(await coversOf(A)).toEqual(['cover.png', 'cover.png']);
    expect((await importer().run(zip)).images).toMatchObject({ found: 3, unchanged: 3 });
  });

  it('come out of a stream where they are texts', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>';
    const lines = [
      { path: A, content: postText('A', 'image: /a.svg\n') },
      { path: 'a.svg', content: svg },
    ].map((line) => `${JSON.stringify(line)}\n`);
    async function* stream(): AsyncGenerator<string> {
      yield* await Promise.resolve(lines);
    }
    const report = await importer().run(await openNdjsonSource(stream()));
    expect(report.images).toMatchObject({ uploaded: 1 });
    expect(await coversOf(A)).toEqual(['a.svg', 'a.svg']);
  });
});

describe('files that are no images of the site', () => {
  it('are never read from outside of it', async () => {
    const outside = await makeSite({ 'secret.png': png(1), 'posts/inner.png': png(2) });
    const site = await makeSite({
      '_config.yml': 'title: A\n',
      [A]: postText(
        'A',
        '',
        '![](/link.png) ![](/folder/secret.png) ![](/..%2fsecret.png) ![](../../../../../../secret.png)\n',
      ),
    });
    await symlink(path.join(outside.root, 'secret.png'), path.join(site.root, 'link.png'));
    await symlink(outside.root, path.join(site.root, 'folder'));
    const report = await importSite(site);
    expect(report.images).toMatchObject({ found: 0 });
    expect(report.images.missing.first.map((image) => image.path)).toEqual([
      'link.png',
      'folder/secret.png',
      'secret.png',
    ]);
    expect(await assets()).toEqual([]);
  });

  it('are rejected with a reason and stop no post', async () => {
    const site = await makeSite({
      [A]: postText('A', 'image: /page.png\n', '![](/ok.png) ![](/folder)\n'),
      'page.png': '<html><script>alert(1)</script></html>',
      'ok.png': png(5),
      'folder/x.txt': '',
    });
    const report = await importSite(site);
    expect(report.counts).toMatchObject({ created: 1 });
    expect(report.images).toMatchObject({ found: 2, uploaded: 1, missing: { count: 1 } });
    expect(report.images.rejected).toMatchObject({
      count: 1,
      first: [{ path: 'page.png', reason: 'no image of a known format', posts: [A] }],
    });
    expect(await coversOf(A)).toEqual([null, null]);
  });

  it('are rejected where the upload configuration says so, or where they are too large', async () => {
    const site = await makeSite({
      [A]: postText('A', '', '![](/a.svg) ![](/b.png)\n'),
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'b.png': png(1),
    });
    strapi.config.set('plugin::upload.security', { deniedTypes: ['image/svg+xml'] });
    const limit: unknown = strapi.config.get('plugin::upload.sizeLimit');
    strapi.config.set('plugin::upload.sizeLimit', 20);
    try {
      const { rejected } = (await importSite(site)).images;
      expect(rejected.first.map(({ reason }) => reason)).toEqual([
        'larger than upload.sizeLimit (20)',
        'larger than upload.sizeLimit (20)',
      ]);
      strapi.config.set('plugin::upload.sizeLimit', limit);
      const next = (await importSite(site)).images;
      expect(next.rejected.first).toMatchObject([{ reason: 'upload.security lets no image/svg+xml in' }]);
      expect(next.uploaded).toBe(1);
    } finally {
      strapi.config.set('plugin::upload.sizeLimit', limit);
      strapi.config.set('plugin::upload.security', undefined);
    }
  });

  it('are not served as pages when they are both', async () => {
    const site = await makeSite({
      [A]: postText('A', '', '![](/page.html)\n'),
      'page.html': Buffer.concat([png(1), Buffer.from('<script>alert(1)</script>')]),
    });
    await importSite(site);
    expect((await assets()).map(({ name, url }) => [name, path.extname(url)])).toEqual([
      ['page.html.png', '.png'],
    ]);
  });
});

describe('the cover of a post', () => {
  const OTHER = { 'assets/other.png': png(8) };

  it('follows the front matter of the file', async () => {
    const site = await makeSite({ ...FILES, ...OTHER });
    await importSite(site);
    await site.write({ [A]: postText('A', 'image: /assets/other.png\n') });
    await importSite(site);
    expect(await coversOf(A)).toEqual(['other.png', 'other.png']);
    await site.write({ [A]: postText('A') });
    await importSite(site);
    expect(await coversOf(A)).toEqual([null, null]);
    await site.write({ [A]: postText('A', 'image: /assets/cover.png\n') });
    await importSite(site);
    expect(await coversOf(A)).toEqual(['cover.png', 'cover.png']);
  });

  it('stays the one that an editor chose', async () => {
    const site = await makeSite({ ...FILES, ...OTHER });
    await importSite(site);
    const boat = (await assets()).find(({ name }) => name === 'boat.png');
    const [{ documentId }] = await rowsOf(A);
    await documentsOf(strapi, POST_UID).update({ documentId, data: { cover: boat?.id } });
    await documentsOf(strapi, POST_UID).publish({ documentId });
    await site.write({ [A]: postText('A', 'image: /assets/other.png\n') });
    expect((await importSite(site)).counts).toMatchObject({ updated: 1 });
    expect(await coversOf(A)).toEqual(['boat.png', 'boat.png']);
  });

  it('stays away where an editor removed it', async () => {
    const site = await makeSite({ ...FILES, ...OTHER });
    await importSite(site);
    const [{ documentId }] = await rowsOf(A);
    await documentsOf(strapi, POST_UID).update({ documentId, data: { cover: null } });
    await site.write({ [A]: postText('A', 'image: /assets/other.png\n') });
    await importSite(site);
    expect(await coversOf(A)).toEqual([null, null]);
  });

  it('is on the draft alone where the post is none to publish, and on both when it is published', async () => {
    await importSite(
      await makeSite({ ...FILES, [A]: postText('A', 'published: false\nimage: /assets/cover.png\n') }),
    );
    expect(await coversOf(A)).toEqual(['cover.png']);
    const [{ documentId }] = await rowsOf(A);
    await documentsOf(strapi, POST_UID).publish({ documentId });
    expect(await coversOf(A)).toEqual(['cover.png', 'cover.png']);
    await documentsOf(strapi, POST_UID).unpublish({ documentId });
    expect(await coversOf(A)).toEqual(['cover.png']);
  });
});

it('an image whose upload fails leaves no asset, and comes in later with the covers', async () => {
  const site = await makeSite({ [A]: postText('A', 'image: /assets/a.png\n'), 'assets/a.png': png(1) });
  const { provider } = strapi.plugin('upload') as unknown as { provider: Record<string, unknown> };
  const upload = provider.uploadStream;
  provider.uploadStream = () => Promise.reject(new Error('the disk is full'));
  try {
    const report = await importSite(site);
    expect(report.counts).toMatchObject({ created: 1 });
    expect(report.images.rejected).toMatchObject({ count: 1, first: [{ path: 'assets/a.png' }] });
  } finally {
    provider.uploadStream = upload;
  }
  expect(await assets()).toEqual([]);
  expect(await strapi.db.query(IMAGE_UID).count({ where: { fileId: { $notNull: true } } })).toBe(0);
  expect(await coversOf(A)).toEqual([null, null]);
  expect((await importSite(site)).images).toMatchObject({ uploaded: 1 });
  expect(await coversOf(A)).toEqual(['a.png', 'a.png']);
});
