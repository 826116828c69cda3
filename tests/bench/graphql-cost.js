const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createBenchPlace, startApp } = require('./app');
const { TYPES } = require('./bench-types');
const { openGraphql } = require('./graphql-client');
const { median, timed } = require('./measured-time');
const { copyToPlainTypes } = require('./plain-copy');
const { writeSampleSite } = require('./sample-site');

const POSTS = 300;
const PAGE = 100;
/** `BEGIN` and `COMMIT` are counted too. */
const MOST_QUERIES = 8;
const LEAST_RATIO = 3;

const RELATIONS = {
  press: `{ pressPosts(pagination: { limit: ${PAGE} }) {
    title url shareLinks { network label url } backLinks { kind label url }
    categories { name slug parent { name slug } } tags { name slug }
  } }`,
  plain: `{ plainPosts(pagination: { limit: ${PAGE} }) {
    title url shareLinks backLinks
    categories { name slug parent { name slug } } tags { name slug }
  } }`,
};

const TEXTS = {
  press: `{ pressPosts(pagination: { limit: ${PAGE} }) { html excerptHtml toc { id text } wordCount readingTime } }`,
  plain: `{ plainPosts(pagination: { limit: ${PAGE} }) { body } }`,
};

/**
 * A hundred posts with categories, their parents, tags and links over GraphQL, in turns with plain types that hold the same; and
 * their texts rendered, beside reading them.
 * @returns a section of the table: medians in milliseconds, their ratio, and SQL statements of one request.
 */
async function measureGraphql(rounds, onProgress) {
  const place = await createBenchPlace({ graphql: true });
  const strapi = await startApp(place.folder, place.env);
  try {
    await fill(strapi);
    const ask = await openPages(strapi);
    const { plain, press } = await inTurns(RELATIONS, ask, rounds, onProgress);
    const texts = await inTurns(TEXTS, ask, rounds, onProgress);
    const queries = {};
    for (const side of ['plain', 'press'])
      queries[side] = await statements(strapi, () => ask(RELATIONS[side]));
    return {
      title: `GraphQL: milliseconds (medians of ${rounds} requests)`,
      columns: ['plain', 'press', 'ratio'],
      rows: [
        {
          measure: `${PAGE} posts with categories, parents, tags and links`,
          plain,
          press,
          ratio: plain / press,
          least: LEAST_RATIO,
        },
        { measure: '… SQL statements of one request', ...queries, limit: MOST_QUERIES },
        { measure: `${PAGE} posts with HTML, contents and length, against their bodies`, ...texts },
      ],
    };
  } finally {
    await strapi.destroy();
    await place.remove();
  }
}

/** Medians of both sides in milliseconds, the sides taking turns in going first. */
async function inTurns(queries, ask, rounds, onProgress) {
  const times = { plain: [], press: [] };
  for (let round = -5; round < rounds; round += 1) {
    const sides = round % 2 === 0 ? ['plain', 'press'] : ['press', 'plain'];
    for (const side of sides) {
      const taken = await timed(() => ask(queries[side]));
      if (round >= 0) times[side].push(taken);
    }
    onProgress(round + 6, rounds + 5);
  }
  return { plain: median(times.plain), press: median(times.press) };
}

async function fill(strapi) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-site-'));
  try {
    writeSampleSite(folder, POSTS);
    await strapi.plugin('press').service('import').run(folder, {});
    await putBelow(strapi);
    await copyToPlainTypes(strapi, 0);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Every category gets the first one as its parent. */
async function putBelow(strapi) {
  const categories = strapi.db.query(TYPES.press.category);
  const [first, ...others] = await categories.findMany({ orderBy: { id: 'asc' } });
  for (const { id } of others) await categories.update({ where: { id }, data: { parent: first.id } });
  await strapi.plugin('press').service('jobs').settled();
}

/** @returns what asks a query and looks whether a whole page came. */
async function openPages(strapi) {
  const ask = await openGraphql(
    strapi,
    Object.values(TYPES).flatMap((types) => Object.values(types)),
  );
  return async (query) => {
    const [posts] = Object.values(await ask(query));
    if (posts.length !== PAGE) throw new Error(`a page of ${posts.length} posts`);
  };
}

async function statements(strapi, run) {
  let count = 0;
  const note = () => {
    count += 1;
  };
  strapi.db.connection.on('query', note);
  await run();
  strapi.db.connection.removeListener('query', note);
  return count;
}

module.exports = { measureGraphql };
