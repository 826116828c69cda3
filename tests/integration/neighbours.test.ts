import { POST_UID } from '../../server/src/plugin-id';
import { countStatements } from './count-statements';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = actionsOn(['post', 'category', 'tag'], ['find', 'findOne']);
const PRESS = { site: { url: 'https://paper.example' } };

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({ locales: ['zh-Hans'], press: PRESS });
});

afterAll(() => instance.stop());

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await setPublicActions(instance.strapi, READ);
});

async function write(title: string, date: string, more = '', locale = 'en', status = 'published') {
  const { documentId } = await documentsOf(instance.strapi, POST_UID).create({
    locale,
    status,
    data: { frontMatter: `title: ${title}\ndate: ${date}\n${more}`, body: 'Text.\n' },
  });
  return documentId;
}

interface Neighboured {
  title: string;
  previous: { title: string } | null;
  next: { title: string } | null;
}

/** `older < title < newer` for each post of a query's answer. */
async function lines(args: string, more = '', root = 'pressPosts'): Promise<string[]> {
  const query = `{ ${root}${args} { title previous${more} { title } next${more} { title } } }`;
  const { data, errors } = await askGraphql(instance, query);
  expect({ query, errors }).toEqual({ query, errors: [] });
  const posts = [data?.[root] as Neighboured | Neighboured[]].flat();
  return posts.map(
    ({ title, previous, next }) => `${previous?.title ?? '|'} < ${title} < ${next?.title ?? '|'}`,
  );
}

describe('the neighbours of a post', () => {
  it('are the next older and the next newer one, of equal dates as in the list by cursor', async () => {
    for (const [title, date] of [
      ['C', '2022-02-01'],
      ['A', '2022-01-01'],
      ['D', '2022-02-01'],
      ['B', '2022-01-15'],
      ['E', '2022-02-01'],
    ])
      await write(title, date);
    const { data } = await askGraphql(instance, '{ pressPostsByCursor { nodes { title } } }');
    const { nodes } = data?.pressPostsByCursor as { nodes: { title: string }[] };
    const order = ['|', ...nodes.map(({ title }) => title).reverse(), '|'];
    const expected = order
      .slice(1, -1)
      .map((title, index) => `${order[index]} < ${title} < ${order[index + 2]}`);
    expect((await lines('')).sort()).toEqual(expected.sort());
    expect(expected).toContain('A < B < C');
  });

  it('stay in the first category of the post where that is asked for', async () => {
    await write('A', '2022-01-01', 'categories: town\n');
    await write('B', '2022-01-02', 'categories: sea\n');
    await write('C', '2022-01-03', 'categories: [sea, town]\n');
    await write('D', '2022-01-04', 'categories: town\n');
    await write('E', '2022-01-05');
    expect((await lines('(sort: "date")', '(sameCategory: true)')).sort()).toEqual([
      'B < C < |',
      // C has the category too, though not as its first.
      'C < D < |',
      '| < A < C',
      '| < B < C',
      '| < E < |',
    ]);
    expect(await lines('(filters: { title: { eq: "B" } })')).toEqual(['A < B < C']);
  });

  it('are of its locale, and neither drafts nor dated ahead', async () => {
    await write('A', '2022-01-01');
    await write('draft', '2022-01-02', '', 'en', 'draft');
    await write('elsewhere', '2022-01-02', '', 'zh-Hans');
    const taken = await write('taken', '2022-01-02');
    await documentsOf(instance.strapi, POST_UID).unpublish({ documentId: taken, locale: 'en' });
    await write('B', '2022-01-03');
    await write('ahead', '2999-01-01');
    await write('further', '2999-01-02');
    expect((await lines('(sort: "date")')).sort()).toEqual(['A < B < |', '| < A < B']);
    expect(await lines('(locale: "zh-Hans")')).toEqual(['| < elsewhere < |']);
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    expect(await lines('(filters: { title: { eq: "further" } })')).toEqual(['B < further < |']);
    instance = await instance.restart({ ...PRESS, future: true });
    expect(await lines('(filters: { title: { eq: "ahead" } })')).toEqual(['B < ahead < further']);
    instance = await instance.restart(PRESS);
  });

  it('of a draft are drafts, for those who may see them', async () => {
    await write('A', '2022-01-01');
    await write('B', '2022-01-02', '', 'en', 'draft');
    await write('C', '2022-01-03');
    const drafts = '(status: DRAFT, filters: { title: { eq: "C" } })';
    await setPublicActions(instance.strapi, [...READ, ...actionsOn(['post'], ['update'])]);
    expect(await lines(drafts)).toEqual(['B < C < |']);
    expect(await lines('(filters: { title: { eq: "C" } })')).toEqual(['A < C < |']);
  });

  it('are found from a single post, a list by cursor, a URL, another language and a neighbour', async () => {
    await write('A', '2022-01-01');
    const second = await write('B', '2022-01-02', 'slug: b\n');
    await write('C', '2022-01-03');
    await write('甲', '2022-01-01', '', 'zh-Hans');
    await documentsOf(instance.strapi, POST_UID).update({
      documentId: second,
      locale: 'zh-Hans',
      status: 'published',
      data: { frontMatter: 'title: 乙\ndate: 2022-01-02\n', body: '' },
    });
    expect(await lines(`(documentId: "${second}")`, '', 'pressPost')).toEqual(['A < B < C']);
    const part = 'title previous { title } next { title next { title } previous { title } }';
    const { data, errors } = await askGraphql(
      instance,
      `{ pressPostsByCursor(first: 1, year: 2022, month: 1, day: 2) { nodes { ${part} } }
         pressNodeByUrl(url: "/2022/01/02/b.html") { ... on PressPost { ${part} } }
         pressPost(documentId: "${second}") { localizations { title previous { title } next { title } } } }`,
    );
    expect(errors).toEqual([]);
    const found = {
      title: 'B',
      previous: { title: 'A' },
      next: { title: 'C', next: null, previous: { title: 'B' } },
    };
    expect(data).toEqual({
      pressPostsByCursor: { nodes: [found] },
      pressNodeByUrl: found,
      pressPost: { localizations: [{ title: '乙', previous: { title: '甲' }, next: null }] },
    });
  });

  it('take as many queries for many posts as for few', async () => {
    for (let day = 10; day < 30; day += 1)
      await write(`P${day}`, `2022-01-${day}`, `categories: ${day % 2 ? 'odd' : 'even'}\n`);
    const queriesFor = (limit: number): Promise<number> =>
      countStatements(instance, async () => {
        const { errors } = await askGraphql(
          instance,
          `{ pressPosts(sort: "date", pagination: { limit: ${limit} }) { title previous { title } next { title }
             inCategory: next(sameCategory: true) { title } } }`,
        );
        expect(errors).toEqual([]);
      });
    await queriesFor(1);
    const few = await queriesFor(2);
    expect(few).toBeLessThanOrEqual(10);
    expect(await queriesFor(20)).toBeLessThanOrEqual(few);
  });

  it('need the permission to find posts', async () => {
    const documentId = await write('A', '2022-01-01');
    await setPublicActions(instance.strapi, ['plugin::press.post.findOne']);
    const { data, errors } = await askGraphql(
      instance,
      `{ pressPost(documentId: "${documentId}") { title previous { title } next { title } } }`,
    );
    expect(data).toEqual({ pressPost: { title: 'A', previous: null, next: null } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});
