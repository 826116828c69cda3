import { readdirSync, readFileSync } from 'node:fs';
import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { renderFile } from '../../core/front-matter';
import type { ImportReport, ImportService } from '../../server/src/import';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from '../integration/documents';
import { allPostRows, expectInvariants, type PostRow } from '../integration/invariants';
import { startStrapi, type StrapiInstance } from '../integration/strapi-instance';
import { FINEWS_CONFIG } from './finews-settings';
import { sharedPath } from './shared-data';

const AS = '_posts/2021-12-29-NW202112292229239264.md';
const SHARE_URL = 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112292229239264';
const BACK_LINKS = [
  {
    kind: 'category',
    label: '返回临沂日报新闻',
    url: '//finews.withounder.com/category/linyiribao.html',
  },
  { kind: 'home', label: '返回首页', url: '//finews.withounder.com/' },
];

let instance: StrapiInstance;
let strapi: Core.Strapi;

beforeAll(async () => {
  instance = await startStrapi({ press: FINEWS_CONFIG });
  strapi = instance.strapi;
}, 60_000);

afterAll(() => instance.stop());

const importer = (): ImportService => strapi.plugin('press').service<ImportService>('import');

/** The bytes of a stored post's file. */
const fileOf = ({ envelope, frontMatter, body }: PostRow): string =>
  renderFile({ envelope, frontMatter, body: body ?? '' });

const sumOf = ({ counts }: ImportReport): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('the post that the site began with', () => {
  const [seed = ''] = readdirSync(sharedPath('seeds')).filter((name) => name.endsWith('.txt'));
  const file = sharedPath('seeds', seed);
  const text = readFileSync(file, 'utf8');
  let report: ImportReport;

  beforeAll(async () => {
    await deleteEverything(strapi);
    report = await importer().run(file, { as: AS });
  });

  afterAll(() => expectInvariants(strapi));

  it('comes in without a problem', () => {
    expect(report).toMatchObject({ files: 1, categoriesCreated: 1, tagsCreated: 1, problems: [] });
    expect(report.counts).toMatchObject({ created: 1 });
  });

  it('has its fields, links and terms, as draft and published', async () => {
    const rows = await allPostRows(strapi);
    expect(rows.map(({ publishedAt }) => Boolean(publishedAt)).sort()).toEqual([false, true]);
    for (const row of rows) {
      expect(row.title).toBe(/^title: *"(.*)"$/m.exec(text)?.[1]);
      expect(row.slug).toBe('NW202112292229239264');
      expect(new Date(String(row.date)).getTime()).toBe(Date.parse('2021-12-29T08:43:42+08:00'));
      expect(row.url).toBe('/linyiribao/2021/12/29/NW202112292229239264.html');
      expect(row.shareLinks).toContainEqual(expect.objectContaining({ network: 'link', url: SHARE_URL }));
      expect(row.shareLinks).toMatchObject([{ network: 'link', url: SHARE_URL }, ...Array(6).fill({})]);
      expect(row.backLinks).toMatchObject(BACK_LINKS);
      expect(row.backLinks).toHaveLength(2);
      expect(row.categories).toMatchObject([
        { term: 'linyiribao', slug: 'linyiribao', name: '临沂日报新闻' },
      ]);
      expect(row.tags).toMatchObject([{ term: '临沂日报新闻', name: '临沂日报新闻' }]);
      expect(row.errorCount).toBe(0);
    }
    const categories = await documentsOf(strapi, CATEGORY_UID).findMany({ locale: '*' });
    const tags = await documentsOf(strapi, TAG_UID).findMany({ locale: '*' });
    expect([categories.length, tags.length]).toEqual([1, 1]);
  });

  it('loses its footer, keeps the rest of its body, and gives back its file byte for byte', async () => {
    const [, afterHeader = ''] = text.split(/^---\n[^]*?\n---\n\s*/);
    for (const row of await allPostRows(strapi)) {
      const { body, envelope } = row;
      const footer = envelope?.footer?.text ?? '';
      expect(footer.trim().split('\n')).toEqual([
        `<${SHARE_URL}>`,
        '',
        '[返回临沂日报新闻](//finews.withounder.com/category/linyiribao.html)｜[返回首页](//finews.withounder.com/)',
      ]);
      expect(`${body}${footer}`).toBe(afterHeader);
      expect(Buffer.from(fileOf(row)).equals(readFileSync(file))).toBe(true);
    }
  });

  it('is answered by GraphQL', async () => {
    const query = `{ pressPosts { title slug date url
      categories { name slug term } tags { name }
      shareLinks { network label url } backLinks { kind label url category { name slug } } } }`;
    const response = await request(instance.server)
      .post('/graphql')
      .set('Authorization', `Bearer ${await instance.apiToken('full-access')}`)
      .send({ query });
    const { data, errors } = response.body as {
      data: { pressPosts: Record<string, unknown>[] };
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    expect(data.pressPosts).toMatchObject([
      {
        slug: 'NW202112292229239264',
        date: '2021-12-29T00:43:42.000Z',
        url: '/linyiribao/2021/12/29/NW202112292229239264.html',
        categories: [{ name: '临沂日报新闻', slug: 'linyiribao', term: 'linyiribao' }],
        tags: [{ name: '临沂日报新闻' }],
        backLinks: [
          { ...BACK_LINKS[0], category: { name: '临沂日报新闻', slug: 'linyiribao' } },
          { ...BACK_LINKS[1], category: null },
        ],
      },
    ]);
    expect(data.pressPosts[0]?.shareLinks).toMatchObject([
      { network: 'link', url: SHARE_URL },
      ...Array(6).fill({}),
    ]);
  });
});

describe('the news site', () => {
  const site = sharedPath('data', 'finews');
  const files = readdirSync(sharedPath('data', 'finews', '_posts'));
  let report: ImportReport;

  beforeAll(async () => {
    await deleteEverything(strapi);
    report = await importer().run(site);
  }, 60_000);

  afterEach(() => expectInvariants(strapi));

  it('ends with a post or a named problem for every file', async () => {
    expect(report.files).toBe(files.length);
    expect(sumOf(report)).toBe(files.length);
    expect(report.counts).toEqual({
      created: 78,
      updated: 0,
      unchanged: 0,
      invalid: 0,
      conflict: 0,
      ignored: 1,
      rejected: 0,
    });
    const lost = report.problems.filter(({ outcome }) => outcome === 'ignored');
    expect(lost).toMatchObject([{ path: '_posts/-202205262391921712.md', reason: 'no-date' }]);
    expect(lost[0]?.diagnostics.map(({ line, ruleId }) => `${line} ${ruleId}`)).toContain(
      '1 file-name/no-date',
    );
    expect(
      await documentsOf(strapi, POST_UID).findMany({ locale: '*', fields: ['id'], limit: -1 }),
    ).toHaveLength(78);
  });

  it('gives back every file byte for byte', async () => {
    const rows = await allPostRows(strapi);
    expect(new Set(rows.map(({ filePath }) => filePath)).size).toBe(78);
    for (const row of rows) {
      expect({ path: row.filePath, file: fileOf(row) }).toEqual({
        path: row.filePath,
        file: readFileSync(sharedPath('data', 'finews', String(row.filePath)), 'utf8'),
      });
    }
  });

  it('takes the footer off every post that has one', async () => {
    const bare = (await allPostRows(strapi)).filter(
      ({ publishedAt, envelope }) => publishedAt && !envelope?.footer,
    );
    expect(bare.map(({ filePath }) => filePath)).toEqual(['_posts/2021-12-01-init.md']);
  });

  it('is unchanged when it is imported again', async () => {
    const before = await allPostRows(strapi);
    const again = await importer().run(site);
    expect(again.counts).toMatchObject({ unchanged: 78, ignored: 1 });
    expect(sumOf(again)).toBe(files.length);
    expect(again).toMatchObject({ categoriesCreated: 0, tagsCreated: 0 });
    expect(await allPostRows(strapi)).toEqual(before);
  });
});
