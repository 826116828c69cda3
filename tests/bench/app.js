const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createDatabase } = require('./bench-database');

const PROJECT = path.resolve(__dirname, '..', '..');
const DEMO = path.join(PROJECT, 'demo');

/** Plain types with the attributes of ours, without hook, indexes and private columns' meaning. */
const PLAIN = { post: 'plain-post', category: 'plain-category', tag: 'plain-tag' };

/** A new app with the built plugin (`graphql`: and with Strapi's GraphQL plugin), on SQLite in its folder or on what `DATABASE_*` says. */
function createAppFolder({ graphql = false } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-'));
  for (const name of ['package.json', 'favicon.png'])
    fs.copyFileSync(path.join(DEMO, name), path.join(folder, name));
  fs.cpSync(path.join(DEMO, 'config'), path.join(folder, 'config'), { recursive: true });
  for (const name of ['src/api', 'src/extensions', 'public/uploads', '.tmp'])
    fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
  fs.writeFileSync(path.join(folder, 'src', 'index.js'), 'module.exports = {};\n');
  fs.writeFileSync(path.join(folder, 'config', 'plugins.js'), pluginsConfig(graphql));
  return { folder, database: path.join(folder, '.tmp', 'data.db') };
}

/**
 * Such an app with plain types beside those of the plugin, and a new database: SQLite in its folder, or one of its own on
 * the PostgreSQL server of `DATABASE_*`.
 * @returns its folder, the variables that it is to be started with, and `remove`.
 */
async function createBenchPlace(options) {
  const { folder, database } = createAppFolder(options);
  for (const [type, name] of Object.entries(PLAIN)) writePlainType(folder, type, name);
  const created = await createDatabase(database);
  return {
    folder,
    env: created.env,
    async remove() {
      await created.drop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the app of a folder in this process; `serveAdminPanel` gives the admin that is built in it. */
function startApp(folder, env, { serveAdminPanel = false } = {}) {
  Object.assign(process.env, env);
  const { createStrapi } = require('@strapi/strapi');
  return createStrapi({ appDir: folder, distDir: folder, autoReload: false, serveAdminPanel }).load();
}

/** Creates a place and starts it. */
async function createBenchApp() {
  const place = await createBenchPlace();
  const strapi = await startApp(place.folder, place.env);
  return {
    strapi,
    database: strapi.db.dialect.client,
    async stop() {
      await strapi.destroy();
      await place.remove();
    },
  };
}

function pluginsConfig(graphql) {
  return `module.exports = () => ({
  'users-permissions': { config: { jwtSecret: 'bench-secret' } },
  graphql: { enabled: ${graphql} },
  press: { enabled: true, resolve: ${JSON.stringify(PROJECT)}, config: { site: { url: 'https://bench.example' } } },
});
`;
}

function writePlainType(folder, type, name) {
  const schema = JSON.parse(
    fs.readFileSync(path.join(PROJECT, 'content-types', type, 'schema.json'), 'utf8'),
  );
  const plural = name === 'plain-category' ? 'plain-categories' : `${name}s`;
  for (const attribute of Object.values(schema.attributes)) {
    delete attribute.writable;
    const target = /^plugin::press\.(\w+)$/.exec(attribute.target ?? '')?.[1];
    if (target) attribute.target = `api::${PLAIN[target]}.${PLAIN[target]}`;
  }
  const plain = {
    kind: 'collectionType',
    collectionName: plural.replace(/-/g, '_'),
    info: { singularName: name, pluralName: plural, displayName: name },
    options: schema.options,
    pluginOptions: { i18n: { localized: true } },
    attributes: schema.attributes,
  };
  const target = path.join(folder, 'src', 'api', name, 'content-types', name);
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, 'schema.json'), JSON.stringify(plain));
  // A type without these has no actions that could be granted.
  for (const part of ['Controller', 'Service', 'Router']) {
    const place = path.join(
      folder,
      'src',
      'api',
      name,
      part === 'Router' ? 'routes' : `${part.toLowerCase()}s`,
    );
    fs.mkdirSync(place, { recursive: true });
    fs.writeFileSync(
      path.join(place, `${name}.js`),
      `const { factories } = require('@strapi/strapi');\nmodule.exports = factories.createCore${part}('api::${name}.${name}');\n`,
    );
  }
}

module.exports = { createAppFolder, createBenchApp, createBenchPlace, startApp };
