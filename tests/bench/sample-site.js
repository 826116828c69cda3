const fs = require('node:fs');
const path = require('node:path');

/** Paragraphs of a market report, as many as make the lengths that news posts have. */
const PARAGRAPH =
  '<p>　　午后，沿海港口的渡轮恢复通航，当日共有九十名旅客登船。港务部门表示，未来三日风力减弱，货运航线将按计划增加两个班次。</p>\n';

const SITE_CONFIG = 'timezone: Asia/Shanghai\npermalink: date\nurl: https://bench.example\n';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The file of a post; `date` is `2021-12-29 08:43:42`. */
function postFile({ number, date, category, tags, paragraphs }) {
  const slug = `NW${String(number).padStart(12, '0')}`;
  return {
    path: `_posts/${date.slice(0, 10)}-${slug}.md`,
    text: `---\nlayout: post\ntitle: "渡轮恢复通航 ${number}：九十名旅客登船"\ndate: ${date} +0800\ncategories: ${category}\ntags: ${tags}\n---\n${PARAGRAPH.repeat(paragraphs)}`,
  };
}

/** From one to eighteen paragraphs; short posts are the most. */
function paragraphsOf(random) {
  return 1 + Math.floor(18 * random() ** 2);
}

/** Some minute of a day between 2015 and 2024. */
function dateOf(random) {
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3600) * 86_400_000);
  return `${day.toISOString().slice(0, 10)} ${String(Math.floor(random() * 24)).padStart(2, '0')}:15:42`;
}

/** A post of the site: half of all posts in one category, the rest spread thinly over two thousand. */
function samplePost(number, random) {
  const category = random() < 0.5 ? 'emnews' : `paper${Math.floor(2000 * random() ** 2)}`;
  const date = dateOf(random);
  return postFile({ number, date, category, tags: `${category}新闻`, paragraphs: paragraphsOf(random) });
}

/** Writes a site of so many posts into a folder. */
function writeSampleSite(folder, count) {
  const random = randomNumbers(20_211_229);
  fs.mkdirSync(path.join(folder, '_posts'), { recursive: true });
  fs.writeFileSync(path.join(folder, '_config.yml'), SITE_CONFIG);
  for (let number = 0; number < count; number += 1) {
    const post = samplePost(number, random);
    fs.writeFileSync(path.join(folder, post.path), post.text);
  }
}

module.exports = { dateOf, paragraphsOf, postFile, randomNumbers, SITE_CONFIG, writeSampleSite };
