import { generate } from '@strapi/openapi';
import request from 'supertest';
import type { ImportJobsService } from '../../server/src/import';
import { openImportSource } from '../../server/src/import/import-source';
import { POST_UID } from '../../server/src/plugin-id';
import { pressService } from '../../server/src/press-service';
import { renamedEntry, zipOf } from '../unit/import/zip-archive';
import { deleteEverything, documentsOf } from './documents';
import { allPostRows, expectInvariants } from './invariants';
import { setPublicActions } from './public-access';
import { makeSite, postText, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const INGEST = 'plugin::press.post.ingest';
const LIMITS = { ingestItems: 50, ingestBytes: 300_000, fileBytes: 200_000 };

let instance: StrapiInstance;
let token: string;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' }, limits: LIMITS },
  });
  token = await instance.apiToken('custom', [INGEST]);
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(() => deleteEverything(instance.strapi));

afterEach(() => expectInvariants(instance.strapi));

interface Item {
  path: string;
  content: string;
}

function post(query = '') {
  return request(instance.server)
    .post(`/api/press/posts/ingest${query}`)
    .set('Authorization', `Bearer ${token}`);
}

const sendMarkdown = (path: string, body: string | Buffer, more = '') =>
  post(`?path=${encodeURIComponent(path)}${more}`)
    .set('Content-Type', 'text/markdown; charset=utf-8')
    .send(body);

const sendLines = (items: readonly (Item | string)[]) =>
  post()
    .set('Content-Type', 'application/x-ndjson')
    .send(items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n'));

const sendZip = (zip: Buffer) => post().set('Content-Type', 'application/zip').send(zip);

function item(number: number, more = ''): Item {
  return { path: `_posts/2021-12-29-item-${number}.md`, content: postText(`Item ${number}`, more) };
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => item(index + 1));

const BROKEN: Item = {
  path: '_posts/2021-12-29-broken.md',
  content: postText('"The "new" pier"'),
};

const documentsStored = async (): Promise<number> =>
  new Set((await allPostRows(instance.strapi)).map(({ documentId }) => documentId)).size;

describe('what a client sends', () => {
  it('is stored from Markdown with its path, and is unchanged when it comes again', async () => {
    const first = await sendMarkdown('news/_posts/2021-12-29-harbour.md', postText('Harbour'));
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      data: [
        {
          path: 'news/_posts/2021-12-29-harbour.md',
          outcome: 'created',
          documentId: expect.any(String),
          url: '/news/2021/12/29/harbour.html',
          diagnostics: [],
        },
      ],
      meta: {
        counts: {
          created: 1,
          updated: 0,
          unchanged: 0,
          invalid: 0,
          conflict: 0,
          ignored: 0,
          rejected: 0,
        },
        interrupted: false,
      },
    });
    const again = await sendMarkdown('news/_posts/2021-12-29-harbour.md', postText('Harbour'));
    const { documentId } = first.body.data[0];
    expect(again.body.data).toMatchObject([{ outcome: 'unchanged', documentId }]);
    const changed = await sendMarkdown('news/_posts/2021-12-29-harbour.md', postText('Harbour opens'));
    expect(changed.body.data).toMatchObject([{ outcome: 'updated', documentId }]);
    expect(await documentsStored()).toBe(1);
  });

  it('may be Markdown beyond the size that Strapi reads as text, and in bytes that are no UTF-8', async () => {
    const long = await sendMarkdown('_posts/2021-12-29-long.md', postText('Long', '', 'x'.repeat(100_000)));
    expect(long.body.data).toMatchObject([{ outcome: 'created' }]);
    const gbk = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from([0xc1, 0xd9]),
      Buffer.from('\n---\n'),
    ]);
    const foreign = await sendMarkdown('_posts/2021-12-29-gbk.md', gbk);
    expect(foreign.body.data).toMatchObject([
      { outcome: 'rejected', diagnostics: [{ ruleId: 'encoding/not-utf8' }] },
    ]);
  });

  it.each([
    ['JSON', (all: Item[]) => post().send(all)],
    ['NDJSON', (all: Item[]) => sendLines(all)],
    [
      'a zip file',
      async (all: Item[]) => sendZip(await zipOf(all.map(({ path, content }) => [path, content]))),
    ],
  ])('is stored from %s, a broken post among good ones as a draft', async (_kind, send) => {
    const { status, body } = await send([item(1), BROKEN, item(2)]);
    expect(status).toBe(200);
    expect(body.meta.counts).toMatchObject({ created: 2, invalid: 1 });
    expect(body.data).toMatchObject([
      {
        path: BROKEN.path,
        outcome: 'invalid',
        documentId: expect.any(String),
        diagnostics: [{ ruleId: 'yaml/syntax', line: 2, column: 13, fix: { safe: true } }],
      },
      { path: item(1).path, outcome: 'created', url: '/2021/12/29/item-1.html' },
      { path: item(2).path, outcome: 'created', url: '/2021/12/29/item-2.html' },
    ]);
    expect(body.data[0]).not.toHaveProperty('url');
  });

  it('has its good files stored where others cannot be read', async () => {
    const lines = await sendLines([
      item(1),
      '{"path": 1}',
      { path: '../secret.md', content: 'x' },
      '',
      item(2),
    ]);
    expect(lines.body.data).toMatchObject([
      { path: 'line 2', outcome: 'rejected' },
      { path: '../secret.md', outcome: 'rejected', diagnostics: [{ ruleId: 'file/unreadable' }] },
      { path: item(1).path, outcome: 'created' },
      { path: item(2).path, outcome: 'created' },
    ]);
    const json = await post().send([item(1), null, { path: '/etc/_posts/2021-12-29-a.md', content: '' }]);
    expect(json.body.data).toMatchObject([
      { path: 'item 2', outcome: 'rejected' },
      { path: '/etc/_posts/2021-12-29-a.md', outcome: 'rejected' },
      { path: item(1).path, outcome: 'unchanged' },
    ]);
  });

  it('keeps its paths, whatever lies beside it, and a _config.yml changes no settings', async () => {
    const site = [
      { path: 'news/_config.yml', content: 'permalink: /other/:title/\n' },
      { path: 'news/_posts/2021-12-29-a.md', content: postText('A') },
      { path: 'sport/_posts/2021-12-29-b.md', content: postText('B') },
    ];
    const { body } = await post().send(site);
    expect(body.data).toMatchObject([
      { path: 'news/_config.yml', outcome: 'ignored', reason: 'not-in-posts-folder' },
      { url: '/news/2021/12/29/a.html' },
      { url: '/sport/2021/12/29/b.html' },
    ]);
  });

  it('leads nowhere outside a zip file', async () => {
    const zip = renamedEntry(
      await zipOf([
        ['_posts/2021-12-29-item-1.md', item(1).content],
        ['xx/_posts/2021-12-29-b.md', 'B'],
      ]),
      'xx/_posts/2021-12-29-b.md',
      '../_posts/2021-12-29-b.md',
    );
    const { body } = await sendZip(zip);
    expect(body.data).toMatchObject([
      {
        path: '../_posts/2021-12-29-b.md',
        outcome: 'rejected',
        reason: expect.stringContaining('leads out'),
      },
      { path: item(1).path, outcome: 'created' },
    ]);
    expect(await documentsStored()).toBe(1);
  });

  it('does not overwrite an edited post unless it is told to', async () => {
    const { body } = await post().send([item(1)]);
    const { documentId } = body.data[0];
    await documentsOf(instance.strapi, POST_UID).update({
      documentId,
      locale: 'en',
      data: { title: 'Edited' },
    });
    const changed = { ...item(1), content: postText('Sent') };
    expect((await post().send([changed])).body.data).toMatchObject([{ outcome: 'conflict', documentId }]);
    expect((await post('?overwrite=true').send([changed])).body.data).toMatchObject([
      { outcome: 'updated', documentId },
    ]);
  });

  it('goes to the locale that the request names', async () => {
    await sendMarkdown(item(1).path, item(1).content, '&locale=zh-Hans');
    expect((await allPostRows(instance.strapi)).map(({ locale }) => locale)).toEqual(['zh-Hans', 'zh-Hans']);
  });
});

describe('a request is refused', () => {
  it.each([
    ['without a path for Markdown', () => post().set('Content-Type', 'text/markdown').send('x')],
    ['with a path that leads out', () => sendMarkdown('../_posts/2021-12-29-a.md', 'x')],
    ['with an unknown parameter', () => post('?dryRun=true').send([item(1)])],
    ['with a parameter given twice', () => post('?overwrite=true&overwrite=true').send([item(1)])],
    ['with an unknown locale', () => post('?locale=xx').send([item(1)])],
    ['with a wrong overwrite', () => post('?overwrite=yes').send([item(1)])],
    ['with JSON that is no list', () => post().send({ ...item(1) })],
    ['with an empty list', () => post().send([])],
    ['with lines of which none can be read', () => sendLines(['one', 'two'])],
    ['with an empty body of lines', () => sendLines([''])],
    ['with a zip file that is none', () => sendZip(Buffer.from('nothing'))],
  ])('400 %s', async (_what, send) => {
    const { status, body } = await send();
    expect({ status, name: body.error?.name }).toEqual({ status: 400, name: 'ValidationError' });
    expect(body.error.message).not.toMatch(/\/tmp|press-/);
    expect(await documentsStored()).toBe(0);
  });

  it.each([
    ['more files than limits.ingestItems', () => post().send(items(51))],
    ['more lines than limits.ingestItems', () => sendLines(items(51))],
    ['more bytes than limits.ingestBytes', () => sendMarkdown(item(1).path, 'x'.repeat(300_001))],
    ['more bytes of lines', () => sendLines([{ ...item(1), content: 'x'.repeat(300_001) }])],
    ['more bytes of JSON', () => post().send([{ ...item(1), content: 'x'.repeat(300_001) }])],
    [
      'more bytes in a zip file',
      async () =>
        sendZip(await zipOf(['a', 'b'].map((name) => [`_posts/2021-12-29-${name}.md`, 'x'.repeat(199_000)]))),
    ],
    [
      'more files in a zip file',
      async () => sendZip(await zipOf(items(51).map(({ path, content }) => [path, content]))),
    ],
  ])('413 with %s', async (_what, send) => {
    const { status, body } = await send();
    expect({ status, name: body.error?.name }).toEqual({ status: 413, name: 'PayloadTooLargeError' });
    expect(body.error.message).toContain('limits.ingest');
    expect(await documentsStored()).toBe(0);
  });

  it.each([
    ['another type', () => post().set('Content-Type', 'text/plain').send('x')],
    ['no type', () => post()],
    [
      'a compressed stream',
      () => post().set('Content-Type', 'application/x-ndjson').set('Content-Encoding', 'gzip').send('x'),
    ],
  ])('415 with %s', async (_what, send) => {
    const { status, body } = await send();
    expect(status).toBe(415);
    expect(body.error.message).toContain(
      'text/markdown, application/json, application/x-ndjson, application/zip',
    );
  });

  it('403 to who may create posts but not ingest, and to a read-only token', async () => {
    const others = await instance.apiToken('custom', [
      'plugin::press.post.create',
      'plugin::press.post.update',
    ]);
    for (const key of [others, await instance.apiToken('read-only')]) {
      const { status } = await post()
        .set('Authorization', `Bearer ${key}`)
        .send([item(1)]);
      expect(status).toBe(403);
    }
    await setPublicActions(instance.strapi, []);
    const { status } = await request(instance.server)
      .post('/api/press/posts/ingest')
      .send([item(1)]);
    expect(status).toBe(403);
    expect(await documentsStored()).toBe(0);
  });
});

describe('several clients at once', () => {
  it('make one document of each file', async () => {
    const all = items(20);
    const answers = await Promise.all([all, [...all].reverse(), all, all].map((sent) => post().send(sent)));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      for (const { outcome } of body.data) expect(['created', 'unchanged']).toContain(outcome);
    }
    expect(await documentsStored()).toBe(20);
    const created = answers.map(({ body }) => body.meta.counts.created as number);
    expect(created.reduce((sum, count) => sum + count)).toBe(20);
    const ids = answers.map(({ body }) => body.data.map((one: { documentId: string }) => one.documentId));
    for (const found of ids) expect(found).toEqual(ids[0]);
  });

  it('who send different texts of one file end with the text of one of them', async () => {
    const texts = ['One', 'Two', 'Three', 'Four'];
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        texts.map((title) => sendMarkdown('_posts/2021-12-29-same.md', postText(`${title} ${round}`))),
      );
      for (const { body } of answers)
        expect(body.data).toMatchObject([{ outcome: expect.stringMatching(/created|updated/) }]);
      expect(await documentsStored()).toBe(1);
    }
  });

  it('who send drafts, which no URL tells apart, make one document of each', async () => {
    const all = [1, 2, 3].map((number) => ({
      path: `_drafts/draft-${number}.md`,
      content: `---\ntitle: Draft ${number}\npublished: true\n---\nText.\n`,
    }));
    await Promise.all([all, all, all].map((sent) => post().send(sent)));
    expect(await documentsStored()).toBe(3);
  });

  it('and an import that runs end with one document of each file, and the import reaches its end', async () => {
    const all = items(40);
    const site = await makeSite(Object.fromEntries(all.map(({ path, content }) => [path, content])));
    const { source } = await openImportSource(site.root);
    const imports = pressService<ImportJobsService>(instance.strapi, 'importJobs');
    const [report, ...answers] = await Promise.all([
      imports.run(source, site.root, {}),
      post().send(all.slice(0, 20)),
      post().send(all.slice(10, 30)),
    ]);
    expect(report).toMatchObject({ files: 40, interrupted: false, counts: { rejected: 0, conflict: 0 } });
    const created = answers.map(({ body }) => body.meta.counts.created as number);
    expect(report.counts.created + created[0] + created[1]).toBe(40);
    expect(await documentsStored()).toBe(40);
  });

  it('who move a post to another locale, which is stored by itself, leave one document', async () => {
    await sendMarkdown('_posts/2021-12-29-same.md', postText('English'));
    const answers = await Promise.all(
      ['一', '二', '三'].map((title) =>
        sendMarkdown('_posts/2021-12-29-same.md', postText(title, 'lang: zh-Hans\n')),
      ),
    );
    for (const { body } of answers) expect(body.data).toMatchObject([{ outcome: 'updated' }]);
    const rows = await allPostRows(instance.strapi);
    expect(rows.map(({ locale }) => locale)).toEqual(['zh-Hans', 'zh-Hans']);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(1);
  });

  it('with terms in common are not refused', async () => {
    const clients = [1, 2, 3, 4].map((client) =>
      Array.from({ length: 10 }, (_, index) =>
        item(client * 100 + index, `categories: [news, c${index}]\ntags: [t${index}]\n`),
      ),
    );
    const answers = await Promise.all(clients.map((sent) => post().send(sent)));
    expect(answers.map(({ body }) => body.meta.counts.created)).toEqual([10, 10, 10, 10]);
  });
});

describe('front matter that is checked', () => {
  const check = async (body: object) => {
    const key = await instance.apiToken('custom', ['plugin::press.front-matter.validate']);
    return request(instance.server)
      .post('/api/press/front-matter/validate')
      .set('Authorization', `Bearer ${key}`)
      .send(body);
  };

  it('tells what the file would be as a post, as an ingest then stores it, and writes nothing', async () => {
    const file = { path: '_posts/2021-12-29-a.md', content: postText('A', 'categories: 临沂\ntags: [x]\n') };
    const { status, body } = await check(file);
    expect(status).toBe(200);
    expect(await documentsStored()).toBe(0);
    expect(body.data.fields).toMatchObject({ title: 'A', slug: 'a', categories: ['临沂'], tags: ['x'] });
    await post().send([file]);
    const [row] = await allPostRows(instance.strapi);
    expect(body.data).toMatchObject({ url: row.url, shareLinks: row.shareLinks, diagnostics: [] });
    const links = body.data.backLinks as { category?: string }[];
    expect(row.backLinks).toMatchObject(links.map(({ category: _none, ...link }) => link));
    expect((await check(file)).body.data.backLinks).toEqual(row.backLinks);
  });

  it('has its problems told at their places in what was sent', async () => {
    const { body } = await check({ text: 'title: "The "new" pier"\ndate: 2021-12-29\n' });
    expect(body.data.diagnostics).toMatchObject([{ ruleId: 'yaml/syntax', line: 1, column: 13 }]);
    const file = await check({ ...BROKEN });
    expect(file.body.data.diagnostics).toMatchObject([{ ruleId: 'yaml/syntax', line: 2, column: 13 }]);
    const none = await check({ content: 'x', path: 'about.md' });
    expect(none.body.data).toMatchObject({ fields: null, url: null, shareLinks: [], backLinks: [] });
  });

  it.each([
    [{}],
    [{ content: 'x' }],
    [{ text: 'a: 1', content: 'x', path: 'a.md' }],
    [{ text: 1 }],
    [{ text: 'a: 1', more: true }],
    [{ text: 'a: 1', locale: 'xx' }],
  ])('is refused as %j', async (sent) => {
    const { status, body } = await check(sent);
    expect({ status, name: body.error?.name }).toEqual({ status: 400, name: 'ValidationError' });
  });
});

it('is described for `strapi openapi generate`, parameters, bodies and answers', () => {
  const { paths } = generate(instance.strapi, { type: 'content-api' }).document;
  const described = JSON.parse(JSON.stringify(paths)) as Record<string, unknown>;
  expect(described['/press/posts/ingest']).toMatchObject({
    post: {
      parameters: ['path', 'locale', 'overwrite'].map((name) => ({ name, in: 'query', required: false })),
      requestBody: {
        content: Object.fromEntries(
          ['text/markdown', 'application/json', 'application/x-ndjson', 'application/zip'].map((type) => [
            type,
            { schema: expect.anything() },
          ]),
        ),
      },
      responses: { 200: { content: { 'application/json': { schema: expect.anything() } } } },
    },
  });
  expect(described['/press/front-matter/validate']).toMatchObject({
    post: { responses: { 200: { content: { 'application/json': { schema: expect.anything() } } } } },
  });
});
