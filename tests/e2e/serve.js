/**
 * Serves the demo's built admin on an app of its own with a new database: the sample site is imported, an administrator
 * exists, and everybody may read posts, categories and tags; `PRESS_E2E_POSTS` adds so many generated posts. Ends with the
 * process that started it.
 */
const fs = require('node:fs');
const path = require('node:path');
const { createAppFolder, startApp } = require('../bench/app');
const { ADMINISTRATOR } = require('./administrator');

const PROJECT = path.resolve(__dirname, '..', '..');

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

async function main() {
  const { folder, database } = createAppFolder({ graphql: true });
  const plugins = path.join(PROJECT, 'demo', 'config', 'plugins.js');
  fs.writeFileSync(
    path.join(folder, 'config', 'plugins.js'),
    [
      `const plugins = require(${JSON.stringify(plugins)})();`,
      // What is in the file cannot be changed in the admin: back links are left to it.
      'const { backLinks, ...config } = plugins.press.config;',
      'module.exports = () => ({ ...plugins, press: { ...plugins.press, config } });',
    ].join('\n'),
  );
  fs.symlinkSync(path.join(PROJECT, 'demo', 'build'), path.join(folder, 'build'));
  const strapi = await startApp(
    folder,
    { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: database, PORT: process.env.PRESS_E2E_PORT },
    { serveAdminPanel: true },
  );
  // Each failed test ends its worker, and the next one signs in again.
  strapi.config.set('admin.rateLimit.enabled', false);
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(strapi, folder));
  const { backLinks } = require(plugins)().press.config;
  await strapi.plugin('press').service('settings').update({ backLinks });
  await strapi
    .plugin('press')
    .service('import')
    .run(path.join(PROJECT, 'demo', 'site'), {});
  const posts = Number(process.env.PRESS_E2E_POSTS ?? 0);
  if (posts > 0) {
    const { generatedSource } = require('../bench/generated-site');
    await strapi
      .plugin('press')
      .service('import')
      .run(generatedSource(0, posts, posts), {});
  }
  await createAdministrator(strapi);
  await letEverybodyRead(strapi);
  strapi.server.mount();
  const { host, port } = strapi.config.get('server');
  strapi.server.httpServer.listen(port, host);
}

async function stop(strapi, folder) {
  await strapi.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

async function createAdministrator(strapi) {
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    ...ADMINISTRATOR,
    isActive: true,
    blocked: false,
    registrationToken: null,
    roles: [role.id],
  });
}

async function letEverybodyRead(strapi) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const type of ['post', 'category', 'tag']) {
    for (const action of ['find', 'findOne']) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `plugin::press.${type}.${action}`, role: role.id } });
    }
  }
}
