const { dateOf, paragraphsOf, postFile, randomNumbers, SITE_CONFIG } = require('./sample-site');

/** Categories of which lists are measured. */
const BIG = 'emnews';
const NEWEST = 'newest60';
const OLDEST = 'oldest60';

const SMALL = 60;
/** The posts that a table called empty has: each list of twenty that is measured finds its posts in it. */
const FIRST_POSTS = 3 * SMALL;
const LARGEST_CATEGORY = 100_000;

/** How many of so many posts are in the big category. */
function bigCategorySize(posts) {
  return Math.max(SMALL, Math.min(LARGEST_CATEGORY, Math.floor(posts / 3)));
}

/**
 * Posts of a site as a source of the import, made while they are read: one category of 100,000 posts (a third of fewer),
 * one of the 60 newest, one of the 60 oldest, and the rest in two thousand that follow a power law, as do their one to three
 * tags. Equal numbers give equal posts, in every run.
 * @param from number of the first post, `to` of the one after the last, out of `all` that the site will have.
 */
function generatedSource(from, to, all) {
  return {
    root: '-',
    siteConfig: { path: '_config.yml', bytes: Buffer.from(SITE_CONFIG) },
    siteFiles: { collectionsDir: '', exclude: [], include: [], markdownExtensions: ['.md'] },
    file: null,
    count: to - from,
    async *files() {
      for (let number = from; number < to; number += 1) {
        const { path, text } = generatedPost(number, all);
        yield { path, absolute: '', content: Buffer.from(text) };
      }
    },
    async *pages() {},
  };
}

function generatedPost(number, all) {
  const random = randomNumbers(Math.imul(number, 0x9e3779b1));
  const paragraphs = paragraphsOf(random);
  const tags = `[${tagsOf(random).join(', ')}]`;
  const minute = String(number % SMALL).padStart(2, '0');
  if (number < SMALL)
    return postFile({ number, date: `2025-06-01 08:${minute}:00`, category: NEWEST, tags, paragraphs });
  if (number < 2 * SMALL)
    return postFile({ number, date: `2014-06-01 08:${minute}:00`, category: OLDEST, tags, paragraphs });
  const category =
    number < FIRST_POSTS || isInBig(number, all) ? BIG : `paper${Math.floor(2000 ** random())}`;
  return postFile({ number, date: dateOf(random), category, tags, paragraphs });
}

/** Spreads the big category evenly over the numbers. */
function isInBig(number, all) {
  const share = (bigCategorySize(all) - SMALL) / Math.max(1, all - FIRST_POSTS);
  const before = number - FIRST_POSTS;
  return Math.floor((before + 1) * share) > Math.floor(before * share);
}

function tagsOf(random) {
  const count = 1 + Math.floor(3 * random());
  return [...new Set(Array.from({ length: count }, () => `tag${Math.floor(500 ** random())}`))];
}

module.exports = { BIG, bigCategorySize, FIRST_POSTS, generatedSource, NEWEST, OLDEST };
