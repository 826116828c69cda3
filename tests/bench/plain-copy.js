const { TYPES } = require('./bench-types');

const WINDOW = 20_000;

/**
 * Copies new rows of the plugin's types to the plain types, in the database alone, so that both tables hold the same.
 * @param from the largest id of posts that is left out.
 */
async function copyToPlainTypes(strapi, from) {
  for (const type of ['category', 'tag']) {
    const last = await largestId(strapi, TYPES.plain[type]);
    await copyRows(strapi, type, last, await largestId(strapi, TYPES.press[type]));
  }
  await copyRows(strapi, 'post', from, await largestId(strapi, TYPES.press.post));
  for (const type of Object.keys(TYPES.plain)) await continueIds(strapi, TYPES.plain[type]);
}

async function largestId(strapi, uid) {
  const [{ largest }] = await strapi.db.connection(tableOf(strapi, uid)).max({ largest: 'id' });
  return Number(largest ?? 0);
}

async function copyRows(strapi, type, from, until) {
  const press = strapi.db.metadata.get(TYPES.press[type]);
  const plain = strapi.db.metadata.get(TYPES.plain[type]);
  const columns = Object.values(plain.attributes).flatMap(({ columnName }) => columnName ?? []);
  const links = Object.entries(plain.attributes)
    .filter(([name, { joinTable }]) => joinTable && press.attributes[name]?.joinTable?.inverseJoinColumn)
    .map(([name, { joinTable }]) => ({ target: joinTable, source: press.attributes[name].joinTable }));
  for (let start = from; start < until; start += WINDOW) {
    const range = [start, Math.min(start + WINDOW, until)];
    await copy(strapi, { table: press.tableName, columns }, { table: plain.tableName, columns }, 'id', range);
    for (const { source, target } of links) {
      const names = linkColumns(source);
      const from = { table: source.name, columns: names };
      await copy(strapi, from, { table: target.name, columns: linkColumns(target) }, names[0], range);
    }
  }
}

function linkColumns({ joinColumn, inverseJoinColumn, orderColumnName }) {
  return [joinColumn.name, inverseJoinColumn.name, orderColumnName].filter(Boolean);
}

async function copy(strapi, source, target, key, [after, until]) {
  const names = (columns) => columns.map(() => '??').join(', ');
  await strapi.db.connection.raw(
    `INSERT INTO ?? (${names(target.columns)}) SELECT ${names(source.columns)} FROM ?? WHERE ?? > ? AND ?? <= ?`,
    [target.table, ...target.columns, ...source.columns, source.table, key, after, key, until],
  );
}

/** PostgreSQL does not see ids that were given; the next row would get one of them. */
async function continueIds(strapi, uid) {
  if (strapi.db.dialect.client !== 'postgres') return;
  const table = tableOf(strapi, uid);
  await strapi.db.connection.raw(
    `SELECT setval(pg_get_serial_sequence(?, 'id'), (SELECT coalesce(max(id), 1) FROM ??))`,
    [`"${table}"`, table],
  );
}

function tableOf(strapi, uid) {
  return strapi.db.metadata.get(uid).tableName;
}

module.exports = { copyToPlainTypes, largestId };
