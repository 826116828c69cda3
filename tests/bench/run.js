/**
 * Measures what the plugin costs as ratios to plain Strapi types with the same attributes, taken in turns in one run and
 * one process. `--only hook` or `--only import`, `--rounds N` of the hook (default 200), `--files N` of the import (default
 * 10000), `--json FILE` writes every figure by name.
 * Needs a built plugin (`npm run build`).
 */
const fs = require('node:fs');
const { createBenchApp } = require('./app');
const { measureHook } = require('./hook-cost');
const { measureImport } = require('./import-cost');

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const rounds = Number(option('--rounds') ?? 200);
  const files = Number(option('--files') ?? 10_000);
  const only = option('--only');
  const app = await createBenchApp();
  const rows = [];
  try {
    if (only !== 'import') rows.push(...(await measureHook(app.strapi, rounds, progress)));
    if (only !== 'hook') rows.push(...(await measureImport(app.strapi, files, progress)));
    printTable(rows, { rounds, files });
    const file = option('--json');
    if (file)
      fs.writeFileSync(file, `${JSON.stringify({ database: app.database, rounds, files, rows }, null, 2)}\n`);
  } finally {
    await app.stop();
  }
}

function printTable(rows, { rounds, files }) {
  console.log(`\nmilliseconds: medians of ${rounds} writes, means of ${files} files`);
  console.log(`${'measure'.padEnd(52)}   plain   press    ratio   must be`);
  for (const { measure, plain, press, ratio, limit, least } of rows) {
    const met = limit === undefined ? ratio >= least : ratio <= limit;
    const columns = [plain?.toFixed(2) ?? '', press.toFixed(2), ratio.toFixed(2)];
    const bound = limit === undefined ? `>= ${least}` : `<= ${limit.toFixed(2)}`;
    console.log(
      `${measure.padEnd(50)}${columns.map((text) => text.padStart(9)).join('')}   ${bound}${met ? '' : '   missed'}`,
    );
  }
}

function progress(done, all) {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${all}`);
}

function option(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
