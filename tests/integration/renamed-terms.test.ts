import type { Core } from '@strapi/strapi';
import type { ImportService } from '../../server/src/import';
import type { Job, JobsService } from '../../server/src/jobs';
import { CATEGORY_UID, JOB_UID, POST_UID } from '../../server/src/plugin-id';
import type { RegenerationService } from '../../server/src/regeneration';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

/** More rows than are recomputed in the transaction of a change. */
const POSTS = 210;

let instance: StrapiInstance;
let strapi: Core.Strapi;
let category: string;

const jobs = () => strapi.plugin('press').service<JobsService>('jobs');
const settings = () => strapi.plugin('press').service<SettingsService>('settings');

beforeAll(async () => {
  // Jobs run when a test says so.
  instance = await startStrapi({ press: { site: { url: 'https://paper.example' }, jobs: { run: false } } });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  const files: Record<string, string> = {};
  for (let number = 0; number < POSTS; number += 1)
    files[`_posts/2021-12-29-post-${number}.md`] = textOf(`title: Post ${number}\ncategories: town\n`);
  await importFiles(files);
});

afterEach(async () => {
  await jobs().settled();
  await expectInvariants(strapi);
  await deleteEverything(strapi);
  await strapi.db.query(JOB_UID).deleteMany({});
});

const textOf = (yaml: string): string => `---\n${yaml}---\nText.\n`;

/** Brings files in; the category that tests change is their first. */
async function importFiles(files: Record<string, string>): Promise<void> {
  const site = await makeSite(files);
  await strapi.plugin('press').service<ImportService>('import').run(site.root);
  category = String((await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en' }))?.documentId);
}

async function lastJob(): Promise<Job> {
  const [job] = await jobs().list({ limit: 1 });
  return job;
}

const changeTerm = (term: string): Promise<unknown> =>
  documentsOf(strapi, CATEGORY_UID).update({
    documentId: category,
    locale: 'en',
    data: { term, name: term },
  });
const terms = async (): Promise<string[]> => {
  const found: unknown = await strapi.db.query(CATEGORY_UID).findMany({ orderBy: { term: 'asc' } });
  return (found as { term: string }[]).map(({ term }) => term);
};
const newest = async (status: 'draft' | 'published' = 'draft') => {
  const found = await documentsOf(strapi, POST_UID).findFirst({ locale: 'en', sort: 'id:desc', status });
  return found as unknown as { documentId: string; frontMatter: string };
};

describe('a new term of a category with many posts', () => {
  it('is saved at once, and a job writes it into the texts', async () => {
    await changeTerm('village');
    expect((await newest()).frontMatter).toContain('categories: town');
    await jobs().settled();
    const texts = (await allPostRows(strapi)).map(({ frontMatter }) => frontMatter);
    expect(texts.every((text) => text?.includes('categories: village'))).toBe(true);
    expect(await terms()).toEqual(['village']);
  });

  it('enters the text of a post that is saved before the job comes to it', async () => {
    await changeTerm('village');
    const { documentId } = await newest();
    const data = { title: 'The new pier' };
    await documentsOf(strapi, POST_UID).update({ documentId, locale: 'en', data });
    expect((await newest()).frontMatter).toBe('title: The new pier\ncategories: village\n');
    expect(await terms()).toEqual(['village']);
  });

  it('enters a text that is edited before the job comes to it', async () => {
    await changeTerm('village');
    const { documentId, frontMatter } = await newest();
    await documentsOf(strapi, POST_UID).update({
      documentId,
      locale: 'en',
      data: { frontMatter: `${frontMatter}author: Lan\n`, categories: [category] },
    });
    expect((await newest()).frontMatter).toMatch(/categories: village\nauthor: Lan\n$/);
    expect(await terms()).toEqual(['village']);
  });

  it('enters the text of a post that is published, or whose draft is discarded, before the job comes to it', async () => {
    await changeTerm('village');
    const { documentId } = await newest();
    await documentsOf(strapi, POST_UID).publish({ documentId, locale: 'en' });
    for (const status of ['draft', 'published'] as const)
      expect((await newest(status)).frontMatter).toContain('categories: village');
    const [other] = await documentsOf(strapi, POST_UID).findMany({ locale: 'en', sort: 'id:asc', limit: 1 });
    await documentsOf(strapi, POST_UID).discardDraft({ documentId: other.documentId, locale: 'en' });
    expect(await newest()).toMatchObject({ documentId: other.documentId });
    expect((await newest()).frontMatter).toContain('categories: village');
    expect(await terms()).toEqual(['village']);
  });

  it('follows another new term', async () => {
    await changeTerm('village');
    const { documentId } = await newest();
    await changeTerm('hamlet');
    await documentsOf(strapi, POST_UID).update({ documentId, locale: 'en', data: { title: 'The new pier' } });
    expect((await newest()).frontMatter).toContain('categories: hamlet');
    await jobs().settled();
    expect(await terms()).toEqual(['hamlet']);
  });

  it('is not said any more where the job was cancelled and all posts were rebuilt', async () => {
    await changeTerm('village');
    await jobs().cancel((await lastJob()).id);
    const { documentId } = await newest();
    await documentsOf(strapi, POST_UID).update({ documentId, locale: 'en', data: { title: 'The new pier' } });
    expect((await newest()).frontMatter).toContain('categories: village');
    await strapi.plugin('press').service<RegenerationService>('regeneration').run('all', 'rebuild');
    expect((await settings().ground()).renames).toEqual([]);
    expect(await terms()).toEqual(['village']);
  });

  it('leaves posts whose folder names the former one in that', async () => {
    await importFiles({ 'town/_posts/2022-01-01-square.md': textOf('title: The square\n') });
    await changeTerm('village');
    await jobs().settled();
    expect(await terms()).toEqual(['town', 'village']);
    expect((await lastJob()).report).toMatchObject({
      conflictCount: 2,
      conflicts: [
        { title: 'The square', message: expect.stringMatching(/It keeps the category town\.$/) },
        {},
      ],
    });
    const rows = (await allPostRows(strapi)).filter(({ title }) => title === 'The square');
    expect(rows.map((row) => row.categories.map(({ term }) => term))).toEqual([['town'], ['town']]);
    expect((await settings().ground()).renames).toEqual([]);
  });

  it('stays the former one of such a post that is saved before the job comes to it', async () => {
    await importFiles({ 'town/_posts/2022-01-01-square.md': textOf('title: The square\n') });
    await changeTerm('village');
    const square = await documentsOf(strapi, POST_UID).findFirst({
      locale: 'en',
      filters: { title: 'The square' },
    });
    const documentId = String(square?.documentId);
    await documentsOf(strapi, POST_UID).update({ documentId, locale: 'en', data: { author: 'Lan' } });
    expect(await terms()).toEqual(['town', 'village']);
    const [draft] = (await allPostRows(strapi)).filter((row) => row.documentId === documentId);
    expect(draft).toMatchObject({
      frontMatter: 'title: The square\nauthor: Lan\n',
      categories: [{ term: 'town' }],
    });
  });

  it('is refused where the first posts cannot follow', async () => {
    await deleteEverything(strapi);
    const files = Object.fromEntries(
      Array.from({ length: POSTS }, (_, day) => [
        `town/_posts/2022-01-01-square-${day}.md`,
        textOf(`title: Square ${day}\n`),
      ]),
    );
    await importFiles(files);
    await expect(changeTerm('village')).rejects.toThrow(/cannot follow/);
    expect(await terms()).toEqual(['town']);
    expect(await jobs().list()).toEqual([]);
  });
});
