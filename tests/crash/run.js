/**
 * Kills an import with SIGKILL at random moments, starts it again until it ends, and compares every row with those of an
 * import that nobody killed; then the same with the import of a site most of whose files changed, and with the job that
 * follows the new name of the largest category. `--kills N` (default 8), `--files N` (default 4000), `--seed N`. Needs a built plugin.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createAppFolder } = require('../bench/app');
const { writeSampleSite } = require('../bench/sample-site');
const { comparableRows } = require('./comparable-rows');
const { countLabel, renameLargestCategory } = require('./rename');

const COMMAND = path.resolve(__dirname, '..', '..', 'server', 'bin', 'strapi-press.js');

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const kills = Number(option('--kills') ?? 8);
  const files = Number(option('--files') ?? 4000);
  const seed = Number(option('--seed') ?? Math.floor(Math.random() * 1e9));
  console.log(`crash: ${files} files, ${kills} kills, seed ${seed}`);
  const random = randomNumbers(seed);
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'press-crash-site-'));
  const whole = createAppFolder();
  const killed = createAppFolder();
  try {
    writeSampleSite(site, files);
    await importSite(whole, site);
    const full = sizeOf(whole);
    let hits = 0;
    for (let number = 1; number <= kills; number += 1) {
      // A little further each time, as the database grows, and some milliseconds later, in the middle of whatever it does.
      const size = sizeOf(killed) + ((full - sizeOf(killed)) * random()) / (kills - number + 2);
      const died = await importSite(killed, site, { size, later: 60 * random() });
      if (died) hits += 1;
      console.log(`crash: ${died ? 'killed' : 'ended before it was killed'}, ${countPosts(killed)} posts`);
    }
    await importSite(killed, site);
    const created = compareTables(whole, killed);
    changeSite(site, random);
    const started = Date.now();
    await importSite(whole, site);
    const taken = Date.now() - started;
    let changeHits = 0;
    for (let number = 1; number <= kills; number += 1) {
      const died = await importSite(killed, site, { size: 0, later: taken * (0.3 + 0.7 * random()) });
      if (died) changeHits += 1;
      const left = changesLeft(whole, killed);
      console.log(`crash: ${died ? 'killed' : 'ended before it was killed'}, ${left} changed posts left`);
    }
    await importSite(killed, site);
    const changed = compareTables(whole, killed);
    const jobHits = await killJobs(whole, killed, kills, random);
    const renamed = compareTables(whole, killed);
    console.log(`crash: ${hits} + ${changeHits} + ${jobHits} of ${3 * kills} killed`);
    const allKilled = hits > 0 && changeHits > 0 && jobHits > 0;
    return created && changed && renamed && allKilled ? 0 : 1;
  } finally {
    for (const folder of [site, whole.folder, killed.folder])
      fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares every row of two apps; tables that differ are named. */
function compareTables(whole, killed) {
  const expected = comparableRows(whole.database);
  const actual = comparableRows(killed.database);
  const differing = Object.keys(expected).filter(
    (table) => actual[table].join('\n') !== expected[table].join('\n'),
  );
  for (const table of differing) {
    console.log(
      `crash: ${table} differs: ${expected[table].length} rows expected, ${actual[table].length} found`,
    );
  }
  const rows = Object.values(expected).reduce((sum, found) => sum + found.length, 0);
  console.log(`crash: ${rows} rows compared, ${differing.length} tables differ`);
  return differing.length === 0;
}

/** Renames a category in both apps; in one of them the job that follows is killed again and again. */
async function killJobs(whole, killed, kills, random) {
  for (const app of [whole, killed]) renameLargestCategory(app, 'Renamed');
  await runCommand(whole, ['work', '--once']);
  const total = countLabel(whole, 'Renamed');
  let hits = 0;
  for (let number = 1; number <= kills; number += 1) {
    const done = countLabel(killed, 'Renamed');
    const until = done + ((total - done) * random()) / (kills - number + 2);
    const died = await runCommand(killed, ['work', '--once'], {
      due: () => countLabel(killed, 'Renamed') > until,
      later: 60 * random(),
    });
    if (died) hits += 1;
    const now = countLabel(killed, 'Renamed');
    console.log(
      `crash: job ${died ? 'killed' : 'ended before it was killed'}, ${now} of ${total} rows renamed`,
    );
  }
  await runCommand(killed, ['work', '--once']);
  return hits;
}

/** Gives nine of ten files another title, category and body, and takes some of them back or breaks them. */
function changeSite(site, random) {
  const folder = path.join(site, '_posts');
  for (const [number, name] of fs.readdirSync(folder).sort().entries()) {
    if (random() < 0.1) continue;
    const file = path.join(folder, name);
    const extra = number % 7 === 0 ? 'published: false\n' : number % 11 === 0 ? 'date: never\n' : '';
    const text = fs
      .readFileSync(file, 'utf8')
      .replace(/^title: "/m, `${extra}title: "${number} `)
      .replace(/^categories: .*/m, `categories: [changed${number % 9}, emnews]`);
    fs.writeFileSync(file, `${text}Changed.\n`);
  }
}

/** Posts whose file is another one in the first app. */
function changesLeft(whole, killed) {
  const Database = require('better-sqlite3');
  const read = ({ database }) => {
    const db = new Database(database);
    try {
      return db.prepare('SELECT file_path, file_hash FROM press_posts WHERE published_at IS NULL').all();
    } finally {
      db.close();
    }
  };
  const wanted = new Map(read(whole).map((row) => [row.file_path, row.file_hash]));
  return read(killed).filter((row) => wanted.get(row.file_path) !== row.file_hash).length;
}

/**
 * Imports a site into an app, and kills the import some milliseconds after the database has reached a size.
 * @returns whether it was killed.
 */
function importSite(app, site, kill) {
  const due = () => sizeOf(app) >= kill.size;
  return runCommand(app, ['import', site], kill && { due, later: kill.later });
}

/**
 * Runs the command in an app, and kills it some milliseconds after it is due.
 * @returns whether it was killed.
 */
function runCommand({ folder, database }, args, kill) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_FILENAME: database },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const timer =
      kill &&
      setInterval(() => {
        if (!kill.due()) return;
        clearInterval(timer);
        setTimeout(() => child.kill('SIGKILL'), kill.later);
      }, 5);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(timer);
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`strapi-press ${args[0]} ended with ${code}: ${stderr}`));
    });
  });
}

function sizeOf({ database }) {
  return fs.statSync(database, { throwIfNoEntry: false })?.size ?? 0;
}

function countPosts({ database }) {
  const Database = require('better-sqlite3');
  // Not read-only: the journal of the transaction that was killed is rolled back by whoever opens the file first.
  const db = new Database(database);
  try {
    return db.prepare('SELECT count(*) AS posts FROM press_posts WHERE published_at IS NULL').get().posts;
  } catch {
    // Killed before there were tables.
    return 0;
  } finally {
    db.close();
  }
}

function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function option(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
