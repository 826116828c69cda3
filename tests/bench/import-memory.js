/**
 * Peak memory of an import, of a second one, of one of changed files and of a dry run, each in a process of its own as the command line runs it. `--files N` (default
 * 300000) short posts, one in ten of which has a warning and one in a hundred an error; `--stream` sends them as lines of
 * JSON. Needs a built plugin.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createAppFolder } = require('./app');

const COMMAND = path.resolve(__dirname, '..', '..', 'server', 'bin', 'strapi-press.js');

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

async function main() {
  const files = Number(option('--files') ?? 300_000);
  const streamed = process.argv.includes('--stream');
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'press-memory-site-'));
  const app = createAppFolder();
  try {
    if (!streamed) writeFiles(site, files, '');
    for (const name of ['import', 'import again', 'import of changed files', 'dry run of new files']) {
      const flags = name.startsWith('dry run') ? ['--dry-run'] : ['--report', 'report.json'];
      const change = name.endsWith('changed files') ? ' (changed)' : '';
      if (name.startsWith('dry run')) fs.rmSync(app.database);
      if (!streamed && change !== '') writeFiles(site, files, change);
      const feed = streamed ? (stream) => sendLines(stream, files, change) : null;
      const { megabytes, seconds } = await measure(app, [streamed ? '-' : site, ...flags], feed);
      console.log(
        `${name}: ${files} files in ${seconds.toFixed(0)} s, ${Math.round(files / seconds)} files/s, at most ${megabytes} MB`,
      );
    }
  } finally {
    for (const folder of [site, app.folder]) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param feed writes to the standard input of the command; null where it has none. */
function measure({ folder, database }, args, feed) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(process.execPath, [COMMAND, 'import', ...args], {
      cwd: folder,
      env: { ...process.env, DATABASE_FILENAME: database },
      stdio: [feed ? 'pipe' : 'ignore', 'ignore', 'inherit'],
    });
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, peakOf(child.pid));
    }, 100);
    if (feed) feed(child.stdin).catch(reject);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ megabytes: Math.round(most / 1024), seconds: (Date.now() - started) / 1000 });
      else reject(new Error(`the import ended with ${code}`));
    });
  });
}

/** The peak of a process so far in kilobytes, as Linux keeps it; 0 for one that has ended. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** @param change what the titles of a later state of the site say. */
function postOf(number, change) {
  const day = `2020-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
  const title = number % 100 === 0 ? '""' : `Post ${number}${change}`;
  const date = `${day} 08:43:42${number % 10 === 0 ? '' : ' +0800'}`;
  return {
    path: `_posts/${day}-post-number-${number}.md`,
    content: `---\ntitle: ${title}\ndate: ${date}\ncategories: c${number % 2000}\n---\nText of post ${number}.\n`,
  };
}

function writeFiles(folder, count, change) {
  fs.mkdirSync(path.join(folder, '_posts'), { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const { path: name, content } = postOf(number, change);
    fs.writeFileSync(path.join(folder, name), content);
  }
}

async function sendLines(stream, count, change) {
  for (let number = 1; number <= count; number += 1) {
    const line = `${JSON.stringify(postOf(number, change))}\n`;
    if (!stream.write(line)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
}

function option(name) {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
