import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf, type TestDocuments } from './documents';
import { allPostRows, expectInvariants, type PostRow } from './invariants';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance;
let strapi: Core.Strapi;
let posts: TestDocuments;

const LOCALE = 'en';
const TERMS = ['news', 'a b', 'no', '临沂', '1,000'];

beforeAll(async () => {
  instance = await startStrapi({
    press: { site: { url: 'https://paper.example', timezone: 'Asia/Shanghai' } },
  });
  strapi = instance.strapi;
  posts = documentsOf(strapi, POST_UID);
});

afterAll(() => instance.stop());

beforeEach(() => deleteEverything(strapi));

/** Headers of all the styles that people write. */
const HEADERS = [
  'title: A\ndate: 2021-12-29 08:43:42 +0800\n',
  '# ours\r\ntitle:   "A: b"   # shown\r\nlayout: post\r\ndate: 2021-12-08\r\ncategories: news  临沂\r\ntags: [x,  "y z"]\r\n',
  "title: 'It''s'\ncategories:\n  - news # first\n  - a b\ntags:\n- 'no'\nrating: {a: 1}\n",
  'layout: post\ntitle: >\n  folded\n  text\ncategory: a b\ntag: t\ndate: "Dec 8, 2021"\nexcerpt: |\n  a\n  b\n',
  'slug: own\ntitle: 2021\nauthor: {name: x}\ntags: u v\nupdated: 1:2:3\n',
  'title: A\n',
];

const text = fc.constantFrom(
  'A title',
  'no',
  '12:30',
  '1,000',
  '0777',
  '2021-12-08',
  "it's #1",
  '“x”: y',
  '临沂 🦜',
  '- a',
  ' x',
  '~',
);
const terms = fc.uniqueArray(fc.constantFrom(...TERMS), { maxLength: 3 });

interface Fields {
  title?: string;
  date?: string;
  layout?: string | null;
  author?: string | null;
  excerpt?: string | null;
  categories?: string[];
  tags?: string[];
}

const fields: fc.Arbitrary<Fields> = fc.record(
  {
    title: text,
    date: fc.constantFrom('2021-12-29T00:43:42.000Z', '1999-01-01T00:00:00.000Z', '2024-02-29T23:59:59.000Z'),
    layout: fc.option(text),
    author: fc.option(text),
    excerpt: fc.option(text),
    categories: terms,
    tags: terms,
  },
  { requiredKeys: [] },
);

/** The row ids that a relation takes, by term. */
async function idsOf(uid: typeof CATEGORY_UID | typeof TAG_UID, names: string[]): Promise<string[]> {
  const found: unknown = await strapi.db.query(uid).findMany({ where: { term: { $in: names } } });
  const known = new Map(
    (found as { term: string; documentId: string }[]).map((row) => [row.term, row.documentId]),
  );
  const ids: string[] = [];
  for (const term of names) {
    const documentId =
      known.get(term) ??
      (await documentsOf(strapi, uid).create({ locale: LOCALE, data: { name: term, term } })).documentId;
    ids.push(documentId);
  }
  return ids;
}

async function dataOf({ categories, tags, ...scalars }: Fields): Promise<Record<string, unknown>> {
  return {
    ...scalars,
    ...(categories ? { categories: await idsOf(CATEGORY_UID, categories) } : {}),
    ...(tags ? { tags: await idsOf(TAG_UID, tags) } : {}),
  };
}

const fieldsOf = (row: PostRow): Fields => ({
  title: row.title ?? '',
  date: new Date(String(row.date)).toISOString(),
  layout: row.layout,
  author: row.author,
  excerpt: row.excerpt,
  categories: row.categories.map(({ term }) => term ?? ''),
  tags: row.tags.map(({ term }) => term ?? ''),
});

async function draftOf(documentId: string): Promise<PostRow> {
  const row = (await allPostRows(strapi)).find((one) => one.documentId === documentId && !one.publishedAt);
  if (!row) throw new Error('no draft');
  return row;
}

async function isPublished(documentId: string): Promise<boolean> {
  return (
    (await strapi.db.query(POST_UID).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
  );
}

const refused = (error: unknown) => error instanceof Error && error.name === 'ValidationError';

/** Does something that may be refused, whole. */
async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (refused(error)) return false;
    throw error;
  }
}

describe.each(HEADERS)('a post with the header %j', (frontMatter) => {
  it('keeps text and fields in agreement whatever is done with it, and undoing gives its bytes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            { weight: 4, arbitrary: fields.map((change) => ({ do: 'edit' as const, change })) },
            {
              weight: 1,
              arbitrary: fc
                .constantFrom(...(['publish', 'unpublish', 'discard', 'same'] as const))
                .map((name) => ({ do: name })),
            },
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (steps) => {
          await deleteEverything(strapi);
          const created = await posts.create({ locale: LOCALE, data: { frontMatter, body: 'Text.' } });
          const target = { documentId: created.documentId, locale: LOCALE };
          const first = await draftOf(target.documentId);
          for (const step of steps) {
            const before = await draftOf(target.documentId);
            if (step.do === 'edit') {
              const data = await dataOf(step.change);
              const done = await attempt(() => posts.update({ ...target, data }));
              const now = fieldsOf(await draftOf(target.documentId));
              expect(now).toEqual(done ? { ...fieldsOf(before), ...step.change } : fieldsOf(before));
            }
            if (step.do === 'same') {
              await posts.update({ ...target, data: await dataOf(fieldsOf(before)) });
              expect((await draftOf(target.documentId)).frontMatter).toBe(before.frontMatter);
            }
            if (step.do === 'publish') await attempt(() => posts.publish(target));
            if (step.do === 'unpublish') await posts.unpublish(target);
            // Without a published version Strapi has nothing to go back to, and deletes the post.
            if (step.do === 'discard' && (await isPublished(target.documentId)))
              await posts.discardDraft(target);
            await expectInvariants(strapi);
          }
          if (steps.every((step) => step.do === 'edit' || step.do === 'same')) {
            await posts.update({ ...target, data: await dataOf(fieldsOf(first)) });
            expect((await draftOf(target.documentId)).frontMatter).toBe(first.frontMatter);
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});
