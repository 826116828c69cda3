import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ExportReport, ExportService } from '../../server/src/export';
import type { ImportService } from '../../server/src/import';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from '../integration/documents';
import { allPostRows } from '../integration/invariants';
import { startStrapi, type StrapiInstance } from '../integration/strapi-instance';
import { addClosingLine } from './closing-lines';
import { FINEWS_CONFIG } from './finews-settings';
import { sharedPath } from './shared-data';

const OWN = { finews: sharedPath('data', 'finews'), demo: path.resolve(__dirname, '../../demo/site') };
const { CORPUS_SITES } = process.env;
const FOREIGN = CORPUS_SITES
  ? readdirSync(CORPUS_SITES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }): [string, string] => [name, path.join(CORPUS_SITES, name)])
  : [];

let instance: StrapiInstance;
let strapi: Core.Strapi;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: FINEWS_CONFIG });
  strapi = instance.strapi;
}, 60_000);

afterAll(() => instance.stop());

const exportTo = (target: string): Promise<ExportReport> =>
  strapi.plugin('press').service<ExportService>('export').run(target, { status: 'all' });

/** The files of a folder whose bytes are not those of the same file in another one. */
async function differing(folder: string, original: string): Promise<{ files: number; differ: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const differ: string[] = [];
  for (const file of files) {
    const name = path.relative(folder, file);
    const before = await readFile(path.join(original, name)).catch(() => null);
    if (!before?.equals(await readFile(file))) differ.push(name);
  }
  return { files: files.length, differ };
}

/** Imports a copy of a site into an empty database. */
async function importCopy(original: string): Promise<string> {
  await deleteEverything(strapi);
  await strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
  const copy = await mkdtemp(path.join(tmpdir(), 'press-site-'));
  await cp(original, copy, { recursive: true });
  await strapi.plugin('press').service<ImportService>('import').run(copy);
  return copy;
}

describe.each([...Object.entries(OWN), ...FOREIGN])('the site %s', (name, original) => {
  let copy: string;

  beforeAll(async () => {
    copy = await importCopy(original);
  }, 600_000);

  afterAll(() => rm(copy, { recursive: true }));

  it('is left as it was by an export, and comes out the same in a new folder', async () => {
    const { counts, posts, deleted, moved } = await exportTo(copy);
    expect({ counts, deleted, moved }).toEqual({
      counts: { created: 0, changed: 0, unchanged: posts, refused: 0 },
      deleted: [],
      moved: [],
    });
    expect((await differing(copy, original)).differ).toEqual([]);

    const folder = await mkdtemp(path.join(tmpdir(), 'press-export-'));
    const report = await exportTo(folder);
    const { files, differ } = await differing(folder, original);
    addClosingLine({
      rank: 4,
      line: `exported ${name}: ${files} files, ${differ.length} differ`,
      failures: differ.map((file) => ({
        site: name,
        path: file,
        expected: 'the same bytes',
        actual: 'others',
      })),
    });
    expect(differ).toEqual([]);
    expect(files).toBe(report.posts + report.pages);
    await rm(folder, { recursive: true });
  }, 600_000);
});

describe.each(Object.entries(OWN))('an edited title of the site %s', (_name, original) => {
  let copy: string;

  beforeAll(async () => {
    copy = await importCopy(original);
  });

  afterAll(() => rm(copy, { recursive: true }));

  it('changes one line of its file', async () => {
    const [row] = (await allPostRows(strapi)).filter(({ publishedAt }) => publishedAt);
    if (!row?.filePath) throw new Error('no published post');
    await documentsOf(strapi, POST_UID).update({
      documentId: row.documentId,
      locale: row.locale ?? 'en',
      status: 'published',
      data: { title: 'no: "1,000" #' },
    });
    await exportTo(copy);
    expect((await differing(copy, original)).differ).toEqual([row.filePath]);
    const [before, after] = await Promise.all(
      [original, copy].map(async (folder) =>
        (await readFile(path.join(folder, row.filePath ?? ''), 'utf8')).split('\n'),
      ),
    );
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
    expect(after).toHaveLength(before.length);
  });
});
