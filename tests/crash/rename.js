const { spawnSync } = require('node:child_process');

/**
 * Gives the largest category of an app another name and term, which stands in the texts of its posts, in a process of its own, as an editor's save does; the posts are left to a job.
 * @returns the new name.
 */
function renameLargestCategory({ folder, database }, name) {
  const script = `
    const { createStrapi } = require('@strapi/strapi');
    (async () => {
      const app = { appDir: process.cwd(), distDir: process.cwd(), autoReload: false, serveAdminPanel: false };
      const strapi = await createStrapi(app).load();
      const category = await strapi.documents('plugin::press.category').findFirst({ filters: { term: 'emnews' } });
      await strapi.documents('plugin::press.category').update({
        documentId: category.documentId,
        locale: category.locale,
        data: { name: ${JSON.stringify(name)}, term: ${JSON.stringify(name.toLowerCase())} },
      });
      await strapi.destroy();
      process.exit(0);
    })().catch((error) => { console.error(error); process.exit(1); });
  `;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: folder,
    env: { ...process.env, DATABASE_FILENAME: database },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the category was not renamed: ${stderr}`);
}

/** How many rows of posts have a back link with a label. */
function countLabel({ database }, label) {
  const Database = require('better-sqlite3');
  const db = new Database(database);
  try {
    return db.prepare('SELECT count(*) AS rows FROM press_posts WHERE instr(back_links, ?) > 0').get(label)
      .rows;
  } finally {
    db.close();
  }
}

module.exports = { renameLargestCategory, countLabel };
