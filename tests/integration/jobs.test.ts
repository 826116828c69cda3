import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import type { ImportService } from '../../server/src/import';
import { importAsJob } from '../../server/src/import';
import { openImportSource } from '../../server/src/import/import-source';
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
/** More rows than in two transactions of a job. */
const MANY_POSTS = 600;

let instance: StrapiInstance;
let strapi: Core.Strapi;
let category: string;

const jobs = () => strapi.plugin('press').service<JobsService>('jobs');
const settings = () => strapi.plugin('press').service<SettingsService>('settings');
const never = () => new AbortController().signal;

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
  await importPosts(0, POSTS);
  const found = await documentsOf(strapi, CATEGORY_UID).findFirst({ locale: 'en' });
  category = String(found?.documentId);
});

async function importPosts(from: number, to: number): Promise<void> {
  const files: Record<string, string> = {};
  for (let number = from; number < to; number += 1) {
    const name = `_posts/2021-12-29-post-${number}.md`;
    files[name] = textOf(`title: Post ${number}\ncategories: town\n`);
  }
  const site = await makeSite(files);
  await strapi.plugin('press').service<ImportService>('import').run(site.root);
}

afterEach(async () => {
  await jobs().settled();
  await expectInvariants(strapi);
  await settings().update({ permalink: null, share: null });
  await jobs().settled();
  await deleteEverything(strapi);
  await strapi.db.query(JOB_UID).deleteMany({});
});

const textOf = (yaml: string): string => `---\n${yaml}---\nText.\n`;

function rename(name: string): Promise<unknown> {
  return documentsOf(strapi, CATEGORY_UID).update({ documentId: category, locale: 'en', data: { name } });
}

async function labels(): Promise<string[]> {
  const rows = await allPostRows(strapi);
  const found = rows.map(({ backLinks }) => (backLinks as { label: string }[])[0].label);
  return [...new Set(found)].sort();
}

async function lastJob(): Promise<Job> {
  const [job] = await jobs().list({ limit: 1 });
  return job;
}

describe('a change that concerns many posts', () => {
  it('is saved at once, and a job renews the links', async () => {
    await rename('Town news');
    expect(await labels()).toEqual(['Back to town']);
    expect(await lastJob()).toMatchObject({ kind: 'regenerate', state: 'queued' });
    await jobs().settled();
    expect(await labels()).toEqual(['Back to Town news']);
    expect(await lastJob()).toMatchObject({
      state: 'done',
      counts: { total: 2 * POSTS, done: 2 * POSTS, changed: 2 * POSTS },
      report: { checked: 2 * POSTS, changed: 2 * POSTS, conflictCount: 0 },
      owner: null,
    });
  });

  it('is announced lot by lot', async () => {
    const urls: string[] = [];
    const stop = strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
      urls.push(...(payload as { urls: string[] }).urls);
      return Promise.resolve();
    });
    await rename('Town news');
    await jobs().settled();
    stop();
    expect(new Set(urls).size).toBe(POSTS);
  });

  it('is queued once, however often it is made before the job begins', async () => {
    await rename('Town');
    await rename('Town news');
    expect(await jobs().list()).toHaveLength(1);
    await jobs().settled();
    expect(await labels()).toEqual(['Back to Town news']);
  });

  it('queues nothing where the save is rolled back', async () => {
    await expect(
      strapi.db.transaction(async () => {
        await rename('Town news');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await jobs().list()).toEqual([]);
    expect(await labels()).toEqual(['Back to town']);
  });

  it('leaves what editors save meanwhile', async () => {
    await importPosts(POSTS, MANY_POSTS);
    await rename('Town news');
    const [first] = await documentsOf(strapi, POST_UID).findMany({ locale: 'en', sort: 'id:desc', limit: 1 });
    const edits: Promise<unknown>[] = [];
    // Progress is told within the transaction of a lot, which a request does not take part in.
    const edit = AsyncResource.bind(() => {
      const data = { title: `Edited ${edits.length}` };
      edits.push(documentsOf(strapi, POST_UID).update({ documentId: first.documentId, locale: 'en', data }));
    });
    await jobs().drain(never(), { progressed: edit });
    await Promise.all(edits);
    expect(edits.length).toBeGreaterThan(1);
    const edited = await documentsOf(strapi, POST_UID).findFirst({
      locale: 'en',
      filters: { documentId: first.documentId },
    });
    expect(edited?.title).toBe(`Edited ${edits.length - 1}`);
    expect(await labels()).toEqual(['Back to Town news']);
  });
});

describe('a job', () => {
  it('stops after its lot when it is cancelled, and goes on there when it is resumed', async () => {
    await importPosts(POSTS, MANY_POSTS);
    await rename('Town news');
    const cancelled: Promise<boolean>[] = [];
    await jobs().drain(never(), {
      progressed({ id }) {
        if (cancelled.length === 0) cancelled.push(jobs().cancel(id));
      },
    });
    expect(await Promise.all(cancelled)).toEqual([true]);
    const stopped = await lastJob();
    expect(stopped.state).toBe('cancelled');
    expect(stopped.counts?.done).toBeLessThan(2 * MANY_POSTS);
    expect(await labels()).toEqual(['Back to Town news', 'Back to town']);
    expect(await jobs().resume(stopped.id)).toBe(true);
    await jobs().drain(never());
    expect(await lastJob()).toMatchObject({
      state: 'done',
      counts: { done: 2 * MANY_POSTS, changed: 2 * MANY_POSTS },
    });
  });

  it('is left for another process where its own ends', async () => {
    await importPosts(POSTS, MANY_POSTS);
    await rename('Town news');
    const ending = new AbortController();
    await jobs().drain(ending.signal, { progressed: () => ending.abort() });
    expect(await lastJob()).toMatchObject({ state: 'queued', owner: null });
    expect(await labels()).toHaveLength(2);
  });

  it('is taken over from a process that gives no sign of life', async () => {
    await rename('Town news');
    const { id } = await lastJob();
    const dead = { owner: 'elsewhere:1:00000000', heartbeatAt: new Date(Date.now() - 120_000) };
    await strapi.db
      .query(JOB_UID)
      .update({ where: { id }, data: { state: 'running', lock: 'running', ...dead } });
    await jobs().drain(never());
    expect(await lastJob()).toMatchObject({ id, state: 'done' });
  });

  it('stays with a process that gives one', async () => {
    await rename('Town news');
    const { id } = await lastJob();
    const alive = { owner: 'elsewhere:1:00000000', heartbeatAt: new Date() };
    await strapi.db
      .query(JOB_UID)
      .update({ where: { id }, data: { state: 'running', lock: 'running', ...alive } });
    await jobs().drain(never());
    expect(await lastJob()).toMatchObject({ id, state: 'running', owner: 'elsewhere:1:00000000' });
    await strapi.db
      .query(JOB_UID)
      .update({ where: { id }, data: { state: 'queued', lock: null, owner: null } });
  });

  it('writes nothing more once another process has it', async () => {
    await importPosts(POSTS, MANY_POSTS);
    await rename('Town news');
    let taken: Promise<unknown> | undefined;
    await jobs().drain(never(), {
      progressed({ id }) {
        taken ??= strapi.db
          .query(JOB_UID)
          .update({ where: { id }, data: { owner: 'elsewhere:1:00000000', heartbeatAt: new Date() } });
      },
    });
    await taken;
    expect(await lastJob()).toMatchObject({ state: 'running', owner: 'elsewhere:1:00000000' });
    expect(await labels()).toHaveLength(2);
    const { id } = await lastJob();
    await strapi.db
      .query(JOB_UID)
      .update({ where: { id }, data: { state: 'queued', lock: null, owner: null } });
  });

  it('waits for the one that runs', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} ends`);
      return null;
    };
    const waited: string[] = [];
    const ends = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        jobs().run('rebuild', { name }, work(name), { onWait: ({ state }) => waited.push(state) }),
      ),
    );
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(order.filter((_line, index) => index % 2 === 0).every((line) => line.endsWith('begins'))).toBe(
      true,
    );
    expect(order).toHaveLength(6);
    expect(waited.length).toBeGreaterThan(0);
  });

  it('says why it failed', async () => {
    const broken = () => Promise.reject(new Error('the disk is full'));
    const end = await jobs().run('rebuild', {}, broken);
    expect(end.state).toBe('failed');
    expect(await lastJob()).toMatchObject({ state: 'failed', error: 'the disk is full' });
  });
});

describe('a change of settings', () => {
  it('moves the URLs of all posts, and names those whose new URL another post has', async () => {
    const create = (date: string, title: string) =>
      documentsOf(strapi, POST_UID).create({
        locale: 'en',
        status: 'published',
        data: { frontMatter: `title: ${title}\nslug: same\ndate: ${date}\n`, body: 'Text.\n' },
      });
    await create('2021-12-29', 'One');
    await create('2021-12-30', 'Two');
    await settings().update({ permalink: '/:title.html' });
    await jobs().settled();
    const { state, report } = await lastJob();
    expect(state).toBe('done');
    expect(report).toMatchObject({ conflictCount: 1, conflicts: [{ title: 'Two' }] });
    const urls = (await allPostRows(strapi)).filter(({ publishedAt }) => publishedAt).map(({ url }) => url);
    expect(urls).toContain('/post-0.html');
    expect(urls).toContain('/same.html');
    expect(urls).toContain('/2021/12/30/same.html');
    const two = await documentsOf(strapi, POST_UID).findFirst({ locale: 'en', filters: { title: 'Two' } });
    await documentsOf(strapi, POST_UID).delete({ documentId: String(two?.documentId), locale: 'en' });
  });

  it('lets posts exchange their URLs', async () => {
    const create = (title: string, slug: string, permalink: string) =>
      documentsOf(strapi, POST_UID).create({
        locale: 'en',
        status: 'published',
        data: {
          frontMatter: `title: ${title}\nslug: ${slug}\ndate: 2021-12-29\n${permalink}`,
          body: 'Text.\n',
        },
      });
    // The second one has the URL that the first one gets, and moves on itself.
    await create('First', 'target', '');
    await create('Second', 'elsewhere', '');
    await settings().update({ permalink: '/x/:title.html' });
    await jobs().settled();
    await settings().update({ permalink: '/:title.html' });
    await jobs().settled();
    expect((await lastJob()).report).toMatchObject({ conflictCount: 0 });
  });
});

describe('an import', () => {
  it('has a record with its counts', async () => {
    const site = await makeSite({ '_posts/2022-01-01-new.md': textOf('title: New\n') });
    const { source } = await openImportSource(site.root);
    const report = await importAsJob(strapi, source, site.root, {});
    expect(report.counts.created).toBe(1);
    expect(await lastJob()).toMatchObject({
      kind: 'import',
      state: 'done',
      counts: { created: 1, done: 1 },
      report: { files: 1, counts: { created: 1 } },
    });
  });

  it('that was interrupted is resumed by a worker', async () => {
    const site = await makeSite({ '_posts/2022-01-01-new.md': textOf('title: New\n') });
    const { source } = await openImportSource(site.root);
    const ended = new AbortController();
    ended.abort();
    await importAsJob(strapi, source, site.root, {}, { signal: ended.signal });
    const { id, state } = await lastJob();
    expect(state).toBe('interrupted');
    expect(await jobs().resume(id)).toBe(true);
    await jobs().drain(never());
    expect(await lastJob()).toMatchObject({ id, state: 'done', report: { counts: { created: 1 } } });
  });

  it('writes nothing more once another process has it', async () => {
    const files: Record<string, string> = {};
    for (let number = 0; number < 520; number += 1)
      files[`_posts/2022-01-01-new-${number}.md`] = textOf(`title: New ${number}\n`);
    const site = await makeSite(files);
    const { source } = await openImportSource(site.root);
    const importing = importAsJob(
      strapi,
      source,
      site.root,
      {},
      {
        async onProgress() {
          await strapi.db.query(JOB_UID).updateMany({
            where: { state: 'running' },
            data: { owner: 'another process', heartbeatAt: new Date() },
          });
        },
      },
    );
    await expect(importing).rejects.toThrow('another process took this job over');
    const imported = (await allPostRows(strapi)).filter(({ title }) => title?.startsWith('New'));
    expect(imported.length).toBe(2 * 500);
    await strapi.db
      .query(JOB_UID)
      .updateMany({ where: { state: 'running' }, data: { state: 'failed', lock: null } });
  });

  it('leaves no record of a dry run', async () => {
    const site = await makeSite({ '_posts/2022-01-01-new.md': textOf('title: New\n') });
    const { source } = await openImportSource(site.root);
    await importAsJob(strapi, source, site.root, { dryRun: true });
    expect(await jobs().list()).toEqual([]);
  });
});

describe('a rebuild', () => {
  it('finds nothing to do in a healthy database', async () => {
    const regeneration = strapi.plugin('press').service<RegenerationService>('regeneration');
    expect(await regeneration.differences()).toEqual({ checked: 2 * POSTS, changed: 0 });
  });
});

if (process.env.DATABASE_CLIENT === 'postgres') {
  describe('a save that began before a rename and ends after it', () => {
    it('has the new name too', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const saving = strapi.db.transaction(async () => {
        await documentsOf(strapi, POST_UID).create({
          locale: 'en',
          status: 'published',
          data: { frontMatter: 'title: Late\ndate: 2022-01-02\ncategories: town\n', body: 'Text.\n' },
        });
        await held;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await rename('Town news');
      const working = jobs().drain(never());
      await new Promise((resolve) => setTimeout(resolve, 300));
      release();
      await Promise.all([saving, working]);
      expect(await labels()).toEqual(['Back to Town news']);
    });
  });
}
