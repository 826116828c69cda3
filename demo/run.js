/**
 * Builds the plugin and the admin, imports the sample site, starts the demo app and shows one query with its answer.
 * `--once` ends after the answer. The database and the built admin stay in `demo/`, so a second start is quick.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const DEMO = __dirname;
const PROJECT = path.dirname(DEMO);
const once = process.argv.includes('--once');

const QUERY = `{
  pressPosts(sort: "date:desc", pagination: { limit: 1 }, filters: { categories: { term: { eq: "wenhua" } } }) {
    title
    url
    shareLinks { network label url }
    backLinks { kind label url category { name slug } }
  }
}`;

main().catch((error) => {
  console.error(`\nThe demo could not start: ${error.message}`);
  process.exitCode = 1;
});

async function main() {
  const steps = [
    ['Build the plugin', buildPlugin],
    ['Build the admin', buildAdmin],
    ['Import the sample site demo/site', importSite],
  ];
  for (const [index, [title, run]] of steps.entries())
    await step(`[${index + 1}/${steps.length + 1}] ${title}`, run);
  console.log(`[${steps.length + 1}/${steps.length + 1}] Start Strapi`);
  await serve();
}

async function buildPlugin() {
  linkCommand();
  const sources = ['core', 'content-types', 'server/src', 'admin/src', 'package.json'].map((name) =>
    path.join(PROJECT, name),
  );
  const built = path.join(PROJECT, 'dist', 'cli', 'index.js');
  if (isNewer(built, sources)) return 'up to date';
  await run('npm', ['run', 'build'], PROJECT);
  return undefined;
}

/** Lets `npx strapi-press` work in this folder, as it does in an app that installed the plugin. */
function linkCommand() {
  const link = path.join(PROJECT, 'node_modules', '.bin', 'strapi-press');
  if (fs.existsSync(link)) return;
  fs.symlinkSync(path.join('..', '..', 'server', 'bin', 'strapi-press.js'), link);
}

async function buildAdmin() {
  const sources = ['dist/admin', 'demo/config', 'demo/package.json'].map((name) => path.join(PROJECT, name));
  if (isNewer(path.join(DEMO, 'build', 'index.html'), sources)) return 'up to date';
  await run(process.execPath, [strapiCommand(), 'build'], DEMO);
  return undefined;
}

async function importSite() {
  const output = await run(
    process.execPath,
    [path.join(PROJECT, 'server', 'bin', 'strapi-press.js'), 'import', 'site'],
    DEMO,
  );
  return output.trim().split('\n').slice(-12).join('\n      ');
}

async function serve() {
  process.chdir(DEMO);
  const { createStrapi } = require('@strapi/strapi');
  const strapi = await createStrapi({
    appDir: DEMO,
    distDir: DEMO,
    autoReload: false,
    serveAdminPanel: true,
  }).load();
  const { startDemo } = require('./start');
  const { origin, login } = await startDemo(strapi);
  const answer = await ask(origin);
  console.log(`
  Admin     ${origin}/admin
  Login     ${login.email}
  Password  ${login.password}
  GraphQL   ${origin}/graphql

  Query
${indent(QUERY)}

  Answer
${indent(JSON.stringify(answer, null, 2))}
`);
  if (answer.errors || answer.data.pressPosts.length === 0) throw new Error('the query gave no posts');
  if (once) {
    await strapi.destroy();
    process.exit(0);
  }
  console.log('  Strapi runs until you press Ctrl+C.\n');
}

async function ask(origin) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return response.json();
}

/** Runs one step and shows that time passes while it does. */
async function step(title, run) {
  const started = Date.now();
  process.stdout.write(title);
  const clock = setInterval(() => process.stdout.write('.'), 2000);
  try {
    const note = await run();
    console.log(`  ${((Date.now() - started) / 1000).toFixed(0)} s${note ? `\n      ${note}` : ''}`);
  } finally {
    clearInterval(clock);
  }
}

function run(command, parameters, cwd) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(new Error(`${path.basename(command)} ${parameters.join(' ')} ended with ${code}\n${output}`));
    });
  });
}

function strapiCommand() {
  return path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'bin', 'strapi.js');
}

/** Whether a built file is newer than every file of its sources. */
function isNewer(built, sources) {
  if (!fs.existsSync(built)) return false;
  const time = fs.statSync(built).mtimeMs;
  return sources.every((source) => newest(source) <= time);
}

function newest(file) {
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))));
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
