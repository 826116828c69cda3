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
const WARM_UP = 10;
/** Pages are read fast: so many times as often. */
const PAGES_PER_ROUND = 5;

const CURVE_SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000];

/**
 * Measures the same on a table that is filled and on one that stays empty (but for the posts that the lists show), in turns.
 * @param options `posts`, `rounds`, `curve`: also at the sizes before, `plain`: also the plain types.
 * @returns `sections` to print, and `points`: every median by size, before and after ANALYZE.
 */
async function measureScale({ posts, rounds, curve, plain }, onProgress) {
  const places = { empty: await createBenchPlace(), full: await createBenchPlace() };
  const alone = (place, run) => inOwnProcess(place, onProgress, run);
  const fill = (place, from, to) =>
    alone(place, (worker) => worker.ask('fill', { from, to, all: posts, plain }));
  const points = [];
  const measure = async (size, analyzed) =>
    points.push(await measurePoint(places, { size, analyzed, rounds, plain }, onProgress));
  try {
    for (const place of Object.values(places)) await fill(place, 0, FIRST_POSTS);
    if (curve) await measure(FIRST_POSTS, false);
    const fillings = [];
    let size = FIRST_POSTS;
    for (const next of sizesUpTo(posts, curve)) {
      fillings.push({ posts: next - size, ...(await fill(places.full, size, next)) });
      size = next;
      await measure(size, false);
    }
    for (const place of Object.values(places)) await alone(place, (worker) => worker.ask('analyze'));
    await measure(size, true);
    const pages = await alone(places.full, (worker) =>
      worker.ask('pages', { rounds: rounds * PAGES_PER_ROUND }),
    );
    const renamed = await alone(places.full, (worker) =>
      worker.ask('rename', { name: '港口新闻', asCommand: true }),
    );
    const renamedByServer = await alone(places.full, (worker) => worker.ask('rename', { name: '码头新闻' }));
    const sections = points.filter((point) => point.size === size).map(growthSection);
    sections.push(largeSection({ posts, fillings, pages, renamed, renamedByServer }));
    return { sections, points, fillings };
  } finally {
    for (const place of Object.values(places)) await place.remove();
  }
}

async function inOwnProcess(place, onProgress, run) {
  const worker = await startWorker(place, onProgress);
  try {
    return await run(worker);
  } finally {
    await worker.stop();
  }
}

function sizesUpTo(posts, curve) {
  return [...(curve ? CURVE_SIZES.filter((size) => size < posts) : []), posts];
}

/** Medians of every measure: `{ size, analyzed, medians: { measure: { empty, full, 'plain empty', 'plain full' } } }`. */
async function measurePoint(places, { size, analyzed, rounds, plain }, onProgress) {
  // Both processes are new, so that neither has seen more posts than the other.
  const medians = await inOwnProcess(places.empty, onProgress, (empty) =>
    inOwnProcess(places.full, onProgress, (full) =>
      measureInTurns({ empty, full }, { rounds, plain }, onProgress),
    ),
  );
  return { size, analyzed, medians };
}

async function measureInTurns(workers, { rounds, plain }, onProgress) {
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
  return medians;
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

function largeSection({ posts, fillings, pages, renamed, renamedByServer }) {
  const { posts: imported, seconds, peakMegabytes } = fillings.at(-1);
  const first = median(pages.first);
  const deep = median(pages.deep);
  const name = `rename of a category with ${bigCategorySize(posts)} posts`;
  return {
    title: 'Large tables',
    columns: ['value', 'ratio'],
    rows: [
      { measure: `import of ${imported} generated posts, posts/s`, value: imported / seconds },
      {
        measure: `import of ${imported} generated posts: peak memory, MB`,
        value: peakMegabytes,
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
        measure: `${name}: peak memory with V8's own growth of the heap, MB`,
        value: renamedByServer.peakMegabytes,
      },
      {
        measure: `wrong links in ${renamed.rows} rows, ${renamed.concerned} of it`,
        value: renamed.wrong + renamedByServer.wrong,
        limit: 0,
      },
    ],
  };
}

module.exports = { measureScale };
