const { LOCALE, TYPES } = require('./bench-types');
const { median, timed } = require('./measured-time');

/** What the hook may cost at most, as a ratio to a plain type. */
const LIMITS = { create: 1.15, 'create and publish': 1.15, update: 1.4 };

const COLUMNS = ['plain', 'press', 'ratio'];

const BODY =
  'The ferry left at six. It carried ninety passengers, two bicycles and a crate of oranges.\n\n'.repeat(20);

/**
 * Cost of the lifecycle hook on create, create and publish, and update, in turns with a plain type.
 * @returns a section of the table: medians in milliseconds and their ratio.
 */
async function measureHook(strapi, rounds, onProgress) {
  const terms = {};
  for (const side of ['plain', 'press']) terms[side] = await createTerms(strapi, TYPES[side]);
  const times = {};
  for (const measure of Object.keys(LIMITS)) times[measure] = { plain: [], press: [] };
  const warmUp = 20;
  for (let round = -warmUp; round < rounds; round += 1) {
    // The order changes each round, so that neither side always pays for the other's garbage.
    const sides = round % 2 === 0 ? ['plain', 'press'] : ['press', 'plain'];
    for (const side of sides) {
      const taken = await measureOnce(strapi.documents(TYPES[side].post), terms[side], round + warmUp);
      if (round >= 0) for (const [measure, time] of Object.entries(taken)) times[measure][side].push(time);
    }
    onProgress(round + warmUp + 1, rounds + warmUp);
  }
  const rows = Object.entries(LIMITS).map(([measure, limit]) => {
    const plain = median(times[measure].plain);
    const press = median(times[measure].press);
    return { measure, plain, press, ratio: press / plain, limit };
  });
  return { title: `Hook: milliseconds (medians of ${rounds} writes)`, columns: COLUMNS, rows };
}

async function createTerms(strapi, { category, tag }) {
  const categories = [];
  for (const name of ['news', 'harbour']) {
    categories.push(
      await strapi.documents(category).create({ locale: LOCALE, data: { name, term: name, slug: name } }),
    );
  }
  const tagged = await strapi
    .documents(tag)
    .create({ locale: LOCALE, data: { name: 'ferry', term: 'ferry', slug: 'ferry' } });
  return {
    categories: categories.map(({ documentId }) => documentId),
    tags: [tagged.documentId],
  };
}

async function measureOnce(posts, terms, number) {
  const data = (kind) => ({
    title: `The ferry of day ${number}`,
    slug: `${kind}-${number}`,
    date: '2026-01-05T08:30:00.000Z',
    layout: 'post',
    author: 'Desk',
    body: BODY,
    ...terms,
  });
  const taken = {};
  let created;
  taken.create = await timed(async () => {
    created = await posts.create({ locale: LOCALE, data: data('draft') });
  });
  taken['create and publish'] = await timed(() =>
    posts.create({ locale: LOCALE, status: 'published', data: data('public') }),
  );
  taken.update = await timed(() =>
    posts.update({
      documentId: created.documentId,
      locale: LOCALE,
      data: { title: `The late ferry of day ${number}` },
    }),
  );
  return taken;
}

module.exports = { measureHook };
