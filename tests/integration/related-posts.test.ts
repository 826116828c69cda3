import { CATEGORY_UID, POST_UID } from '../../server/src/plugin-id';
import { countStatements } from './count-statements';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { png } from './png';
import { actionsOn, setPublicActions } from './public-access';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';
import type { ImportService } from '../../server/src/import';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example', title: 'The Paper' } },
  });
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, READ);
});

const documents = () => documentsOf(instance.strapi, POST_UID);

async function publish(title: string, date: string, more = '', locale = 'en'): Promise<string> {
  const { documentId } = await documents().create({
    locale,
    status: 'published',
    data: { frontMatter: `title: ${title}\ndate: ${date}\n${more}`, body: `${title} *text*.\n\nMore.\n` },
  });
  return documentId;
}

const QUERY =
  'query($id: ID!, $first: Int, $status: PublicationStatus) { pressPost(documentId: $id, status: $status) { related(first: $first) { title } } }';

async function relatedTo(id: string, variables = {}): Promise<string[]> {
  const { data, errors } = await askGraphql(instance, QUERY, { id, ...variables });
  expect(errors).toEqual([]);
  const { pressPost } = data as { pressPost: { related: { title: string }[] } };
  return pressPost.related.map(({ title }) => title);
}

describe('related posts', () => {
  it('share most tags and categories, the newest first among equals', async () => {
    const id = await publish('A', '2022-01-10', 'categories: news\ntags: [ferry, tide]\n');
    await publish('older category', '2022-01-01', 'categories: news\n');
    await publish('newer category', '2022-01-02', 'categories: news\n');
    await publish('one tag', '2021-01-01', 'tags: tide\n');
    await publish('two tags', '2020-01-01', 'tags: [tide, ferry]\n');
    await publish('tag and category', '2020-01-02', 'categories: news\ntags: tide\n');
    await publish('other', '2022-01-09', 'categories: sport\n');
    await publish('elsewhere', '2022-01-09', 'categories: news\ntags: tide\n', 'zh-Hans');
    await publish('ahead', '2999-01-09', 'categories: news\ntags: tide\n');
    await documents().create({ data: { frontMatter: 'title: draft\ntags: [ferry, tide]\n' } });
    expect(await relatedTo(id)).toEqual([
      'two tags',
      'tag and category',
      'one tag',
      'newer category',
      'older category',
    ]);
    expect(await relatedTo(id, { first: 2 })).toEqual(['two tags', 'tag and category']);
  });

  it('are never the post itself, its draft neither', async () => {
    const id = await publish('A', '2022-01-10', 'tags: tide\n');
    await documents().update({ documentId: id, data: { title: 'A draft' } });
    await publish('B', '2022-01-09', 'tags: tide\n');
    expect(await relatedTo(id)).toEqual(['B']);
    await setPublicActions(instance.strapi, [...READ, 'plugin::press.post.update']);
    expect(await relatedTo(id, { status: 'DRAFT' })).toEqual(['B']);
  });

  it('are none of a post without terms, and at most twenty', async () => {
    const id = await publish('A', '2022-01-10');
    expect(await relatedTo(id)).toEqual([]);
    const { errors } = await askGraphql(instance, QUERY, { id, first: 21 });
    expect(errors[0].message).toBe('first is 21; a post has 1 to 20 related ones.');
  });

  it('are looked up for many posts and terms with as many queries as for few', async () => {
    const query = '{ pressPosts(pagination: { limit: 100 }) { related { title } } }';
    const statements = () =>
      countStatements(instance, async () => {
        expect((await askGraphql(instance, query)).errors).toEqual([]);
      });
    await publish('A', '2022-01-01', 'tags: tide\n');
    await publish('B', '2022-01-02', 'tags: tide\n');
    const two = await statements();
    for (let day = 3; day < 20; day += 1)
      await publish(`T${day}`, `2022-01-${day}`, `tags: [tide, t${day}]\ncategories: c${day % 5}\n`);
    expect(await statements()).toBe(two);
  });
});

describe('what the head of a page says', () => {
  const SEO =
    '{ pressPosts { seo { title description canonicalUrl jsonLd openGraph { property content } } cover { url } } }';

  interface Answer {
    pressPosts: {
      seo: {
        description: string;
        canonicalUrl: string;
        jsonLd: string;
        openGraph: { property: string; content: string }[];
      };
      cover: { url: string } | null;
    }[];
  }

  async function seo() {
    const { data, errors } = await askGraphql(instance, SEO);
    expect(errors).toEqual([]);
    const [{ seo: found, cover }] = (data as unknown as Answer).pressPosts;
    const property = (name: string) => found.openGraph.find((one) => one.property === name)?.content;
    return { ...found, cover, article: JSON.parse(found.jsonLd) as Record<string, unknown>, property };
  }

  it('is of the post, with names of its categories and tags', async () => {
    await publish(
      'Low tide',
      '2022-01-01',
      'categories: [news]\ntags: [ferry]\nauthor: Ada\nimage: /a.png\n',
    );
    const [category] = await documentsOf(instance.strapi, CATEGORY_UID).findMany({});
    await documentsOf(instance.strapi, CATEGORY_UID).update({
      documentId: category.documentId,
      data: { name: 'News' },
    });
    const { description, canonicalUrl, article, property } = await seo();
    expect(description).toBe('Low tide text.');
    expect(canonicalUrl).toBe('https://paper.example/news/2022/01/01/low-tide.html');
    expect(article).toMatchObject({
      articleSection: 'News',
      keywords: 'ferry',
      inLanguage: 'en',
      wordCount: 4,
    });
    expect(property('og:image')).toBe('https://paper.example/a.png');
  });

  it('has the description of the front matter first', async () => {
    await publish('Low tide', '2022-01-01', 'description: Told shortly.\nlast_modified_at: 2022-01-03\n');
    const { description, property } = await seo();
    expect(description).toBe('Told shortly.');
    expect(property('article:modified_time')).toBe('2022-01-03T00:00:00.000Z');
  });

  it('names no category or tag to those who may not find them', async () => {
    await publish('Low tide', '2022-01-01', 'categories: [news]\ntags: [ferry]\n');
    await setPublicActions(instance.strapi, actionsOn(['post'], ['find']));
    const { article, openGraph } = await seo();
    expect(article).not.toHaveProperty('articleSection');
    expect(article).not.toHaveProperty('keywords');
    expect(JSON.stringify(openGraph)).not.toMatch(/section|article:tag/);
  });

  it('has the address of the cover, which all posts of a request are asked for together', async () => {
    const { root } = await makeSite({
      '_posts/2021-12-29-a.md': '---\ntitle: A\nimage: /assets/a.png\n---\na\n',
      'assets/a.png': png(7),
    });
    await instance.strapi.plugin('press').service<ImportService>('import').run(root, {});
    const { cover, property } = await seo();
    expect(cover?.url).toMatch(/^\/uploads\//);
    expect(property('og:image')).toBe(
      `${instance.strapi.config.get<string>('server.absoluteUrl')}${cover?.url}`,
    );
    const query = '{ pressPosts(pagination: { limit: 100 }) { cover { url } } }';
    const asked = () => countStatements(instance, () => askGraphql(instance, query));
    const one = await asked();
    for (let day = 1; day < 9; day += 1) await publish(`T${day}`, `2022-01-0${day}`);
    expect(await asked()).toBe(one);
  });
});
