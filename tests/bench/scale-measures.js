const { LOCALE, TYPES } = require('./bench-types');
const { BIG, NEWEST, OLDEST } = require('./generated-site');
const { timed } = require('./measured-time');

/** What the front page of a site shows of each post. */
const FIELDS = ['title', 'slug', 'date', 'url', 'shareLinks', 'backLinks'];
const PAGE = 20;
const SAMPLED_URLS = 50;
/** The page that is compared with the first one; the last one of a list that has fewer. */
const DEEP_PAGE = 1000;

const LISTS = {
  'latest 20': null,
  'latest 20 of the large category': BIG,
  'latest 20 of the category of the 60 newest': NEWEST,
  'latest 20 of the category of the 60 oldest': OLDEST,
};

/**
 * What is measured on a table of any size.
 * @returns for a side, functions by measure that take the number of the round and give milliseconds.
 */
async function scaleMeasures(strapi, side) {
  const uid = TYPES[side].post;
  const urls = await sampleUrls(strapi);
  const measures = { publish: await publishMeasure(strapi, side) };
  for (const [name, term] of Object.entries(LISTS)) {
    const read = await listReader(strapi, side, term);
    measures[name] = () => timed(() => expectPage(name, read()));
  }
  measures['by url'] = (round) =>
    timed(async () => {
      const url = urls[round % urls.length];
      const post = await strapi
        .documents(uid)
        .findFirst({ locale: LOCALE, status: 'published', filters: { url }, fields: FIELDS });
      if (post?.url !== url) throw new Error(`no post at ${url}`);
    });
  return measures;
}

/** No two posts of a run may have one URL. */
let written = 0;

async function publishMeasure(strapi, side) {
  const posts = strapi.documents(TYPES[side].post);
  const category = await categoryRow(strapi, side, BIG);
  return async () => {
    written += 1;
    const slug = `bench-${side}-${process.pid}-${written}`;
    const { documentId } = await posts.create({
      locale: LOCALE,
      data: {
        title: `渡轮 ${slug}`,
        slug,
        date: '2019-01-05T08:30:00.000Z',
        body: '<p>午后，沿海港口的渡轮恢复通航。</p>\n'.repeat(10),
        categories: [category.documentId],
      },
    });
    return timed(() => posts.publish({ documentId, locale: LOCALE }));
  };
}

/** The newest posts of all, or of a category, as the product reads them; for the plain types as Strapi does. */
async function listReader(strapi, side, term) {
  const query = { locale: LOCALE, status: 'published', sort: 'date:desc', limit: PAGE, fields: FIELDS };
  const posts = strapi.documents(TYPES[side].post);
  if (term === null) return () => posts.findMany(query);
  const { id, documentId } = await categoryRow(strapi, side, term);
  if (side === 'plain') return () => posts.findMany({ ...query, filters: { categories: { documentId } } });
  return () => readListed(strapi, id, null);
}

async function readListed(strapi, term, after) {
  const page = { kind: 'category', terms: [term], locale: LOCALE, status: 'published', first: PAGE, after };
  const { ids } = await strapi.plugin('press').service('listing').page(page);
  return strapi.db
    .query(TYPES.press.post)
    .findMany({ where: { id: { $in: ids } }, select: ['id', ...FIELDS] });
}

/** Page 1 and page 1,000 of the large category: `{ page, first, deep }`, the last two read it and give milliseconds. */
async function pageMeasures(strapi) {
  const listing = strapi.plugin('press').service('listing');
  const { id } = await categoryRow(strapi, 'press', BIG);
  const before = await listing.page({
    kind: 'category',
    terms: [id],
    locale: LOCALE,
    status: 'published',
    first: PAGE * (DEEP_PAGE - 1),
    after: null,
  });
  const pagesBefore = Math.min(DEEP_PAGE - 1, Math.floor(before.cursors.length / PAGE) - 1);
  const cursor = listing.decodeCursor(before.cursors[PAGE * pagesBefore - 1]);
  const read = (after) => () => timed(() => expectPage('a page', readListed(strapi, id, after)));
  return { page: pagesBefore + 1, first: read(null), deep: read(cursor) };
}

async function expectPage(name, reading) {
  const { length } = await reading;
  if (length !== PAGE) throw new Error(`${name}: ${length} posts instead of ${PAGE}`);
}

async function categoryRow(strapi, side, term) {
  return strapi.db.query(TYPES[side].category).findOne({ where: { term, locale: LOCALE } });
}

async function sampleUrls(strapi) {
  const posts = strapi.db.query(TYPES.press.post);
  const [last] = await posts.findMany({ orderBy: { id: 'desc' }, select: ['id'], limit: 1 });
  const urls = [];
  for (let index = 0; index < SAMPLED_URLS; index += 1) {
    const id = Math.floor((last.id * index) / SAMPLED_URLS);
    // Posts that a measure before this one published are not in the plain table.
    const where = { id: { $gte: id }, publishedAt: { $notNull: true }, filePath: { $notNull: true } };
    const post = await posts.findOne({ where, orderBy: { id: 'asc' }, select: ['url'] });
    if (post) urls.push(post.url);
  }
  return urls;
}

module.exports = { categoryRow, pageMeasures, scaleMeasures };
