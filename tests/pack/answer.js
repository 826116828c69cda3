/** Starts the Strapi app of the given folder, lets the public read posts, asks once over REST and GraphQL, prints JSON. */
const path = require('node:path');

const appDir = path.resolve(process.argv[2]);
const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [appDir] }));

const QUERY =
  '{ pressPosts(sort: "date:desc") { title url shareLinks { network url } backLinks { kind label url category { name slug } } } }';

main().then(
  (answer) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

async function main() {
  const strapi = await createStrapi({
    appDir,
    distDir: appDir,
    autoReload: false,
    serveAdminPanel: false,
  }).load();
  strapi.server.mount();
  const server = strapi.server.httpServer;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await grantPublicRead(strapi);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const response = await fetch(`${origin}/api/press/posts`);
  const body = await response.json();
  const graphql = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return {
    rest: { status: response.status, posts: body.data?.length ?? 0 },
    graphql: graphql.status === 404 || graphql.status === 405 ? null : await graphql.json(),
    postType: Boolean(strapi.contentTypes['plugin::press.post']),
    apiTypes: Object.keys(strapi.contentTypes)
      .filter((uid) => uid.startsWith('api::'))
      .map((uid) => uid.split('.')[1]),
  };
}

async function grantPublicRead(strapi) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const type of ['post', 'category', 'tag']) {
    for (const action of ['find', 'findOne']) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `plugin::press.${type}.${action}`, role: role.id } });
    }
  }
}
