const TERMS = { press_categories: 'category', press_tags: 'tag' };
const LINKS = {
  press_posts_categories_lnk: ['post_id', 'category_id'],
  press_posts_tags_lnk: ['post_id', 'tag_id'],
  press_categories_parent_lnk: ['category_id', 'inv_category_id'],
};
const UNEQUAL = ['id', 'document_id', 'created_at', 'updated_at'];

/** The rows of all tables of posts and terms as sorted texts, with names in the place of ids. */
function comparableRows(file) {
  const Database = require('better-sqlite3');
  const db = new Database(file, { readonly: true });
  try {
    const names = { post_id: new Map(), category_id: new Map(), tag_id: new Map() };
    const documents = new Map();
    const tables = {};
    const read = (table, kind, nameOf) => {
      const rows = db.prepare(`SELECT * FROM ${table}`).all();
      for (const row of rows) {
        names[`${kind}_id`].set(row.id, nameOf(row));
        documents.set(row.document_id, nameOf(row));
      }
      tables[table] = rows;
    };
    for (const [table, kind] of Object.entries(TERMS))
      read(table, kind, ({ locale, term }) => `${kind} ${locale} ${term}`);
    read(
      'press_posts',
      'post',
      ({ file_path: path, published_at: at }) => `post ${path} ${at ? 'published' : 'draft'}`,
    );
    names.inv_category_id = names.category_id;
    for (const [table, columns] of Object.entries(LINKS)) {
      tables[table] = db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => ({
          ...row,
          ...Object.fromEntries(columns.map((name) => [name, names[name].get(row[name])])),
        }));
    }
    const plain = (text) => text.replace(/[a-z0-9]{24}/g, (id) => documents.get(id) ?? id);
    return Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [table, rows.map((row) => plain(textOf(row))).sort()]),
    );
  } finally {
    db.close();
  }
}

function textOf(row) {
  const columns = Object.entries(row).filter(([name]) => !UNEQUAL.includes(name));
  return JSON.stringify(
    columns.map(([name, value]) => [name, name === 'published_at' ? value !== null : value]),
  );
}

module.exports = { comparableRows };
