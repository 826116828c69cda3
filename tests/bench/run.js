/**
 * Measures what the plugin costs as ratios to plain Strapi types with the same attributes, taken in turns in one run and
 * one process. `--rounds N` (default 200), `--json FILE` writes every figure by name.
 * Needs a built plugin (`npm run build`).
 */
const fs = require('node:fs');
const { createBenchApp } = require('./app');
const { measureHook } = require('./hook-cost');

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const rounds = Number(option('--rounds') ?? 200);
  const app = await createBenchApp();
  try {
    const rows = await measureHook(app.strapi, rounds, progress);
    printTable(rows, rounds);
    const file = option('--json');
    if (file)
      fs.writeFileSync(file, `${JSON.stringify({ database: app.database, rounds, rows }, null, 2)}\n`);
  } finally {
    await app.stop();
  }
}

function printTable(rows, rounds) {
  console.log(`\nmedian of ${rounds}, milliseconds`);
  console.log('measure                    plain   press   ratio   at most');
  for (const { measure, plain, press, ratio, limit } of rows) {
    const columns = [plain.toFixed(2), press.toFixed(2), ratio.toFixed(2), limit.toFixed(2)];
    console.log(
      `${measure.padEnd(24)}${columns.map((text) => text.padStart(8)).join('')}${ratio <= limit ? '' : '   over'}`,
    );
  }
}

function progress(done, all) {
  if (process.stdout.isTTY) process.stdout.write(`\rround ${done} of ${all}`);
}

function option(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
