import type { Core } from '@strapi/strapi';
import request from 'supertest';
import type { JobsService } from '../../server/src/jobs';
import { CATEGORY_UID, JOB_UID, POST_UID, REDIRECT_UID } from '../../server/src/plugin-id';
import { zipOf } from '../unit/import/zip-archive';
import { administratorWith } from './administrators';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { expectInvariants } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;
let token: string;

const jobs = () => strapi.plugin('press').service<JobsService>('jobs');
const drain = () => jobs().drain(new AbortController().signal);

beforeAll(async () => {
  instance = await startStrapi({
    press: { site: { url: 'https://paper.example' }, jobs: { run: false }, limits: { archiveFiles: 2 } },
  });
  strapi = instance.strapi;
  token = await instance.adminToken();
});

afterAll(() => instance.stop());

afterEach(async () => {
  await expectInvariants(strapi);
  await deleteEverything(strapi);
  await strapi.db.query(JOB_UID).deleteMany({});
});

/** Sets the language in the profiles of all administrators. */
async function speak(preferedLanguage: string | null): Promise<void> {
  await strapi.db.query('admin::user').updateMany({ where: {}, data: { preferedLanguage } });
}

function send(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, as = token) {
  const call = request(instance.server)[method](path).set('Authorization', `Bearer ${as}`);
  return body === undefined ? call : call.send(body);
}

const postData = (title: string) => ({ title, slug: 'ferry', date: '2021-12-29T00:00:00.000Z' });
const contentManager = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`;

/** Publishes a second post at the URL of a first one. */
async function publishTwice(): Promise<request.Response> {
  await documentsOf(strapi, POST_UID).create({ data: postData('First'), status: 'published' });
  const second = await documentsOf(strapi, POST_UID).create({ data: postData('Second') });
  return send('post', contentManager(POST_UID, `/${second.documentId}/actions/publish`), {});
}

/** A category that a post has. */
async function usedCategory(): Promise<string> {
  const { documentId } = await documentsOf(strapi, CATEGORY_UID).create({
    data: { name: '港口', term: 'harbour' },
  });
  await documentsOf(strapi, POST_UID).create({ data: { ...postData('First'), categories: [documentId] } });
  return documentId;
}

async function upload(zip: Buffer): Promise<request.Response> {
  return send('post', '/press/imports?name=site.zip').set('Content-Type', 'application/zip').send(zip);
}

/** Lets an import fail: its zip file holds no posts. */
async function failImport(): Promise<number> {
  const { body } = await upload(await zipOf([['index.html', 'Home']]));
  await drain();
  return body.data.id as number;
}

const errorOf = ({ body }: request.Response) =>
  body.error as { message: string; details: { errors: object[] } };

describe('an administrator whose language is Chinese', () => {
  beforeEach(() => speak('zh-Hans'));

  it('is told in Chinese who has the URL of a post', async () => {
    const response = await publishTwice();
    expect(response.status).toBe(400);
    const message = expect.stringMatching(
      /^网址 \/2021\/12\/29\/ferry\.html 已被文章“First”（文档 \w+）占用。/,
    );
    expect(errorOf(response)).toMatchObject({
      message,
      details: { errors: [{ path: ['slug'], message, ruleId: 'url/taken', name: 'ValidationError' }] },
    });
  });

  it('is told in Chinese which problems keep a post from being published', async () => {
    const { documentId } = await documentsOf(strapi, POST_UID).create({
      data: { frontMatter: 'title: ""\ndate: soon\n' },
    });
    const response = await send('post', contentManager(POST_UID, `/${documentId}/actions/publish`), {});
    expect(errorOf(response).message).toMatch(/^共有 2 个问题：标题为空。.*日期应类似/);
  });

  it('is told in Chinese that a category is in use', async () => {
    const response = await send('delete', contentManager(CATEGORY_UID, `/${await usedCategory()}`));
    expect(response.status).toBe(400);
    expect(errorOf(response).message).toBe(
      '分类“港口”仍有 1 篇文章在使用，不能删除。请先为这些文章另选分类，或将它合并到其他分类（strapi-press merge category "harbour" INTO）。',
    );
  });

  it('is told in Chinese why a redirect cannot be', async () => {
    const response = await send('post', contentManager(REDIRECT_UID), { from: 'old', to: '/new' });
    expect(errorOf(response).message).toBe('跳转的起点应是本站的路径，例如 /old/page.html；现在是“old”。');
  });

  it('is told in Chinese which values of settings cannot be used, before saving and at it', async () => {
    const patch = { site: { url: 'paper' }, share: { networks: ['pocket'] } };
    const problem = '"pocket" 不能使用：Pocket 已于 2025 年 7 月 8 日关闭，应为：分享平台的 ID（';
    const preview = await send('post', '/press/settings/preview', { patch });
    expect(preview.body.data.problems).toContainEqual(
      expect.objectContaining({ path: 'share.networks[0]', message: expect.stringContaining(problem) }),
    );
    const saved = await send('put', '/press/settings', { patch: { share: patch.share } });
    expect(saved.status).toBe(400);
    expect(errorOf(saved).message).toContain(`share.networks[0]：${problem}`);
    const inFile = await send('put', '/press/settings', { patch: { site: patch.site } });
    expect(errorOf(inFile).message).toBe('site.url：由配置文件设定，请在配置文件中修改');
  });

  it('is told in Chinese why an upload is refused', async () => {
    const noZip = await upload(Buffer.from('no archive'));
    expect(noZip.status).toBe(400);
    expect(errorOf(noZip).message).toContain('这不是可以读取的 zip 压缩包（zip 压缩包：');
    const tooMany = await upload(await zipOf(['a', 'b', 'c'].map((name) => [name, name])));
    expect(tooMany.status).toBe(413);
    expect(errorOf(tooMany).message).toBe('zip 压缩包：有 3 个文件，超过上限 limits.archiveFiles（2）');
  });

  it('is told in Chinese why a job failed, wherever it is listed', async () => {
    const id = await failImport();
    const error = 'site.zip：_posts 和 _drafts 文件夹里没有文件';
    expect((await send('get', '/press/jobs')).body.data).toMatchObject([{ id, state: 'failed', error }]);
    expect((await send('get', `/press/jobs/${id}`)).body.data).toMatchObject({ error });
    expect((await send('get', '/press/imports')).body.data).toMatchObject([{ error }]);
    expect((await send('get', `/press/imports/${id}`)).body.data).toMatchObject({ error });
  });

  it('is told in Chinese which posts cannot follow a category, and why its form cannot be saved', async () => {
    const documentId = await usedCategory();
    await documentsOf(strapi, CATEGORY_UID).create({ data: { name: 'Quay', term: 'quay' } });
    const values = { name: null, slug: null, term: 'quay' };
    const response = await send('post', `/press/terms/category/${documentId}/outlook`, {
      locale: null,
      values,
    });
    expect(response.body.data.refused).toMatch(/^词条“quay”已被“Quay”（文档 \w+）占用。请使用那个分类/);
  });

  it('is told in Chinese what the roles do not allow', async () => {
    const reader = await administratorWith(strapi, instance.server, ['plugin::press.posts.export']);
    await speak('zh-Hans');
    const response = await send('get', '/press/exports/texts?documentId=x', undefined, reader);
    expect(response.status).toBe(403);
    expect(errorOf(response).message).toBe('您的角色无权查看文章。');
  });
});

describe('everybody else is answered in English:', () => {
  it.each([null, 'en', 'de', 'zh-Hant'])('an administrator whose language is %s', async (language) => {
    await speak(language);
    const response = await publishTwice();
    expect(errorOf(response).message).toMatch(
      /^The URL \/2021\/12\/29\/ferry\.html is taken by the post "First" \(document \w+\)\./,
    );
    const id = await failImport();
    const error = 'site.zip: no files in _posts or _drafts folders';
    expect((await send('get', `/press/jobs/${id}`)).body.data).toMatchObject({ state: 'failed', error });
  });

  it('who asks REST or GraphQL, whatever the administrators speak', async () => {
    await speak('zh-Hans');
    await documentsOf(strapi, POST_UID).create({ data: postData('First'), status: 'published' });
    const client = await instance.apiToken('full-access');
    const data = postData('Second');
    const rest = await send('post', '/api/press/posts?status=published', { data }, client);
    expect(rest.status).toBe(400);
    const message = expect.stringContaining('is taken by the post "First"');
    const said = {
      message: { id: 'post/url-taken', params: expect.objectContaining({ url: expect.any(String) }) },
    };
    expect(errorOf(rest)).toMatchObject({ message, details: { said, errors: [{ message, said }] } });
    const create =
      'mutation ($data: PressPostInput!) { createPressPost(status: PUBLISHED, data: $data) { slug } }';
    const { errors } = await askGraphql(instance, create, { data }, client);
    expect(errors).toMatchObject([{ message }]);
  });
});
