import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { tableNames } from '../../server/src/database/table-names';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import type { ImportOptions, ImportReport, ImportService } from '../../server/src/import';
import { FILE_UID } from '../../server/src/import/images/media-library';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { deleteEverything, documentsOf } from './documents';
import { expectInvariants } from './invariants';
import { png } from './png';
import { makeSite, postText, removeSites, type SiteFolder } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const PRESS = {
  site: { url: 'https://paper.example' },
  share: { url: 'https://share.example/{?id}', variables: { id: '{post.slug}' } },
  footer: { write: { template: '\n\n<{share}>\n\n{backLinks}' }, read: [{ template: '\n\n<{share}>' }] },
};

const footer = (share: string, name: string, term: string) =>
  `\n\n<${share}>\n\n[Back to ${name}](/category/${term}.html) | [Back to the home page](/)`;

const DATES = ['2021-12-29 08:43:42 +0800', '2021-12-29 08:43:42', '"Dec 8, 2021"', '2021-12-08'];

/** Posts of every kind that an import meets. */
function manyFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    '_config.yml':
      'timezone: Asia/Shanghai\npermalink: /:categories/:title/\ndefaults:\n- scope: {path: sport}\n  values: {layout: sport, tags: [default]}\n',
    '_posts/2021-12-29-plain.md': postText(
      'Plain',
      'categories: [news, town]\ntags: [ferry, Harbour, ferry]\nrating: {a: [1, 2.5, null]}\n',
    ),
    'sport/_posts/2021-12-30-b.md': postText('B', 'category: rowing\n'),
    '_posts/2021-12-31-bom.md': '\uFEFF---\r\ntitle: C\r\n---  \r\n\r\n\r\n  Text.\r\n',
    '_posts/2022-01-01-no-header.md': 'Only text.\n',
    '_posts/2022-01-02-empty.md': '',
    '_drafts/idea.md': postText('Idea'),
    '_posts/2022-01-03-hidden.md': postText('Hidden', 'published: false\n'),
    '_posts/2022-01-03-shown.md': postText('Shown', 'published: true\n'),
    '_posts/2999-01-01-future.md': '---\ntitle: Future\n---\nText.\n',
    '_posts/2022-01-05-broken.md': '---\ntitle: "A "broken" one"\n---\nText.\n',
    '_posts/2022-01-06-dateless.md': '---\ntitle: X\ndate: tuesday\ncategories: 5\n---\nText.\n',
    '_posts/2022-01-07-same.md': postText('Same', 'permalink: /same/\n'),
    '_posts/2022-01-08-same.md': postText('Same again', 'permalink: /same/\n'),
    '_posts/2022-01-09-empty-link.md': postText('Empty link', '', 'Text <>\n'),
    '_posts/2022-01-10-zh.md': postText('临沂', 'lang: zh-Hans\ncategories: 临沂 news\ntags: 船\n'),
    '_posts/2022-01-11-page.md': postText(
      'Footer',
      'categories: linyi\n',
      `T${footer('https://share.example/?id=page', '临沂日报', 'linyi')}`,
    ),
    '_posts/2022-01-12-kept.md': postText(
      'Footer',
      'categories: linyi\n',
      `T${footer('https://old.example/1,kept.html', '临沂日报', 'linyi')}\r\n`,
    ),
    '_posts/2022-01-13-share.md': postText('Footer', 'categories: linyi\n', 'T\n\n<>'),
    '_posts/2022-01-14-nul.md': 'a\0b',
    '_posts/2022-01-15-latin.md': new Uint8Array([0x61, 0xff]),
    '_posts/notes.md': 'No post.\n',
    'i.png': png(1),
    'pages/linyi.html':
      '---\nlayout: category\ncategory: linyi\ntitle: Named by its page\nparent: news\n---\n',
    'pages/town.html': '---\nlayout: category\ncategory: town\ntitle: Our town\nparent: news\n---\n',
  };
  for (let index = 0; index < 130; index += 1) {
    const date = DATES[index % DATES.length];
    const day = String((index % 28) + 1).padStart(2, '0');
    files[`_posts/2020-02-${day}-n${index}.md`] =
      `---\ntitle: Number ${index}\ndate: ${date}\ncategories: [c${index % 7}, news]\ntags: t${index % 11} t${index % 5}\nauthor: A\nimage: /i.png\nexcerpt: |\n  E\n---\nBody ${index}\n`;
  }
  return files;
}

/** A later state of the same site: every way in which a file can differ from what it was. */
function laterFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    '_posts/2021-12-29-plain.md': postText(
      'Plainer',
      'categories: [town, fresh, news]\ntags: [Harbour]\nrating: 5\n',
      'Another text.\n',
    ),
    'sport/_posts/2021-12-30-b.md': postText('B', 'category: sailing\nslug: new-slug\n'),
    '_posts/2021-12-31-bom.md': '---\ntitle: C\n---\nText.\n',
    '_posts/2022-01-01-no-header.md': '---\ntitle: With a header\n---\nOnly text.\n',
    '_posts/2022-01-02-empty.md': 'No longer empty.\n',
    '_drafts/idea.md': postText('A better idea', 'tags: thought\n'),
    '_posts/2022-01-03-hidden.md': postText('Hidden'),
    '_posts/2022-01-03-shown.md': postText('Shown', 'published: false\n'),
    '_posts/2999-01-01-future.md': postText('No future'),
    '_posts/2022-01-05-broken.md': '---\ntitle: A whole one\n---\nText.\n',
    '_posts/2022-01-06-dateless.md': '---\ntitle: X\ndate: wednesday\n---\nText.\n',
    // The second one has to wait: when its turn comes, the first one has left.
    '_posts/2022-01-07-same.md': postText('Same', 'permalink: /other/\n'),
    '_posts/2022-01-08-same.md': postText('Same again', 'permalink: /same/\nauthor: B\n'),
    '_posts/2022-01-09-empty-link.md': postText('Empty link', '', 'Text <> and <>\n'),
    '_posts/2022-01-10-zh.md': postText('Not Chinese', 'categories: news\n'),
    '_posts/2022-01-11-page.md': postText(
      'Footer',
      'categories: town\n',
      `T${footer('https://share.example/?id=page', 'Our town', 'town')}`,
    ),
    '_posts/2022-01-12-kept.md': postText('Footer', 'categories: linyi\n', 'T, without its footer\n'),
    '_posts/2022-01-13-share.md': postText('Footer', 'categories: linyi\n', 'U\n\n<>'),
    '_posts/2022-01-14-new.md': postText('New', 'permalink: /n0/\n'),
    '_posts/2022-01-15-latin.md': postText('Readable now'),
  };
  for (let index = 0; index < 130; index += 1) {
    const day = String((index % 28) + 1).padStart(2, '0');
    const name = `_posts/2020-02-${day}-n${index}.md`;
    // A circle of URLs in each ten: each post wants that of its neighbour.
    const more = [
      `permalink: /n${index}/\n`,
      'published: false\n',
      'date: 2020-13-45\n',
      'categories: []\ntags: []\n',
      `permalink: /n${index - (index % 10)}/\n`,
      'lang: zh-Hans\n',
      'author: B\nimage: /j.png\nlayout: other\n',
      '',
      `categories: [c${(index + 1) % 7}, news, c${index % 7}]\n`,
    ][index % 10];
    if (more !== undefined) files[name] = `---\ntitle: Later ${index}\n${more}---\nLater body ${index}\n`;
  }
  return files;
}

/** A third state: what was taken back comes again, and URLs go round. */
function lastFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    '_posts/2022-01-03-hidden.md': postText('Hidden', 'published: false\n'),
    '_posts/2022-01-03-shown.md': postText('Shown'),
    '_posts/2022-01-07-same.md': postText('Same', 'permalink: /same/\n'),
    '_posts/2022-01-08-same.md': postText('Same again', 'permalink: /other/\n'),
    '_posts/2022-01-09-empty-link.md': postText('No link', '', 'Text\n'),
  };
  for (let index = 0; index < 130; index += 1) {
    const day = String((index % 28) + 1).padStart(2, '0');
    const url = index % 10 === 0 ? index + 7 : index % 10 === 7 ? index - 7 : index;
    files[`_posts/2020-02-${day}-n${index}.md`] =
      `---\ntitle: Last ${index}\npermalink: /n${url}/\ncategories: [news]\n---\nLast body ${index}\n`;
  }
  return files;
}

let instance: StrapiInstance;
let strapi: Core.Strapi;
let site: SiteFolder;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: PRESS });
  strapi = instance.strapi;
  site = await makeSite(manyFiles());
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(strapi);
  await strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
});

const importSite = (options: ImportOptions = {}): Promise<ImportReport> =>
  strapi.plugin('press').service<ImportService>('import').run(site.root, options);

type Row = Record<string, unknown>;

const UNEQUAL = ['id', 'document_id', 'created_at', 'updated_at'];

/** Every row of our tables, with names in the place of ids: equal where two databases hold the same. */
async function comparableRows(): Promise<Record<string, Row[]>> {
  const { connection } = strapi.db;
  const names = new Map<string, string>();
  const result: Record<string, Row[]> = {};
  const nameOf: Record<string, (row: Row) => string> = {
    [CATEGORY_UID]: ({ locale, term }) => `category ${String(locale)} ${String(term)}`,
    [TAG_UID]: ({ locale, term }) => `tag ${String(locale)} ${String(term)}`,
    [POST_UID]: ({ file_path: file, published_at: at }) =>
      `post ${String(file)} ${at ? 'published' : 'draft'}`,
  };
  const links: {
    table: string;
    own: string;
    other: string;
    from: string;
    to: string;
    of?: Row;
  }[] = [];
  for (const [uid, name] of Object.entries(nameOf)) {
    const { table } = tableNames(strapi, uid);
    const rows: Row[] = await connection.select('*').from(table);
    for (const row of rows) {
      names.set(`${uid} ${String(row.id)}`, name(row));
      names.set(String(row.document_id), name(row));
    }
    result[table] = rows.map((row) => ({ ...row, name: name(row) }));
  }
  for (const [attribute, to] of [
    ['categories', CATEGORY_UID],
    ['tags', TAG_UID],
  ] as const) {
    links.push({ ...tableNames(strapi, POST_UID).link(attribute), from: POST_UID, to });
  }
  links.push({ ...tableNames(strapi, CATEGORY_UID).link('parent'), from: CATEGORY_UID, to: CATEGORY_UID });
  links.push({
    table: 'files_related_mph',
    own: 'related_id',
    other: 'file_id',
    from: POST_UID,
    to: FILE_UID,
    of: { related_type: POST_UID },
  });
  names.set(`${FILE_UID} ${String((await strapi.db.query(FILE_UID).findOne({}))?.id)}`, 'the only file');
  for (const { table, own, other, from, to, of = {} } of links) {
    const rows: Row[] = await connection.select('*').from(table).where(of);
    result[table] = rows.map((row) => ({
      ...row,
      [own]: names.get(`${from} ${String(row[own])}`),
      [other]: names.get(`${to} ${String(row[other])}`),
    }));
  }
  const comparable = (value: unknown): unknown => {
    const text = value instanceof Date || typeof value !== 'object' ? value : JSON.stringify(value);
    return typeof text === 'string' ? text.replace(/[a-z0-9]{24}/g, (id) => names.get(id) ?? id) : text;
  };
  for (const [table, rows] of Object.entries(result)) {
    result[table] = rows
      .map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([column]) => !UNEQUAL.includes(column))
            .map(([column, value]) => [
              column,
              column === 'published_at' ? Boolean(value) : comparable(value),
            ]),
        ),
      )
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return result;
}

/** What a report says that must be the same for both ways. */
const told = ({ counts, problems, files }: ImportReport) => ({
  counts,
  files,
  problems: problems.map(({ path, outcome, reason }) => [
    path,
    outcome,
    reason?.replace(/document \w+/, 'document'),
  ]),
});

it('writes the same rows in every table as the Document Service', async () => {
  const slow = await importSite({ throughDocuments: true });
  await expectInvariants(strapi);
  const expected = await comparableRows();
  await deleteEverything(strapi);
  const fast = await importSite();
  await expectInvariants(strapi);
  const actual = await comparableRows();
  expect(Object.keys(actual)).toHaveLength(7);
  expect(actual.files_related_mph.length).toBeGreaterThan(250);
  expect(actual).toEqual(expected);
  expect(told(fast)).toEqual(told(slow));
  expect(fast.counts).toMatchObject({ created: 145, invalid: 3, ignored: 1, rejected: 2 });
}, 120_000);

it('leaves the same rows of changed files as the Document Service', async () => {
  const states = [manyFiles(), laterFiles(), lastFiles()];
  const run = async (options: ImportOptions) => {
    const changing = await makeSite({});
    const steps: [ReturnType<typeof told>, Record<string, Row[]>][] = [];
    for (const files of states) {
      await changing.write(files);
      const report = await strapi
        .plugin('press')
        .service<ImportService>('import')
        .run(changing.root, options);
      await expectInvariants(strapi);
      steps.push([told(report), await comparableRows()]);
    }
    return steps;
  };
  const expected = await run({ throughDocuments: true });
  await deleteEverything(strapi);
  const actual = await run({});
  expect(actual).toEqual(expected);
  expect(actual.slice(1).map(([{ counts }]) => counts)).toMatchObject([
    { created: 1, updated: 108, unchanged: 13 },
    { created: 0, updated: 111 },
  ]);
}, 240_000);

it('carries the cover of a post over to its new published version', async () => {
  const file = '_posts/2021-12-29-covered.md';
  const covered = await makeSite({ [file]: postText('Covered') });
  const importer = strapi.plugin('press').service<ImportService>('import');
  await importer.run(covered.root);
  const { id } = (await strapi.db.query('plugin::upload.file').create({
    data: { name: 'i', hash: 'i', ext: '.png', mime: 'image/png', size: 1, url: '/i.png', provider: 'local' },
  })) as { id: number };
  const [{ documentId }] = await documentsOf(strapi, POST_UID).findMany({});
  const target = { documentId, locale: 'en' };
  await documentsOf(strapi, POST_UID).update({ ...target, status: 'published', data: { cover: id } });
  await covered.write({ [file]: postText('Covered anew') });
  expect((await importer.run(covered.root)).counts).toMatchObject({ updated: 1 });
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { documentId }, populate: { cover: { select: ['id'] } } });
  expect((rows as Row[]).map(({ title, cover }) => [title, cover])).toEqual([
    ['Covered anew', { id }],
    ['Covered anew', { id }],
  ]);
});

it('writes changed posts in one transaction, and tells of URLs that came and went', async () => {
  const changing = await makeSite({
    '_posts/2021-12-29-a.md': postText('A'),
    '_posts/2021-12-29-b.md': postText('B'),
  });
  const importer = strapi.plugin('press').service<ImportService>('import');
  await importer.run(changing.root);
  await changing.write({
    '_posts/2021-12-29-a.md': postText('A', 'permalink: /elsewhere/\n'),
    '_posts/2021-12-29-b.md': postText('B', 'published: false\n'),
  });
  const events: { urls: string[]; cause: string }[] = [];
  strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
    events.push(payload as { urls: string[]; cause: string });
    return Promise.resolve();
  });
  await importer.run(changing.root);
  expect(events.map(({ cause, urls }) => [cause, [...urls].sort()])).toEqual([
    ['import', ['/2021/12/29/a.html', '/2021/12/29/b.html', '/elsewhere/']],
  ]);
});

it('gives each row what Strapi gives it', async () => {
  await importSite();
  const rows: unknown = await strapi.db.query(POST_UID).findMany({ limit: 300 });
  for (const row of rows as Row[]) {
    expect(row.documentId).toMatch(/^[a-z0-9]{24}$/);
    expect(new Date(String(row.createdAt)).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(new Date(String(row.updatedAt)).getTime()).toBeGreaterThan(Date.now() - 60_000);
  }
});

it('makes ids of documents by the function that Strapi has for its types', () => {
  const { documentId } = strapi.db.metadata.get(POST_UID).attributes as {
    documentId?: { default?: unknown };
  };
  expect(documentId?.default).toBe(createId);
});

it('tells once for each batch what readers see anew', async () => {
  const events: { urls: string[]; cause: string }[] = [];
  strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
    events.push(payload as { urls: string[]; cause: string });
    return Promise.resolve();
  });
  await importSite();
  const batches = events.filter(({ cause }) => cause === 'import');
  expect(batches).toHaveLength(1);
  expect(batches.flatMap(({ urls }) => urls)).toHaveLength(new Set(batches.flatMap(({ urls }) => urls)).size);
  expect(batches.flatMap(({ urls }) => urls).length).toBeGreaterThan(130);
});

it('stores each post alone where the database refuses one of a batch', async () => {
  const { table } = tableNames(strapi, POST_UID);
  const refuse = (name: string) =>
    strapi.db.dialect.client === 'postgres'
      ? `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (title <> 'Number 7')`
      : `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} WHEN NEW.title = 'Number 7' BEGIN SELECT RAISE(ABORT, 'no'); END`;
  const allow = (name: string) =>
    strapi.db.dialect.client === 'postgres'
      ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}`
      : `DROP TRIGGER ${name}`;
  await strapi.db.connection.raw(refuse('no_seven'));
  try {
    const report = await importSite();
    expect(report.counts).toMatchObject({ created: 144, rejected: 3 });
    expect(report.problems.find(({ path }) => path.endsWith('-n7.md'))).toMatchObject({
      outcome: 'rejected',
    });
  } finally {
    await strapi.db.connection.raw(allow('no_seven'));
  }
  expect((await importSite()).counts).toMatchObject({ created: 1, rejected: 2 });
  await expectInvariants(strapi);
}, 120_000);
