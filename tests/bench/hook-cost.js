const TYPES = {
  plain: {
    post: 'api::plain-post.plain-post',
    category: 'api::plain-category.plain-category',
    tag: 'api::plain-tag.plain-tag',
  },
  press: { post: 'plugin::press.post', category: 'plugin::press.category', tag: 'plugin::press.tag' },
};
const LOCALE = 'en';

/** What the hook may cost at most, as a ratio to a plain type. */
const LIMITS = { create: 1.15, 'create and publish': 1.15, update: 1.4 };

const BODY =
  'The ferry left at six. It carried ninety passengers, two bicycles and a crate of oranges.\n\n'.repeat(20);

/**
 * Cost of the lifecycle hook on create, create and publish, and update, in turns with a plain type.
 * @returns one row per measure: medians in milliseconds and their ratio.
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
  return Object.entries(LIMITS).map(([measure, limit]) => {
    const plain = median(times[measure].plain);
    const press = median(times[measure].press);
    return { measure, plain, press, ratio: press / plain, limit };
  });
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

async function timed(run) {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

module.exports = { measureHook };
