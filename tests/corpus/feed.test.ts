import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import type { ImportService } from '../../server/src/import';
import { setPublicActions } from '../integration/public-access';
import { makeSite, removeSites } from '../integration/site-folder';
import { startStrapi, type StrapiInstance } from '../integration/strapi-instance';
import { addClosingLine } from './closing-lines';

const CONFIG = `
url: https://paper.example
baseurl: /blog
title: The Paper
author: The Paper
timezone: Asia/Shanghai
plugins: [jekyll-feed]
feed: { posts_limit: 50, categories: [news, 临沂] }
`;

const post = (header: string): string => `---\n${header}\n---\nFirst <b>words</b>.\n\nMore.\n`;

/** Posts whose ids, addresses, dates or terms have something about them. */
const SITE: Record<string, string> = {
  '_config.yml': CONFIG,
  '_posts/2021-12-01-plain.md': post('title: Plain'),
  '_posts/2021-12-02-临沂日报.md': post('title: 临沂日报\ncategories: [临沂, news]\ntags: [海, "a & b"]'),
  '_posts/2021-12-03-time.md': post('title: Time\ndate: 2021-12-03 23:30:00 -0500'),
  '_posts/2021-12-04-slug.md': post('title: Slug\nslug: Another Slug'),
  '_posts/2021-12-05-own.md': post('title: Own\npermalink: /own/place/'),
  '_posts/2021-12-06-top.md': post('title: Top\npermalink: /top.html\ncategory: news'),
  '_posts/2021-12-07-image.md': post('title: Image\nimage: /assets/a b.png'),
  '_posts/2021-12-08-cdn.md': post('title: Cdn\nimage: https://cdn.example/a.png?b=1&c=2'),
  '_posts/2021-12-09-changed.md': post('title: Changed\nlast_modified_at: 2022-01-02 10:00:00 +0800'),
  '_posts/2021-12-10-signs+and,more.md': post('title: "Signs & more"\ncategories: R&D'),
  'town/_posts/2021-12-11-folder.md': post('title: Folder\nauthor: Ada'),
};

/** What readers tell posts by and show of them. */
interface Entry {
  id: string;
  link: string;
  published: string;
  updated: string;
  author: string;
  terms: string[];
  summary: string;
  image: string;
}

/** jekyll-feed escapes the ampersands of ids, but not those of links. */
const unescaped = (text: string): string => text.replaceAll('&amp;', '&');
const first = (pattern: RegExp, text: string): string => unescaped(pattern.exec(text)?.[1] ?? '');

function entriesOf(atom: string): Entry[] {
  return atom
    .split('<entry')
    .slice(1)
    .map((text) => ({
      id: first(/<id>(.*?)<\/id>/, text),
      link: first(/<link href="([^"]*)" rel="alternate"/, text),
      published: first(/<published>(.*?)<\/published>/, text),
      updated: first(/<updated>(.*?)<\/updated>/, text),
      author: first(/<name>(.*?)<\/name>/, text),
      terms: [...text.matchAll(/<category term="([^"]*)"/g)].map(([, term]) => unescaped(term)),
      summary: first(/<summary[^>]*>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/summary>/, text),
      image: first(/<media:thumbnail [^>]*url="([^"]*)"/, text),
    }));
}

function missingFeed(): string | null {
  const { status } = spawnSync('ruby', ['-e', 'require "jekyll-feed"']);
  return status === 0 ? null : 'Ruby has no jekyll-feed (apt-get install -y ruby-jekyll-feed)';
}

const missing = missingFeed();

if (missing !== null) {
  it('is left out only where no Jekyll is required', () => {
    addClosingLine({ rank: 9, line: `LEFT OUT: feeds beside jekyll-feed, because ${missing}`, failures: [] });
    expect(process.env.CORPUS_REQUIRE_JEKYLL ? missing : null).toBeNull();
  });
} else {
  describe('the feed of a site that moved', () => {
    let instance: StrapiInstance;
    let built: string;

    beforeAll(async () => {
      const { root } = await makeSite(SITE);
      built = `${root}-built`;
      const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
      const jekyll = spawnSync('jekyll', ['build', '-s', root, '-d', built], { env, encoding: 'utf8' });
      if (jekyll.status !== 0) throw new Error(jekyll.stdout + jekyll.stderr);
      instance = await startStrapi();
      await setPublicActions(instance.strapi, ['plugin::press.feed.find']);
      const report = await instance.strapi.plugin('press').service<ImportService>('import').run(root, {});
      expect(report.counts.created).toBe(Object.keys(SITE).length - 1);
    }, 120_000);

    afterAll(async () => {
      await instance.stop();
      await removeSites();
      await rm(built, { recursive: true, force: true });
    });

    it.each([
      ['feed.xml', 'feed.xml?limit=50'],
      ['feed/news.xml', 'feeds/category/news.xml?limit=50'],
      ['feed/临沂.xml', 'feed.xml?category=lin-yi&limit=50'],
    ])('has the entries of %s as jekyll-feed wrote them', async (file, route) => {
      const expected = readFileSync(path.join(built, file), 'utf8');
      const { text } = await request(instance.server).get(`/api/press/${route}`).buffer(true);
      expect(entriesOf(expected).length).toBeGreaterThan(0);
      expect(entriesOf(text)).toEqual(entriesOf(expected));
      expect(first(/<id>(.*?)<\/id>/, text)).toBe(first(/<id>(.*?)<\/id>/, expected));
    });
  });
}
