/**
 * Measures what the plugin costs, as ratios taken in one run: hook and import against plain Strapi types with the same
 * attributes, reading and writing against an empty table. Needs a built plugin (`npm run build`); a new database for each
 * part, on SQLite or on the PostgreSQL server of `DATABASE_*`.
 * - `--only hook,import,graphql,scale`: some parts
 * - `--rounds N`: writes of the hook (200) · `--files N`: files of the import (10000)
 * - `--posts N`: posts of the large table (300000) · `--repeats N`: how often each measure is taken there (50)
 * - `--no-plain`: leaves the plain types out of the large table, `--curve`: measures smaller tables too
 * - `--json FILE`: every figure by name · `--markdown FILE`: the table for a document
 * - `--profile FILE`: what the import spent its time on, as a `.cpuprofile`
 */
const fs = require('node:fs');
const { parseArgs } = require('node:util');
const { createBenchApp } = require('./app');
const { measureGraphql } = require('./graphql-cost');
const { measureHook } = require('./hook-cost');
const { measureImport } = require('./import-cost');
const { measureScale } = require('./scale-cost');
const { asMarkdown, asText } = require('./table');

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'hook,import,graphql,scale' },
    rounds: { type: 'string', default: '200' },
    files: { type: 'string', default: '10000' },
    posts: { type: 'string', default: '300000' },
    repeats: { type: 'string', default: '50' },
    'no-plain': { type: 'boolean', default: false },
    curve: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
    profile: { type: 'string' },
  },
});

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const parts = options.only.split(',');
  const [rounds, files, posts, repeats] = ['rounds', 'files', 'posts', 'repeats'].map(numberOf);
  const database = process.env.DATABASE_CLIENT === 'postgres' ? 'postgres' : 'sqlite';
  const sections = [];
  let scale;
  if (parts.includes('hook') || parts.includes('import')) {
    const app = await createBenchApp();
    try {
      if (parts.includes('hook')) sections.push(await measureHook(app.strapi, rounds, progress));
      if (parts.includes('import')) {
        const { profile } = options;
        sections.push(await measureImport(app.strapi, { files, profile }, progress));
      }
    } finally {
      await app.stop();
    }
  }
  if (parts.includes('graphql')) sections.push(await measureGraphql(rounds, progress));
  if (parts.includes('scale')) {
    const { curve } = options;
    scale = await measureScale({ posts, rounds: repeats, curve, plain: !options['no-plain'] }, progress);
    sections.push(...scale.sections);
  }
  console.log(`\n${asText(sections)}`);
  if (options.markdown) fs.writeFileSync(options.markdown, asMarkdown(sections));
  if (options.json) {
    const { points, fillings } = scale ?? {};
    const result = { database, rounds, files, posts, repeats, sections, points, fillings };
    fs.writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
  }
}

function progress(done, all) {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${all}          `);
}

function numberOf(name) {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value <= 0)
    throw new Error(`--${name} ${options[name]}: expected a number above 0`);
  return value;
}
