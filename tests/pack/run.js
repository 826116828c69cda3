/**
 * Packs the plugin and uses the tarball as a stranger would: in new Strapi apps outside this project, with GraphQL listed
 * first, last and not at all, and beside types of the app that are named like ours. Each app imports the sample site
 * through the command line, is started, and gives one answer.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const PROJECT = path.resolve(__dirname, '..', '..');
const SITE = path.join(PROJECT, 'demo', 'site');
const manifest = require(path.join(PROJECT, 'package.json'));

/** What a tarball may hold; anything else is surplus. */
const PACKED = [
  /^package\.json$/,
  /^README(\.zh-Hans)?\.md$/,
  /^LICENSE$/,
  /^CHANGELOG\.md$/,
  /^server\/bin\/strapi-press\.js$/,
  /^dist\/(admin|server|cli|import-reader)\/.+\.(js|mjs|d\.ts)$/,
  /^dist\/.+\.d\.ts$/,
  /^dist\/_chunks\/.+\.(js|mjs)$/,
];

const VARIANTS = [
  { name: 'graphql listed first', plugins: ['graphql', 'press'] },
  { name: 'graphql listed last', plugins: ['press', 'graphql'] },
  { name: 'nothing configured', plugins: [] },
  { name: 'without graphql', plugins: ['press'], graphql: false },
  {
    name: "beside the app's own types",
    plugins: [],
    types: ['blog-post', 'article', 'category', 'tag', 'post'],
  },
];

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'press-pack-'));
let failed = 0;
try {
  main();
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

function main() {
  const tarball = pack();
  const app = path.join(work, 'app');
  install(app, tarball);
  let passed = 0;
  for (const variant of VARIANTS) {
    try {
      runVariant(app, variant);
      passed += 1;
      console.log(`ok: ${variant.name}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok: ${variant.name}\n${error.message}`);
    }
  }
  console.log(`pack: ${passed} passed, ${failed} failed`);
}

function pack() {
  say('build the plugin');
  run('npm', ['run', 'build'], PROJECT);
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', work], PROJECT));
  const surplus = packed.files
    .map((file) => file.path)
    .filter((file) => !PACKED.some((rule) => rule.test(file)));
  if (surplus.length > 0) throw new Error(`surplus files in the tarball: ${surplus.join(', ')}`);
  for (const needed of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/server/index.js',
    'dist/cli/index.js',
    'dist/import-reader/index.js',
    'dist/admin/index.js',
  ]) {
    if (!packed.files.some((file) => file.path === needed))
      throw new Error(`missing in the tarball: ${needed}`);
  }
  say(`packed ${packed.files.length} files, ${Math.round(packed.size / 1024)} kB`);
  return path.join(work, packed.filename);
}

function install(app, tarball) {
  say('install it in a new app (some minutes)');
  const versions = manifest.devDependencies;
  const names = [
    '@strapi/strapi',
    '@strapi/plugin-graphql',
    '@strapi/plugin-users-permissions',
    'better-sqlite3',
  ];
  names.push('react', 'react-dom', 'react-router-dom', 'styled-components');
  fs.mkdirSync(app);
  writeJson(path.join(app, 'package.json'), {
    name: 'press-pack-test',
    private: true,
    version: '0.0.0',
    dependencies: {
      ...Object.fromEntries(names.map((name) => [name, versions[name]])),
      'strapi-plugin-press': `file:${tarball}`,
    },
    overrides: manifest.overrides,
    strapi: { uuid: false },
  });
  run('npm', ['install', '--no-audit', '--no-fund'], app);
  if (fs.existsSync(path.join(app, 'node_modules', 'strapi-plugin-press', 'node_modules', '@strapi'))) {
    throw new Error('the plugin brought a second copy of @strapi packages');
  }
}

function runVariant(app, variant) {
  say(variant.name);
  writeApp(app, variant);
  const command = path.join(app, 'node_modules', '.bin', 'strapi-press');
  const imported = run(command, ['import', SITE], app);
  if (!/created/.test(imported)) throw new Error(`no counts printed:\n${imported}`);
  const answer = JSON.parse(lastLine(run(process.execPath, [path.join(__dirname, 'answer.js'), app], app)));
  expect(answer.rest.status === 200 && answer.rest.posts > 0, 'REST gives no posts', answer);
  expect(answer.postType, 'Post is not a content type of the app', answer);
  if (variant.graphql === false) {
    expect(answer.graphql === null, 'GraphQL answered although it is disabled', answer);
  } else {
    expect(answer.graphql.errors === undefined, 'GraphQL gave errors', answer);
    const [post] = answer.graphql.data.pressPosts;
    expect(Boolean(post.title && post.url && post.backLinks[0].url), 'GraphQL gave no typed links', answer);
  }
  for (const type of variant.types ?? [])
    expect(answer.apiTypes.includes(type), `api::${type} is gone`, answer);
}

function writeApp(app, { plugins, graphql, types = [] }) {
  for (const folder of ['config', 'src', '.tmp', 'public'])
    fs.rmSync(path.join(app, folder), { recursive: true, force: true });
  for (const folder of ['config', 'src/api', 'public/uploads', '.tmp'])
    fs.mkdirSync(path.join(app, folder), { recursive: true });
  fs.copyFileSync(path.join(PROJECT, 'demo', 'favicon.png'), path.join(app, 'favicon.png'));
  for (const name of ['server', 'admin', 'api', 'middlewares', 'database']) {
    fs.copyFileSync(
      path.join(PROJECT, 'demo', 'config', `${name}.js`),
      path.join(app, 'config', `${name}.js`),
    );
  }
  const lines = plugins.map((name) => `  '${name}': { enabled: true },`);
  if (graphql === false) lines.push('  graphql: { enabled: false },');
  lines.push("  'users-permissions': { config: { jwtSecret: 'pack-test-secret' } },");
  fs.writeFileSync(
    path.join(app, 'config', 'plugins.js'),
    `module.exports = () => ({\n${lines.join('\n')}\n});\n`,
  );
  fs.writeFileSync(path.join(app, 'src', 'index.js'), 'module.exports = {};\n');
  for (const type of types) writeType(app, type);
}

function writeType(app, name) {
  const folder = path.join(app, 'src', 'api', name);
  const plural = name === 'category' ? 'categories' : `${name}s`;
  fs.mkdirSync(path.join(folder, 'content-types', name), { recursive: true });
  writeJson(path.join(folder, 'content-types', name, 'schema.json'), {
    kind: 'collectionType',
    collectionName: plural.replace(/-/g, '_'),
    info: { singularName: name, pluralName: plural, displayName: name },
    options: { draftAndPublish: true },
    attributes: { title: { type: 'string' } },
  });
  for (const [kind, factory] of Object.entries({
    controllers: 'Controller',
    routes: 'Router',
    services: 'Service',
  })) {
    fs.mkdirSync(path.join(folder, kind));
    fs.writeFileSync(
      path.join(folder, kind, `${name}.js`),
      `module.exports = require('@strapi/strapi').factories.createCore${factory}('api::${name}.${name}');\n`,
    );
  }
}

function run(command, parameters, cwd) {
  const result = spawnSync(command, parameters, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: appEnvironment(),
  });
  if (result.status !== 0) {
    throw new Error(
      `${command} ${parameters.join(' ')} ended with ${result.status}\n${result.stdout}\n${result.stderr}`,
    );
  }
  return result.stdout;
}

/** The apps have their own database, whatever the caller's is. */
function appEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_')));
}

function expect(holds, problem, answer) {
  if (!holds) throw new Error(`${problem}: ${JSON.stringify(answer)}`);
}

function lastLine(text) {
  return text.trim().split('\n').pop();
}

function writeJson(file, value) {
  fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function say(text) {
  console.log(`pack: ${text}`);
}
