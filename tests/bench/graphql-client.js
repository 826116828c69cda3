/**
 * Opens an app to the public and lets it listen.
 * @param uids types that everybody may find.
 * @returns what asks a query over HTTP and gives its data; throws where there are errors.
 */
async function openGraphql(strapi, uids) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const uid of uids)
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `${uid}.find`, role: role.id } });
  strapi.server.mount();
  await new Promise((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
  });
  const { port } = strapi.server.httpServer.address();
  return async (query) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  };
}

module.exports = { openGraphql };
