/**
 * A process with one app, which does one task after the other for `scale-cost.js` and answers each message: so an empty and
 * a full table are measured in turns, and the peak memory of a task is its own.
 */
const { setFlagsFromString } = require('node:v8');
const { startApp } = require('./app');
const { generatedSource } = require('./generated-site');
const { timed } = require('./measured-time');
const { copyToPlainTypes, largestId } = require('./plain-copy');
const { measureRename, peakMemory } = require('./rename-cost');
const { pageMeasures, scaleMeasures } = require('./scale-measures');
const { TYPES } = require('./bench-types');

/** How often each reading measure is taken in a round. */
const READS = 5;

let strapi;
let measures;
let pages;

/** The heap as `strapi-press import` and `strapi-press work` have it. */
function growSlowly() {
  setFlagsFromString('--heap-growing-percent=50');
}

const TASKS = {
  async start({ folder, env }) {
    strapi = await startApp(folder, env);
    return strapi.db.dialect.client;
  },

  async fill({ from, to, all, plain }) {
    growSlowly();
    const before = await largestId(strapi, TYPES.press.post);
    const importer = strapi.plugin('press').service('import');
    const report = await importer.run(generatedSource(from, to, all), {}, ({ files }) =>
      process.send({ progress: [from + files, to] }),
    );
    if (report.counts.created !== to - from)
      throw new Error(`not all were imported: ${JSON.stringify(report.counts)}`);
    const peakMegabytes = peakMemory();
    if (plain) await copyToPlainTypes(strapi, before);
    return { seconds: report.seconds, peakMegabytes };
  },

  analyze: () => timed(() => strapi.db.connection.raw('ANALYZE')),

  /** Looks up what the measures read; again after each filling. */
  async prepare({ plain }) {
    measures = { press: await scaleMeasures(strapi, 'press') };
    if (plain) measures.plain = await scaleMeasures(strapi, 'plain');
  },

  /** Milliseconds of each measure of a side, several for those that only read. */
  async round({ round, side }) {
    const taken = {};
    for (const [name, measure] of Object.entries(measures[side])) {
      const times = name === 'publish' || side === 'plain' ? 1 : READS;
      taken[name] = [];
      for (let turn = 0; turn < times; turn += 1) taken[name].push(await measure(round * READS + turn));
    }
    return taken;
  },

  /** Milliseconds of page 1 and of page 1,000, in turns. */
  async pages({ rounds }) {
    pages = await pageMeasures(strapi);
    const taken = { page: pages.page, first: [], deep: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const which of round % 2 === 0 ? ['first', 'deep'] : ['deep', 'first'])
        taken[which].push(await pages[which]());
    }
    return taken;
  },

  async rename({ name, asCommand }) {
    if (asCommand) growSlowly();
    return measureRename(strapi, name);
  },

  async stop() {
    await strapi.destroy();
  },
};

process.on('message', ({ id, task, options }) => {
  TASKS[task](options).then(
    (result) => process.send({ id, result }),
    (error) => process.send({ id, error: error.stack }),
  );
});
