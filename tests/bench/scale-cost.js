const { createBenchPlace } = require('./app');
const { bigCategorySize, FIRST_POSTS } = require('./generated-site');
const { median } = require('./measured-time');
const { startWorker } = require('./worker-process');

/** What a table of any size may take at most, as a ratio to an empty one. */
const GROWTH_LIMIT = 1.5;
const DEEP_PAGE_LIMIT = 1.2;
const RENAME_SECONDS = 60;
const MEMORY_LIMIT = 400;
/** The plain types are there for comparison and slow: they are measured in one round of so many. */
const PLAIN_EVERY = 5;
const WARM_UP = 3;

const CURVE_SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000];

/**
 * Measures the same on a table that is filled and on one that stays empty (but for the posts that the lists show), in turns.
 * @param options `posts`, `rounds`, `curve`: also at the sizes before, `plain`: also the plain types.
 * @returns `sections` to print, and `points`: every median by size, before and after ANALYZE.
 */
async function measureScale({ posts, rounds, curve, plain }, onProgress) {
  const places = { empty: await createBenchPlace(), full: await createBenchPlace() };
  const workers = {};
  try {
    for (const side of Object.keys(places)) workers[side] = await startWorker(places[side], onProgress);
    const fill = (side, from, to) => workers[side].ask('fill', { from, to, all: posts, plain });
    const filled = { seconds: 0, peakMegabytes: 0 };
    for (const side of Object.keys(places)) await fill(side, 0, FIRST_POSTS);
    const points = [];
    let size = FIRST_POSTS;
    if (curve) points.push(await measurePoint(workers, { size, rounds, plain, analyzed: false }, onProgress));
    for (const next of sizesUpTo(posts, curve)) {
      const { seconds, peakMegabytes } = await fill('full', size, next);
      filled.seconds += seconds;
      filled.peakMegabytes = peakMegabytes;
      size = next;
      points.push(await measurePoint(workers, { size, rounds, plain, analyzed: false }, onProgress));
    }
    for (const worker of Object.values(workers)) await worker.ask('analyze');
    points.push(await measurePoint(workers, { size, rounds, plain, analyzed: true }, onProgress));
    const pages = await workers.full.ask('pages', { rounds: rounds * PLAIN_EVERY });
    await workers.full.stop();
    workers.full = await startWorker(places.full, onProgress);
    const renamed = await workers.full.ask('rename');
    const sections = points.filter((point) => point.size === size).map(growthSection);
    sections.push(largeSection({ posts, filled, pages, renamed }));
    return { sections, points };
  } finally {
    for (const worker of Object.values(workers)) await worker.stop();
    for (const place of Object.values(places)) await place.remove();
  }
}

function sizesUpTo(posts, curve) {
  return [...(curve ? CURVE_SIZES.filter((size) => size < posts) : []), posts];
}

/** Medians of every measure of both tables: `{ size, analyzed, medians: { measure: { empty, full, plainEmpty, plainFull } } }`. */
async function measurePoint(workers, { size, rounds, plain, analyzed }, onProgress) {
  const times = {};
  for (const worker of Object.values(workers)) await worker.ask('prepare', { plain });
  for (let round = -WARM_UP; round < rounds; round += 1) {
    // The order changes each round, so that neither side always pays for what the other left behind.
    const order = round % 2 === 0 ? ['empty', 'full'] : ['full', 'empty'];
    for (const table of order) {
      const sides = plain && round % PLAIN_EVERY === 0 ? ['press', 'plain'] : ['press'];
      for (const side of sides) {
        const taken = await workers[table].ask('round', { round: round + WARM_UP, side });
        if (round >= 0) collect(times, side === 'press' ? table : `plain ${table}`, taken);
      }
    }
    onProgress(round + WARM_UP + 1, rounds + WARM_UP);
  }
  const medians = {};
  for (const [measure, columns] of Object.entries(times)) {
    medians[measure] = {};
    for (const [column, values] of Object.entries(columns)) medians[measure][column] = median(values);
  }
  return { size, analyzed, medians };
}

function collect(times, column, taken) {
  for (const [measure, values] of Object.entries(taken)) {
    times[measure] ??= {};
    times[measure][column] ??= [];
    times[measure][column].push(...values);
  }
}

function growthSection({ size, analyzed, medians }) {
  return {
    title: `${size} posts, ${analyzed ? 'after' : 'before'} ANALYZE: milliseconds (medians)`,
    columns: ['empty', 'full', 'ratio', 'plain empty', 'plain full'],
    rows: Object.entries(medians).map(([measure, times]) => ({
      measure,
      ...times,
      ratio: times.full / times.empty,
      limit: GROWTH_LIMIT,
    })),
  };
}

function largeSection({ posts, filled, pages, renamed }) {
  const first = median(pages.first);
  const deep = median(pages.deep);
  const name = `rename of a category with ${bigCategorySize(posts)} posts`;
  return {
    title: 'Large tables',
    columns: ['value', 'ratio'],
    rows: [
      { measure: 'import of generated posts, posts/s', value: (posts - FIRST_POSTS) / filled.seconds },
      {
        measure: `import of generated posts: peak memory, MB`,
        value: filled.peakMegabytes,
        limit: MEMORY_LIMIT,
      },
      { measure: 'page 1 of the large category, ms', value: first },
      {
        measure: `page ${pages.page} against page 1, ms`,
        value: deep,
        ratio: deep / first,
        limit: DEEP_PAGE_LIMIT,
      },
      { measure: `${name}: saved after, s`, value: renamed.saved },
      { measure: `${name}: all links right after, s`, value: renamed.seconds, limit: RENAME_SECONDS },
      { measure: `${name}: peak memory, MB`, value: renamed.peakMegabytes, limit: MEMORY_LIMIT },
      {
        measure: `wrong links in ${renamed.rows} rows, ${renamed.concerned} of it`,
        value: renamed.wrong,
        limit: 0,
      },
    ],
  };
}

module.exports = { measureScale };
