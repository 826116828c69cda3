/**
 * Builds the front end of `docs/examples/astro` beside a running Strapi with the demo's posts, and looks into the pages: each
 * post where its URL leads, with its text, its share links and its back links, and each category page by page.
 */
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createAppFolder, startApp } = require('../bench/app');

const PROJECT = path.resolve(__dirname, '..', '..');
const EXAMPLE = path.join(PROJECT, 'docs', 'examples', 'astro');
const WORK = fs.mkdtempSync(path.join(os.tmpdir(), 'press-example-'));

let strapi;
let appFolder;
let failed = 0;

main()
  .catch((error) => {
    console.error(error);
    failed += 1;
  })
  .finally(async () => {
    await strapi?.destroy();
    for (const folder of [WORK, appFolder]) if (folder) fs.rmSync(folder, { recursive: true, force: true });
    console.log(`example: ${failed === 0 ? 'built and as expected' : 'failed'}`);
    process.exit(failed === 0 ? 0 : 1);
  });

async function main() {
  const { folder, database } = createAppFolder({ graphql: true });
  appFolder = folder;
  const env = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database };
  strapi = await startApp(folder, env);
  await strapi
    .plugin('press')
    .service('import')
    .run(path.join(PROJECT, 'demo', 'site'), {});
  const origin = await listen();
  const site = path.join(WORK, 'site');
  fs.cpSync(EXAMPLE, site, {
    recursive: true,
    filter: (file) => !['node_modules', 'dist', '.astro'].includes(path.basename(file)),
  });
  console.log('install the example (half a minute)');
  await run('npm', ['ci', '--no-audit', '--no-fund'], site);
  console.log('build it');
  await run('npm', ['run', 'build'], site, { STRAPI_URL: origin, ASTRO_TELEMETRY_DISABLED: '1' });
  await compare(path.join(site, 'dist'));
}

/** Lets everybody read, and answers where. */
async function listen() {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const type of ['post', 'category', 'tag']) {
    const action = `plugin::press.${type}.find`;
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
  strapi.server.mount();
  await once(strapi.server.httpServer.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${strapi.server.httpServer.address().port}`;
}

async function compare(dist) {
  const posts = await strapi.db.query('plugin::press.post').findMany({
    where: { publishedAt: { $notNull: true }, date: { $lte: new Date() } },
    populate: { categories: true },
  });
  let shown = 0;
  for (const { title, url, shareLinks, backLinks, categories } of posts) {
    const page = read(dist, url.endsWith('/') ? `${url}index.html` : url);
    const missing = [title, ...[...shareLinks, ...backLinks].map((link) => link.url)].filter(
      (part) => !page.includes(part),
    );
    if (missing.length > 0) fail(`${url} is without ${missing[0]} and ${missing.length - 1} more`);
    shown += 1;
    for (const { slug } of categories) {
      if (!categoryPagesOf(dist, slug).some((text) => text.includes(`href="${url}"`)))
        fail(`${url} is on no page of ${slug}`);
    }
  }
  if (shown < 20) fail(`only ${shown} posts`);
  console.log(`${shown} posts with their links, on the pages of their categories`);
}

function categoryPagesOf(dist, slug) {
  const folder = path.join(dist, 'category', slug);
  return fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => read(folder, name)) : [];
}

function read(folder, name) {
  const file = path.join(folder, decodeURIComponent(name));
  return fs.existsSync(file) ? unescaped(fs.readFileSync(file, 'utf8')) : '';
}

/** A page without the escapes that Astro writes. */
function unescaped(html) {
  return html.replace(/&#34;|&quot;/g, '"').replace(/&#38;|&amp;/g, '&');
}

function fail(message) {
  failed += 1;
  console.error(`not ok: ${message}`);
}

async function run(command, args, cwd, env = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`);
}
