/**
 * Draws what `npm run bench -- --curve --json FILE` measured: `node tests/bench/draw-curves.js FILE…` writes
 * `docs/images/performance-<database>.svg` for each file.
 */
const fs = require('node:fs');
const path = require('node:path');
const { curvePicture } = require('./curve-picture');

const DATABASES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const FOLDER = path.resolve(__dirname, '..', '..', 'docs', 'images');

for (const file of process.argv.slice(2)) {
  const { database, points } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const measured = points.filter(({ analyzed }) => !analyzed);
  if (measured.length < 2) throw new Error(`${file}: measured without --curve`);
  const title = `Milliseconds by number of posts, ${DATABASES[database]}`;
  const target = path.join(FOLDER, `performance-${database}.svg`);
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.writeFileSync(target, curvePicture({ title, points: measured }));
  console.log(target);
}
