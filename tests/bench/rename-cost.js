const { LOCALE, TYPES } = require('./bench-types');
const { BIG } = require('./generated-site');
const { categoryRow } = require('./scale-measures');

const LOT = 2000;

/**
 * Renames the large category and waits until all posts follow. Meant for a process of its own: the peak memory is that of
 * the whole process so far.
 */
async function measureRename(strapi, name) {
  const { id, documentId } = await categoryRow(strapi, 'press', BIG);
  const started = Date.now();
  await strapi.documents(TYPES.press.category).update({ documentId, locale: LOCALE, data: { name } });
  const saved = (Date.now() - started) / 1000;
  await strapi.plugin('press').service('jobs').settled();
  const seconds = (Date.now() - started) / 1000;
  const peakMegabytes = peakMemory();
  return { saved, seconds, peakMegabytes, ...(await checkLinks(strapi, id, name)) };
}

/** Looks at the back links of every row: those of the category must have its new name, others must not. */
async function checkLinks(strapi, category, name) {
  const { joinTable } = strapi.db.metadata.get(TYPES.press.post).attributes.categories;
  const own = joinTable.joinColumn.name;
  const links = await strapi.db
    .connection(joinTable.name)
    .where(joinTable.inverseJoinColumn.name, category)
    .select({ post: own });
  const concerned = new Set(links.map(({ post }) => Number(post)));
  const result = { rows: 0, concerned: concerned.size, wrong: 0 };
  for (let last = 0; ; ) {
    const rows = await strapi.db.query(TYPES.press.post).findMany({
      where: { id: { $gt: last } },
      select: ['id', 'backLinks'],
      orderBy: { id: 'asc' },
      limit: LOT,
    });
    if (rows.length === 0) return result;
    for (const { id, backLinks } of rows) {
      const named = (backLinks ?? []).some(({ kind, label }) => kind === 'category' && label.includes(name));
      result.rows += 1;
      if (named !== concerned.has(id)) result.wrong += 1;
    }
    last = rows[rows.length - 1].id;
  }
}

/** The most memory that this process has had, in megabytes. */
function peakMemory() {
  return process.resourceUsage().maxRSS / 1024;
}

module.exports = { measureRename, peakMemory };
