const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const READ = ['post', 'category', 'tag'].flatMap((type) =>
  ['find', 'findOne'].map((action) => `plugin::press.${type}.${action}`),
);
const EMAIL = 'editor@harbourpost.example';

/**
 * Lets a loaded Strapi listen, lets the public read posts, categories and tags (once: what an administrator takes back
 * stays taken back), and creates the first administrator.
 * @returns the origin, and the login that the first start made.
 */
async function startDemo(strapi) {
  await grantPublicRead(strapi);
  const login = await firstAdministrator(strapi);
  strapi.server.mount();
  const { host, port } = strapi.config.get('server');
  await new Promise((resolve, reject) => {
    strapi.server.httpServer.once('error', reject);
    strapi.server.httpServer.listen(port, host, resolve);
  });
  return { origin: `http://${host}:${strapi.server.httpServer.address().port}`, login };
}

async function grantPublicRead(strapi) {
  const store = strapi.store({ type: 'core', name: 'press-demo' });
  if (await store.get({ key: 'public-read' })) return;
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of READ) {
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  }
  await store.set({ key: 'public-read', value: true });
}

async function firstAdministrator(strapi) {
  const file = path.join(__dirname, '.tmp', 'login.json');
  const users = strapi.service('admin::user');
  if (await users.exists()) {
    return fs.existsSync(file)
      ? JSON.parse(fs.readFileSync(file, 'utf8'))
      : { email: 'as before', password: 'as before' };
  }
  const login = { email: EMAIL, password: `Harbour-${randomBytes(6).toString('hex')}` };
  const role = await strapi.service('admin::role').getSuperAdmin();
  await users.create({
    firstname: 'Demo',
    lastname: 'Editor',
    ...login,
    isActive: true,
    blocked: false,
    registrationToken: null,
    roles: [role.id],
  });
  fs.writeFileSync(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 });
  return login;
}

module.exports = { startDemo };
