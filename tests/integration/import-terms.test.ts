import type { Core } from '@strapi/strapi';
import type { ImportReport, ImportService } from '../../server/src/import';
import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: {
      site: { url: 'https://paper.example' },
      share: { url: 'https://share.example/{slug}' },
      backLinks: {
        category: { label: 'Back to {name}', url: '/c/{slug}.html' },
        home: { label: 'Home', url: '/' },
        separator: ' | ',
      },
      footer: { write: { template: '\n\n<{share}>\n\n{backLinks}' } },
    },
  });
  strapi = instance.strapi;
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(() => deleteEverything(strapi));
afterEach(() => expectInvariants(strapi));

const importSite = (site: SiteFolder): Promise<ImportReport> =>
  strapi.plugin('press').service<ImportService>('import').run(site.root);

const page = (term: string, title: string, more = ''): string =>
  `---\nlayout: category\ncategory: ${term}\ntitle: ${title}\n${more}---\n`;

/** `term = name < parent`, in the order of terms. */
async function categories(locale = 'en'): Promise<string[]> {
  const rows = await documentsOf(strapi, CATEGORY_UID).findMany({ locale, populate: ['parent'] });
  return rows
    .map(({ term, name, parent }) => {
      const above = (parent as { term: string } | null)?.term;
      return `${String(term)} = ${String(name)}${above ? ` < ${above}` : ''}`;
    })
    .sort();
}

const A = '_posts/2021-12-29-a.md';
const B = '_posts/2021-12-30-b.md';
const FOOTER = '\n\n<https://share.example/a>\n\n[Back to Town news](/c/town.html) | [Home](/)\n';

describe('the name of a category', () => {
  it('is the one in a footer, before the one of its page', async () => {
    const site = await makeSite({
      [A]: postText('A', 'categories: town\n', `Text.${FOOTER}`),
      'town.html': page('town', 'Wrong title'),
    });
    await importSite(site);
    expect(await categories()).toEqual(['town = Town news']);
    for (const row of await allPostRows(strapi)) {
      expect(row).toMatchObject({ body: 'Text.', envelope: { footer: { text: FOOTER, shareUrl: null } } });
      expect(row.backLinks).toMatchObject([{ label: 'Back to Town news' }, { label: 'Home' }]);
    }
  });

  it('is the one of its page where no footer tells it, and reaches posts that came before', async () => {
    await importSite(await makeSite({ [A]: postText('A', 'categories: town\n') }));
    expect(await categories()).toEqual(['town = town']);
    await importSite(
      await makeSite({ [B]: postText('B', 'categories: town\n'), 'town.html': page('town', 'Our town') }),
    );
    expect(await categories()).toEqual(['town = Our town']);
    for (const { backLinks } of await allPostRows(strapi)) {
      expect(backLinks).toMatchObject([{ label: 'Back to Our town' }, { label: 'Home' }]);
    }
  });

  it('stays what an editor made it', async () => {
    const site = await makeSite({
      [A]: postText('A', 'categories: town\n'),
      'town.html': page('town', 'Our town'),
    });
    await importSite(site);
    const [town] = await documentsOf(strapi, CATEGORY_UID).findMany({ locale: 'en' });
    await documentsOf(strapi, CATEGORY_UID).update({
      documentId: String(town?.documentId),
      locale: 'en',
      data: { name: 'The Town' },
    });
    await site.write({ [B]: postText('B', 'categories: town\n') });
    expect((await importSite(site)).counts).toMatchObject({ created: 1, unchanged: 1 });
    expect(await categories()).toEqual(['town = The Town']);
  });

  it('belongs to the locale of the page', async () => {
    const site = await makeSite({
      [A]: postText('A', 'categories: town\n'),
      [B]: postText('乙', 'categories: town\nlang: zh-Hans\n'),
      'en.html': page('town', 'Our town'),
      'zh.html': page('town', '本镇', 'lang: zh-Hans\n'),
    });
    await importSite(site);
    expect([await categories('en'), await categories('zh-Hans')]).toEqual([
      ['town = Our town'],
      ['town = 本镇'],
    ]);
  });
});

describe('a parent', () => {
  it('comes from the page, through several levels', async () => {
    const site = await makeSite({
      [A]: postText('A', 'categories: lane\n'),
      'a.html': page('lane', 'Lane', 'parent: town\n'),
      'b.html': page('town', 'Town', 'parent: county\n'),
    });
    await importSite(site);
    expect(await categories()).toEqual(['county = county', 'lane = Lane < town', 'town = Town < county']);
    const [row] = await allPostRows(strapi);
    expect(row?.backLinks).toMatchObject([
      { kind: 'parent', label: 'Back to county' },
      { kind: 'parent', label: 'Back to Town' },
      { kind: 'category', label: 'Back to Lane' },
      { kind: 'home', label: 'Home' },
    ]);
  });

  it('that would go round is refused with the page named, and the posts come in', async () => {
    const site = await makeSite({
      [A]: postText('A', 'categories: [one, two, self]\n'),
      'one.html': page('one', 'One', 'parent: two\n'),
      'two.html': page('two', 'Two', 'parent: one\n'),
      'self.html': page('self', 'Self', 'parent: self\n'),
    });
    const report = await importSite(site);
    expect(report.counts).toMatchObject({ created: 1 });
    expect(report.siteProblems.map(({ path }) => path).sort()).toEqual(['self.html', 'two.html']);
    expect(await categories()).toEqual(['one = One < two', 'self = Self', 'two = Two']);
  });
});

it('keeps a translation that an editor added when the file changes to that language', async () => {
  const site = await makeSite({ [A]: postText('A') });
  await importSite(site);
  const [row] = await allPostRows(strapi);
  const documentId = String(row?.documentId);
  await documentsOf(strapi, POST_UID).update({ documentId, locale: 'zh-Hans', data: { title: '甲' } });
  await site.write({ [A]: postText('新甲', 'lang: zh-Hans\n') });
  const report = await importSite(site);
  expect(report.counts).toMatchObject({ conflict: 1 });
  expect(report.problems[0]?.reason).toContain('translation in the locale zh-Hans');
  const titles = (await allPostRows(strapi)).map(({ title, locale }) => `${locale} ${title}`);
  expect([...new Set(titles)].sort()).toEqual(['en A', 'zh-Hans 甲']);
});
