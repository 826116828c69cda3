import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ImportOptions, ImportReport, ImportService } from '../../server/src/import';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { zipOf } from '../unit/import/zip-archive';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { allStoredRows } from './stored-rows';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';
const SPORT = 'sport/_posts/2021-12-30-row.md';
const FILES = {
  '_config.yml': 'title: T\n',
  [A]: postText('A'),
  [B]: postText('B'),
  [SPORT]: postText('Row'),
};

let instance: StrapiInstance;
let strapi: Core.Strapi;
let site: SiteFolder;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'] });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(strapi);
  await strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
  site = await makeSite(FILES);
  await importFrom(site.root);
});

afterEach(() => expectInvariants(strapi));

const importFrom = (target: string, options: ImportOptions = {}): Promise<ImportReport> =>
  strapi.plugin('press').service<ImportService>('import').run(target, options);

const prune = (options: ImportOptions = {}) => importFrom(site.root, { ...options, prune: true });

const filesOfPosts = async (): Promise<(string | null)[]> =>
  [...new Set((await allPostRows(strapi)).map(({ filePath }) => filePath))].sort();

const posts = () => documentsOf(strapi, POST_UID);

it('deletes the posts whose files are gone, and counts and lists them', async () => {
  await site.remove(B);
  expect((await importFrom(site.root)).pruned).toBeUndefined();
  expect(await filesOfPosts()).toEqual([A, B, SPORT]);
  const told: unknown[] = [];
  const report = await prune({ onPruned: (post) => told.push(post) });
  expect(report.pruned).toEqual({ deleted: 1, kept: 0, posts: [{ path: B, outcome: 'deleted' }] });
  expect(told).toEqual(report.pruned?.posts);
  expect(report).toMatchObject({ files: 2, counts: { unchanged: 2 } });
  expect(await filesOfPosts()).toEqual([A, SPORT]);
});

it('writes nothing in a dry run, and tells what it would delete', async () => {
  await site.remove(B);
  const before = await allStoredRows(strapi);
  expect((await prune({ dryRun: true })).pruned).toMatchObject({ deleted: 1 });
  expect((await prune({ dryRun: true, strict: true })).pruned).toMatchObject({ deleted: 1 });
  expect(await allStoredRows(strapi)).toEqual(before);
});

it('keeps a post that was edited since, unless the file side is to win', async () => {
  const row = (await allPostRows(strapi)).find(({ filePath }) => filePath === B);
  await posts().update({ documentId: row?.documentId ?? '', locale: 'en', data: { title: 'Edited' } });
  await site.remove(B);
  expect((await prune()).pruned).toMatchObject({
    deleted: 0,
    kept: 1,
    posts: [{ path: B, outcome: 'kept' }],
  });
  expect(await filesOfPosts()).toContain(B);
  expect((await prune({ overwrite: true })).pruned).toMatchObject({ deleted: 1, kept: 0 });
  expect(await filesOfPosts()).toEqual([A, SPORT]);
});

it('leaves posts that came from no file, and those of other folders than the imported one', async () => {
  await posts().create({ locale: 'en', data: { title: 'Typed in', frontMatter: 'title: Typed in\n' } });
  await site.remove(B);
  const report = await importFrom(path.join(site.root, 'sport'), { prune: true });
  expect(report.pruned).toEqual({ deleted: 0, kept: 0, posts: [] });
  expect(await filesOfPosts()).toEqual([A, B, null, SPORT]);
  expect((await prune()).pruned?.deleted).toBe(1);
  expect(await filesOfPosts()).toEqual([A, null, SPORT]);
});

it('gives a file that was moved the URL of the post that goes', async () => {
  const moved = '_posts/moved/2021-12-30-other.md';
  await site.write({ [B]: postText('B', 'permalink: /b/\n') });
  await importFrom(site.root);
  const text = await readFile(path.join(site.root, B), 'utf8');
  await site.remove(B);
  await site.write({ [moved]: text });
  const report = await prune();
  expect(report).toMatchObject({ counts: { created: 1, invalid: 0 }, pruned: { deleted: 1 } });
  const published = (await allPostRows(strapi)).filter(({ publishedAt }) => publishedAt);
  expect(published.map(({ url }) => url)).toContain('/b/');
});

it('is refused for one file, an archive, and a site whose files none of the posts came from', async () => {
  const refused = /--prune is for a site, or a folder of it, on disk/;
  await expect(importFrom(path.join(site.root, A), { prune: true })).rejects.toThrow(refused);
  const zip = await makeSite({ 'site.zip': await zipOf([[A, FILES[A]]]) });
  await expect(importFrom(path.join(zip.root, 'site.zip'), { prune: true })).rejects.toThrow(refused);
  const before = await allStoredRows(strapi);
  const other = await makeSite({
    '_config.yml': 'timezone: Asia/Tokyo\n',
    '_posts/2022-01-01-other.md': postText('Other'),
  });
  await expect(importFrom(other.root, { prune: true })).rejects.toThrow(/would delete all 3 posts/);
  expect(await allStoredRows(strapi)).toEqual(before);
});

it('stops at a signal with the posts that are left, and takes no file then', async () => {
  await site.remove(A);
  await site.remove(B);
  const controller = new AbortController();
  const { pruned, interrupted, files } = await prune({
    signal: controller.signal,
    onPruned: () => controller.abort(),
  });
  expect([pruned?.deleted, interrupted, files]).toEqual([1, true, 0]);
  expect((await prune()).pruned?.deleted).toBe(1);
});
