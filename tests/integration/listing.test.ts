import type { Core } from '@strapi/strapi';
import type { ImportService } from '../../server/src/import';
import type { JobsService } from '../../server/src/jobs';
import type { ListingService } from '../../server/src/listing';
import { listingTables } from '../../server/src/listing/listing-tables';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import type { RegenerationService } from '../../server/src/regeneration';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const PRESS = { site: { url: 'https://paper.example' }, jobs: { run: false } };

let instance: StrapiInstance;
let strapi: Core.Strapi;

const listing = () => strapi.plugin('press').service<ListingService>('listing');
const jobs = () => strapi.plugin('press').service<JobsService>('jobs');
const settings = () => strapi.plugin('press').service<SettingsService>('settings');
const regeneration = () => strapi.plugin('press').service<RegenerationService>('regeneration');

beforeAll(async () => {
  instance = await startStrapi({ press: PRESS });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(() => deleteEverything(strapi));
afterEach(() => expectInvariants(strapi));

async function publish(title: string, date: string, terms: string): Promise<string> {
  const { documentId } = await documentsOf(strapi, POST_UID).create({
    locale: 'en',
    status: 'published',
    data: { frontMatter: `title: ${title}\ndate: ${date}\n${terms}`, body: 'Text.\n' },
  });
  return documentId;
}

async function category(term: string): Promise<number> {
  const found = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en', filters: { term } });
  return Number(found?.id);
}

async function titles(ids: number[]): Promise<string[]> {
  const rows = new Map((await allPostRows(strapi)).map(({ id, title }) => [id, title ?? '']));
  return ids.map((id) => rows.get(id) ?? '');
}

describe('a page', () => {
  beforeEach(async () => {
    for (const day of [1, 2, 3, 4, 5]) await publish(`Day ${day}`, `2022-01-0${day}`, 'categories: town\n');
    await publish('Same day', '2022-01-03', 'categories: [town, harbour]\n');
    await publish('Elsewhere', '2022-01-09', 'categories: harbour\n');
  });

  it('goes from the newest to the oldest, and on from there', async () => {
    const query = { kind: 'category', terms: [await category('town')], status: 'published' } as const;
    const seen: string[] = [];
    let after = null;
    for (;;) {
      const page = await listing().page({ ...query, first: 2, after });
      expect(page.hasPreviousPage).toBe(after !== null);
      seen.push(...(await titles(page.ids)));
      if (!page.hasNextPage) break;
      after = listing().decodeCursor(page.cursors[page.cursors.length - 1]);
    }
    expect(seen).toEqual(['Day 5', 'Day 4', 'Same day', 'Day 3', 'Day 2', 'Day 1']);
  });

  it('goes back the same way', async () => {
    const query = { kind: 'category', terms: [await category('town')], status: 'published' } as const;
    const all = await listing().page({ ...query, first: 6 });
    const before = listing().decodeCursor(all.cursors[3]);
    const page = await listing().page({ ...query, last: 2, before });
    expect(await titles(page.ids)).toEqual(['Day 4', 'Same day']);
    expect(page).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect(await titles((await listing().page({ ...query, last: 2 })).ids)).toEqual(['Day 2', 'Day 1']);
  });

  it('stays where it is while posts are added', async () => {
    const query = { kind: 'category', terms: [await category('town')], status: 'published' } as const;
    const first = await listing().page({ ...query, first: 2 });
    await publish('Late', '2022-01-08', 'categories: town\n');
    const after = listing().decodeCursor(first.cursors[1]);
    expect(await titles((await listing().page({ ...query, first: 2, after })).ids)).toEqual([
      'Same day',
      'Day 3',
    ]);
  });

  it('of several categories has each post once', async () => {
    const terms = [await category('town'), await category('harbour')];
    const page = await listing().page({ kind: 'category', terms, status: 'published', first: 5 });
    expect(await titles(page.ids)).toEqual(['Elsewhere', 'Day 5', 'Day 4', 'Same day', 'Day 3']);
  });

  it('is bounded by dates', async () => {
    const page = await listing().page({
      kind: 'category',
      terms: [await category('town')],
      status: 'published',
      from: Date.parse('2022-01-02'),
      until: Date.parse('2022-01-04'),
    });
    expect(await titles(page.ids)).toEqual(['Same day', 'Day 3', 'Day 2']);
  });

  it('tells drafts from what is published', async () => {
    const [post] = await documentsOf(strapi, POST_UID).findMany({
      locale: 'en',
      filters: { title: 'Day 5' },
    });
    await documentsOf(strapi, POST_UID).unpublish({ documentId: post.documentId, locale: 'en' });
    const query = { kind: 'category', terms: [await category('town')], first: 1 } as const;
    expect(await titles((await listing().page({ ...query, status: 'published' })).ids)).toEqual(['Day 4']);
    expect(await titles((await listing().page({ ...query, status: 'draft' })).ids)).toEqual(['Day 5']);
  });
});

describe('counts', () => {
  it('are those of each category and each month in the time zone of the site', async () => {
    await publish('A', '2021-12-31 18:00:00 +0000', 'categories: town\n');
    await publish('B', '2022-01-15', 'categories: [town, harbour]\n');
    const [town, harbour] = [await category('town'), await category('harbour')];
    expect(await listing().counts('category', [town, harbour], 'published')).toEqual(
      new Map([
        [town, 2],
        [harbour, 1],
      ]),
    );
    expect(await listing().months('category', town, 'published')).toEqual([
      { year: 2022, month: 1, count: 1 },
      { year: 2021, month: 12, count: 1 },
    ]);
    await settings().update({ site: { timezone: 'Asia/Shanghai' } });
    await jobs().settled();
    expect(await listing().months('category', town, 'published')).toEqual([
      { year: 2022, month: 1, count: 2 },
    ]);
    await settings().update({ site: { timezone: null } });
    await jobs().settled();
  });

  it('are right after posts were published at the same time', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    await Promise.all(numbers.map((number) => publish(`Post ${number}`, '2022-01-15', 'categories: town\n')));
    const town = await category('town');
    expect((await listing().counts('category', [town], 'published')).get(town)).toBe(12);
  });

  it('say the same after they were summed up', async () => {
    for (let number = 0; number < 25; number += 1)
      await publish(`Post ${number}`, '2022-01-15', 'categories: town\n');
    const town = await category('town');
    const rows = () => strapi.db.connection(listingTables(strapi).counts).count({ rows: '*' });
    const [before] = (await rows()) as { rows: number | string }[];
    // Two nodes may do it at the same moment.
    await Promise.all([listing().compact(), listing().compact()]);
    const [after] = (await rows()) as { rows: number | string }[];
    expect(Number(before.rows)).toBeGreaterThanOrEqual(50);
    // Drafts and published posts of the category and of the locale.
    expect(Number(after.rows)).toBe(4);
    expect((await listing().counts('category', [town], 'published')).get(town)).toBe(25);
  });
});

describe('a listing that is wrong', () => {
  it('is seen and put right by a rebuild', async () => {
    const site = await makeSite({
      '_posts/2022-01-01-a.md': '---\ntitle: A\ncategories: town\n---\n',
      '_posts/2022-01-02-b.md': '---\ntitle: B\ncategories: town\n---\n',
    });
    await strapi.plugin('press').service<ImportService>('import').run(site.root);
    const { listings, counts } = listingTables(strapi);
    const [row] = await allPostRows(strapi);
    await strapi.db.connection(listings).where({ post: row.id }).delete();
    await strapi.db.connection(listings).insert({ list: 8, status: 1, date: 1, post: 1_000_000 });
    await strapi.db.connection(counts).insert({ list: 8, status: 1, month: 202201, amount: 3 });
    expect((await regeneration().differences()).changed).toBeGreaterThan(2);
    await regeneration().run('all', 'rebuild');
    expect(await regeneration().differences()).toEqual({ checked: 4, changed: 0 });
  });

  it('is filled after an update from a version that had none', async () => {
    await publish('A', '2022-01-15', 'categories: town\n');
    const { listings, counts } = listingTables(strapi);
    for (const table of [listings, counts]) await strapi.db.connection(table).delete();
    instance = await instance.restart(PRESS);
    strapi = instance.strapi;
    await jobs().settled();
    const town = await category('town');
    expect((await listing().counts('category', [town], 'published')).get(town)).toBe(1);
  });
});
