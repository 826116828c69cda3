/**
 * Measures what archives and neighbours cost in listings of different sizes, over GraphQL as front ends ask. Archives read
 * nothing but the listing and its counts, so that only these are filled, past the hook; a page of real posts is there for
 * the neighbours. Needs a built plugin (`npm run build`); a new database, on SQLite or on the PostgreSQL server of
 * `DATABASE_*`.
 * - `--posts N,N,…`: sizes, in order (1000,100000,1000000) · `--repeats N`: how often each query is asked (20)
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { createBenchPlace, startApp } = require('./app');
const { openGraphql } = require('./graphql-client');
const { median, timed } = require('./measured-time');
const { writeSampleSite } = require('./sample-site');

const { values: options } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000,100000,1000000' },
    repeats: { type: 'string', default: '20' },
  },
});

const POST = 'plugin::press.post';
const PAGE = 100;
/** Posts of twenty years until the end of 2023, in a time zone that sets its clocks. */
const TIMEZONE = 'Europe/Berlin';
const [FIRST, LAST] = [Date.UTC(2004, 0, 2), Date.UTC(2023, 11, 30)];
/** Row ids that no post has. */
const FIRST_ROW = 100_000_000;

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const place = await createBenchPlace({ graphql: true });
  const strapi = await startApp(place.folder, place.env);
  try {
    await strapi
      .plugin('press')
      .service('settings')
      .update({ site: { timezone: TIMEZONE } });
    const category = await importPage(strapi);
    const ask = await openPages(strapi);
    const queries = queriesOf(category.slug);
    const table = [];
    let filled = 0;
    for (const size of options.posts.split(',').map(Number)) {
      await fill(strapi, category, filled, size);
      filled = size;
      for (const [name, query] of Object.entries(queries)) {
        for (let round = 0; round < 3; round += 1) await ask(query);
        const times = [];
        for (let round = 0; round < Number(options.repeats); round += 1)
          times.push(await timed(() => ask(query)));
        table.push({ posts: size, query: name, ms: Number(median(times).toFixed(2)) });
      }
    }
    console.log(`${strapi.db.dialect.client}, medians of ${options.repeats} requests`);
    console.table(table);
  } finally {
    await strapi.destroy();
    await place.remove();
  }
}

function queriesOf(slug) {
  const archive = (args) => `{ pressArchive(${args}) { year month day count } }`;
  const posts = (part) => `{ pressPosts(pagination: { limit: ${PAGE} }) { title ${part} } }`;
  return {
    'all posts by month': archive('by: MONTH'),
    'all posts by year': archive('by: YEAR'),
    'a category by month': archive(`by: MONTH, category: "${slug}"`),
    'days of a month, all posts': archive('by: DAY, year: 2020, month: 5'),
    'days of a year, all posts': archive('by: DAY, year: 2020'),
    'all posts by day': archive('by: DAY'),
    [`${PAGE} posts`]: posts(''),
    [`${PAGE} posts with previous and next`]: posts('previous { title } next { title }'),
  };
}

/** @returns the category that most of the posts have. */
async function importPage(strapi) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-site-'));
  try {
    writeSampleSite(folder, PAGE);
    await strapi.plugin('press').service('import').run(folder, {});
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return strapi.db.query('plugin::press.category').findOne({ where: {}, select: ['id', 'slug', 'locale'] });
}

/** Lists posts from one number on up to another: all in the list of the locale, every third in the category's. */
async function fill(strapi, category, from, to) {
  const list = strapi.db.metadata.get('plugin::press.listing').tableName;
  const counts = strapi.db.metadata.get('plugin::press.listing-count').tableName;
  const [{ list: all }] = await strapi.db.connection(list).where('list', '<', 0).select('list').limit(1);
  const lists = [
    [all, 1],
    [2 * category.id, 3],
  ];
  const step = Math.floor((LAST - FIRST) / to);
  for (const [number, each] of lists) {
    const months = new Map();
    let rows = [];
    const write = async () => {
      if (rows.length > 0) await strapi.db.connection.batchInsert(list, rows, 400);
      rows = [];
    };
    for (let index = from; index < to; index += each) {
      const date = FIRST + index * step;
      const day = new Date(date);
      const month = day.getUTCFullYear() * 100 + day.getUTCMonth() + 1;
      months.set(month, (months.get(month) ?? 0) + 1);
      rows.push({ list: number, status: 1, date, post: FIRST_ROW + index });
      if (rows.length === 50_000) await write();
    }
    await write();
    const sums = [...months].map(([month, amount]) => ({ list: number, status: 1, month, amount }));
    await strapi.db.connection.batchInsert(counts, sums, 400);
  }
  if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('vacuum analyze ??', [list]);
  else await strapi.db.connection.raw('analyze');
}

/** @returns what asks a query and looks whether anything came. */
async function openPages(strapi) {
  const ask = await openGraphql(strapi, [POST]);
  return async (query) => {
    const [found] = Object.values(await ask(query));
    if (found.length === 0) throw new Error(`nothing came for ${query}`);
  };
}
