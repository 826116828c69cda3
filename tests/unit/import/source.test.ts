import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../../core/messages';
import { openSource, type Source } from '../../../server/src/import/source';
import { folderWith, removeFolders } from '../cli/cli-run';

afterAll(removeFolders);

const SITE = {
  '_config.yml': 'title: T\n',
  '_posts/2021-01-01-a.md': 'a',
  '_posts/deep/er/2021-01-02-b.md': 'b',
  '_drafts/idea.md': 'idea',
  'news/_posts/2021-01-03-c.md': 'c',
  'news/town/_drafts/d.md': 'd',
  'about.md': 'about',
  'news/index.html': 'index',
};

async function pathsOf(files: AsyncGenerator<{ path: string }>): Promise<string[]> {
  const found: string[] = [];
  for await (const file of files) found.push(file.path);
  return found;
}

const postsOf = (source: Source): Promise<string[]> => pathsOf(source.files());

describe('a site', () => {
  it('has the files of all its _posts and _drafts folders, by their paths from its root', async () => {
    const folder = folderWith(SITE);
    const source = await openSource(folder);
    expect(source.root).toBe(folder);
    expect(await postsOf(source)).toEqual([
      '_drafts/idea.md',
      '_posts/2021-01-01-a.md',
      '_posts/deep/er/2021-01-02-b.md',
      'news/_posts/2021-01-03-c.md',
      'news/town/_drafts/d.md',
    ]);
    expect((await pathsOf(source.pages())).sort()).toEqual(['about.md', 'news/index.html']);
  });

  it.each(['_posts', 'news', 'news/_posts', '_posts/deep/er'])(
    'keeps its root when only %s is named',
    async (name) => {
      const folder = folderWith(SITE);
      const source = await openSource(path.join(folder, name));
      expect(source.root).toBe(folder);
      const all = await postsOf(await openSource(folder));
      expect(await postsOf(source)).toEqual(all.filter((file) => file.startsWith(`${name}/`)));
    },
  );

  it('keeps its root when one file is named', async () => {
    const folder = folderWith(SITE);
    const source = await openSource(path.join(folder, '_posts/deep/er/2021-01-02-b.md'));
    expect([source.root, await postsOf(source)]).toEqual([folder, ['_posts/deep/er/2021-01-02-b.md']]);
  });

  it.each(['.', '_posts', '_posts/deep/er', '_posts/2021-01-01-a.md'])(
    'without _config.yml begins above its _posts folder, named by %s',
    async (name) => {
      const { '_config.yml': _config, ...files } = SITE;
      const folder = folderWith(files);
      const source = await openSource(path.join(folder, name));
      expect([source.root, source.siteConfig]).toEqual([folder, null]);
      expect((await postsOf(source)).every((file) => /^(_posts|_drafts|news)\//.test(file))).toBe(true);
    },
  );

  it('is walked as its _config.yml includes and excludes', async () => {
    const folder = folderWith({
      '_config.yml': 'include: [_pages]\nexclude: [notes, old/]\n',
      '_pages/_posts/2021-01-01-a.md': '',
      '_other/_posts/2021-01-01-a.md': '',
      'notes/_posts/2021-01-01-a.md': '',
      'old/_posts/2021-01-01-a.md': '',
      'older/_posts/2021-01-01-a.md': '',
      'x/node_modules/_posts/2021-01-01-a.md': '',
    });
    expect(await postsOf(await openSource(folder))).toEqual([
      '_pages/_posts/2021-01-01-a.md',
      'older/_posts/2021-01-01-a.md',
      'x/node_modules/_posts/2021-01-01-a.md',
    ]);
  });

  it('is left out where Jekyll leaves it out', async () => {
    const folder = folderWith({
      '_config.yml': '',
      'node_modules/x/_posts/2021-01-01-a.md': '',
      'vendor/bundle/_posts/2021-01-01-a.md': '',
      '.git/_posts/2021-01-01-a.md': '',
      '_layouts/_posts/2021-01-01-a.md': '',
      'old~/_posts/2021-01-01-a.md': '',
      '#x/_posts/2021-01-01-a.md': '',
      '_posts/.hidden/2021-01-01-a.md': '',
      'vendored/_posts/2021-01-01-a.md': '',
    });
    expect(await postsOf(await openSource(folder))).toEqual(['vendored/_posts/2021-01-01-a.md']);
  });
});

describe('odd names', () => {
  it('come as they are', async () => {
    const names = [
      '2021-01-01-a b.md',
      '2021-01-01-新闻 😀.md',
      '2021-01-01-"q\'.md',
      '2021-01-01-a\nb.md',
      '2021-01-01-%20.md',
    ];
    const folder = folderWith(Object.fromEntries(names.map((name) => [`_posts/${name}`, ''])));
    expect((await postsOf(await openSource(folder))).sort()).toEqual(
      names.map((name) => `_posts/${name}`).sort(),
    );
  });

  it('that are not UTF-8 are files that cannot be read', async () => {
    const folder = folderWith({ '_posts/2021-01-01-a.md': '' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/_posts/2021-01-02-`), Buffer.from([0xff]), Buffer.from('.md')]),
      '',
    );
    const found: (string | undefined)[] = [];
    for await (const { unreadable } of (await openSource(folder)).files())
      found.push(unreadable && say(unreadable, 'en'));
    expect(found).toEqual([undefined, 'its name is not UTF-8']);
  });
});

describe('links', () => {
  it('that lead round are followed once', async () => {
    const folder = folderWith({ 'news/_posts/2021-01-01-a.md': '' });
    symlinkSync('..', path.join(folder, 'news', 'up'));
    symlinkSync('.', path.join(folder, 'self'));
    expect(await postsOf(await openSource(folder))).toEqual(['news/_posts/2021-01-01-a.md']);
  });

  it('that lead nowhere are files that cannot be read', async () => {
    const folder = folderWith({ '_posts/2021-01-01-a.md': '' });
    symlinkSync('nowhere.md', path.join(folder, '_posts', '2021-01-02-b.md'));
    symlinkSync('2021-01-03-c.md', path.join(folder, '_posts', '2021-01-03-c.md'));
    const found: Record<string, string | undefined> = {};
    for await (const { path: file, unreadable } of (await openSource(folder)).files())
      found[file] = unreadable && say(unreadable, 'en');
    expect(found).toEqual({
      '_posts/2021-01-01-a.md': undefined,
      '_posts/2021-01-02-b.md': 'a broken link (no such file or folder)',
      '_posts/2021-01-03-c.md': 'a broken link (a link that leads to itself)',
    });
  });

  it('to a file are that file', async () => {
    const folder = folderWith({ '_posts/2021-01-01-a.md': '', 'b.md': 'b' });
    symlinkSync('../b.md', path.join(folder, '_posts', '2021-01-02-b.md'));
    expect(await postsOf(await openSource(folder))).toEqual([
      '_posts/2021-01-01-a.md',
      '_posts/2021-01-02-b.md',
    ]);
  });
});

describe('a file that stands for a path', () => {
  it('has that path', async () => {
    const folder = folderWith({ 'seed.txt': 'x' });
    const source = await openSource(path.join(folder, 'seed.txt'), './news/_posts/2021-01-01-a.md');
    expect(await postsOf(source)).toEqual(['news/_posts/2021-01-01-a.md']);
  });

  it.each([
    '../_posts/2021-01-01-a.md',
    '/_posts/2021-01-01-a.md',
    '_posts/../../2021-01-01-a.md',
    'about.md',
    '_posts/a.md',
    '',
  ])('cannot stand for %p', async (as) => {
    const folder = folderWith({ 'seed.txt': 'x' });
    await expect(openSource(path.join(folder, 'seed.txt'), as)).rejects.toThrow(
      /^--as .*expected the path of a post/,
    );
  });
});

describe('a path that cannot be read is told in one line', () => {
  it.each(['missing', '_posts/2021-01-01-a.md/below', 'x'.repeat(300), 'loop'])('%s', async (name) => {
    const folder = folderWith({ '_posts/2021-01-01-a.md': '' });
    symlinkSync('loop', path.join(folder, 'loop'));
    const target = path.join(folder, name);
    await expect(openSource(target)).rejects.toThrow(
      /: (no such file or folder|its name is too long|a link that leads to itself)$/,
    );
  });

  it('is no error where a folder holds no posts', async () => {
    const folder = folderWith({ 'a.txt': '' });
    mkdirSync(path.join(folder, '_posts'));
    expect(await postsOf(await openSource(folder))).toEqual([]);
  });
});
