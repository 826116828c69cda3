const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { LOCALE, TYPES } = require('./bench-types');
const { profiled } = require('./cpu-profile');
const { writeSampleSite } = require('./sample-site');

const PLAIN = TYPES.plain;
/** Posts of the plain type that are created one by one: enough for a rate. */
const PLAIN_POSTS = 400;

/**
 * Import of files from disk against creating plain posts one by one and against inserting the same rows with
 * better-sqlite3 alone, and the import of the same files again.
 * @param options `files`: how many; `profile`: a file that is to tell what the first import spent its time on.
 */
async function measureImport(strapi, { files, profile }, onProgress) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-site-'));
  try {
    writeSampleSite(folder, files);
    const importer = strapi.plugin('press').service('import');
    const plain = await createPlain(strapi, folder);
    const bringIn = () => importer.run(folder, {}, (report) => onProgress(report.files, files));
    const first = profile ? await profiled(profile, bringIn) : await bringIn();
    const again = await importer.run(folder, {});
    if (first.counts.created !== files || again.counts.unchanged !== files) {
      throw new Error(`not all were imported: ${JSON.stringify([first.counts, again.counts])}`);
    }
    const perPost = (1000 * first.seconds) / files;
    const rows = [
      {
        measure: 'import of a file, against creating a plain post',
        plain,
        press: perPost,
        ratio: plain / perPost,
        least: 30,
      },
      {
        measure: 'import again, files/s',
        press: files / again.seconds,
        least: 15_000,
      },
    ];
    if (strapi.db.dialect.client === 'sqlite') {
      const alone = (1000 * (await insertAlone(strapi))) / files;
      rows.push({
        measure: 'import of a file, against inserting its rows alone',
        plain: alone,
        press: perPost,
        ratio: perPost / alone,
        limit: 4,
      });
    }
    return {
      title: `Import: milliseconds for a file (means of ${files} files)`,
      columns: ['plain', 'press', 'ratio'],
      rows,
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for one published post of the plain type. */
async function createPlain(strapi, folder) {
  const category = await strapi
    .documents(PLAIN.category)
    .create({ locale: LOCALE, data: { name: 'emnews', term: 'emnews', slug: 'emnews' } });
  const tag = await strapi
    .documents(PLAIN.tag)
    .create({ locale: LOCALE, data: { name: 'news', term: 'news', slug: 'news' } });
  const names = fs.readdirSync(path.join(folder, '_posts')).slice(0, PLAIN_POSTS);
  const started = process.hrtime.bigint();
  for (const name of names) {
    const text = fs.readFileSync(path.join(folder, '_posts', name), 'utf8');
    await strapi.documents(PLAIN.post).create({
      locale: LOCALE,
      status: 'published',
      data: {
        title: name,
        slug: name,
        date: '2021-12-29T00:43:42.000Z',
        layout: 'post',
        body: text,
        categories: [category.documentId],
        tags: [tag.documentId],
      },
    });
  }
  return Number(process.hrtime.bigint() - started) / 1e6 / names.length;
}

/** Seconds that better-sqlite3 takes for the rows of all posts, in one transaction on the same tables in a new file. */
async function insertAlone(strapi) {
  const Database = require('better-sqlite3');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'press-bench-rows-')), 'rows.db');
  const source = new Database(strapi.db.config.connection.connection.filename, { readonly: true });
  const target = new Database(file);
  try {
    const tables = ['press_posts', 'press_posts_categories_lnk', 'press_posts_tags_lnk'];
    const schema = source
      .prepare(
        `SELECT sql FROM sqlite_master WHERE tbl_name IN (${tables.map(() => '?').join()}) AND sql IS NOT NULL`,
      )
      .all(tables);
    for (const { sql } of schema) target.exec(sql);
    target.pragma('foreign_keys = OFF');
    const rows = tables.map((table) => source.prepare(`SELECT * FROM ${table}`).all());
    const started = process.hrtime.bigint();
    target.transaction(() => {
      tables.forEach((table, index) => {
        const columns = Object.keys(rows[index][0] ?? {});
        const insert = target.prepare(
          `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
        );
        for (const row of rows[index]) insert.run(Object.values(row));
      });
    })();
    return Number(process.hrtime.bigint() - started) / 1e9;
  } finally {
    source.close();
    target.close();
    fs.rmSync(path.dirname(file), { recursive: true, force: true });
  }
}

module.exports = { measureImport };
