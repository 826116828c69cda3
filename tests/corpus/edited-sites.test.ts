import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Settings } from '../../core/settings';
import { openSource } from '../../server/src/import/source';
import { addClosingLine, type Failure } from './closing-lines';
import { editDifferences } from './edited-answer';
import { editPost, openPost, type OpenPost } from './edited-post';
import { edit } from './generated/edits';
import { site } from './generated/sites';
import { describeWithJekyll, type Jekyll } from './jekyll-process';
import type { ExpectedPost } from './jekyll-answer';
import { sharedPath } from './shared-data';
import { settingsOf } from './site-settings';
import { withSite, type SiteTree } from './written-site';

/** Edits of every post. */
const ROUNDS = 8;
const GENERATED_SITES = 40;
const seed = Number(process.env.CORPUS_SEED ?? Date.now() % 1_000_000);

/** A site in memory, with its settings. */
interface OpenSite {
  tree: SiteTree;
  posts: OpenPost[];
  settings: Settings;
}

async function openSite(folder: string): Promise<OpenSite> {
  const source = await openSource(folder);
  const config = source.siteConfig ? new TextDecoder().decode(source.siteConfig.bytes) : '';
  const settings = settingsOf(config);
  const tree: SiteTree = new Map([['_config.yml', config]]);
  const posts: OpenPost[] = [];
  for await (const { path: name, absolute } of source.files()) {
    const bytes = await readFile(absolute);
    tree.set(name, bytes);
    const post = openPost(name, bytes, settings);
    if (post) posts.push(post);
  }
  return { tree, posts, settings };
}

const answersOf = (jekyll: Jekyll, tree: SiteTree): Promise<Map<string, ExpectedPost>> =>
  withSite(tree, async (folder) => {
    const { posts } = await jekyll.read(folder);
    return new Map(posts.map((post) => [post.path, post]));
  });

/** Posts that Jekyll reads without an error; what it stops at is refused or diagnosed before it is written. */
function isSound(answer: ExpectedPost | undefined): answer is ExpectedPost {
  const messages = (answer?.messages ?? []) as { level: string }[];
  return answer?.status === 'post' && messages.every(({ level }) => level !== 'error');
}

const FOLDERS = [
  ['finews', sharedPath('data', 'finews')],
  ['demo', path.resolve(__dirname, '../../demo/site')],
];

describeWithJekyll('edited sites', (jekyll) => {
  let edits = 0;
  let differing = 0;
  const failures: Failure[] = [];

  afterAll(() => {
    const line = `edited: ${edits} edits read back by Jekyll, ${differing} differ`;
    addClosingLine({ rank: 3, line, failures });
  });

  async function editAll(name: string, { tree, posts, settings }: OpenSite, round: number): Promise<number> {
    const before = await answersOf(jekyll(), tree);
    const edited: SiteTree = new Map(tree);
    const samples = fc.sample(edit, { numRuns: posts.length, seed: seed + round });
    const written = posts.flatMap((post, index) => {
      const result = isSound(before.get(post.path)) ? editPost(post, samples[index], settings) : null;
      if (!result) return [];
      edited.set(post.path, result.bytes);
      return [{ post, edit: samples[index], result }];
    });
    const after = await answersOf(jekyll(), edited);
    for (const { post, edit: changed, result } of written) {
      const expected = before.get(post.path) as ExpectedPost;
      const differences = editDifferences(changed, expected, after.get(post.path) as ExpectedPost);
      edits += 1;
      if (differences.length === 0) continue;
      differing += 1;
      const text = new TextDecoder().decode(result.bytes.subarray(0, 1000));
      failures.push(...differences.map((found) => ({ site: name, path: post.path, ...found, text })));
    }
    return written.length;
  }

  it.each(FOLDERS)(
    '%s is read back by Jekyll as it was edited',
    async (name, folder) => {
      const open = await openSite(folder);
      let written = 0;
      for (let round = 0; round < ROUNDS; round += 1) written += await editAll(name, open, round);
      // The rest is refused, such as the removal of a folder's category.
      expect(written).toBeGreaterThan(0.5 * ROUNDS * open.posts.length);
      expect({ seed, failures: failures.slice(0, 5) }).toEqual({ seed, failures: [] });
    },
    300_000,
  );

  it('generated sites are read back by Jekyll as they were edited', async () => {
    for (const [round, tree] of fc.sample(site, { numRuns: GENERATED_SITES, seed }).entries())
      await editAll('generated', await withSite(tree, openSite), round);
    expect({ seed, failures: failures.slice(0, 5) }).toEqual({ seed, failures: [] });
  }, 300_000);
});

describe('the writer keeps its laws on the posts of real sites', () => {
  it.each(FOLDERS)('%s', async (_name, folder) => {
    const { posts, settings } = await openSite(folder);
    const samples = fc.sample(edit, { numRuns: posts.length, seed });
    for (const [index, post] of posts.entries()) {
      const same = editPost(post, {}, settings);
      expect(Buffer.from(same?.bytes ?? []).equals(post.bytes)).toBe(true);

      const once = editPost(post, samples[index], settings);
      if (!once) continue;
      const read = openPost(post.path, once.bytes, settings);
      expect(read?.reading.fields).toEqual(once.wanted);

      const again = read && editPost(read, samples[index], settings);
      expect(Buffer.from(again?.bytes ?? []).equals(once.bytes)).toBe(true);

      const undone = editPost(
        { ...post, reading: read?.reading ?? post.reading },
        post.reading.fields,
        settings,
      );
      expect(Buffer.from(undone?.bytes ?? []).equals(post.bytes)).toBe(true);
    }
  });
});
