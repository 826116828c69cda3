import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { defaultSettings } from '../../../core/default-settings';
import { openImportSource } from '../../../server/src/import/import-source';
import { openNdjsonSource } from '../../../server/src/import/ndjson-source';
import type { Source } from '../../../server/src/import/source';
import { loadSourceFile } from '../../../server/src/import/source-file';
import { openZipSource } from '../../../server/src/import/zip-source';
import { folderWith, removeFolders } from '../cli/cli-run';
import { renamedEntry, zipOf } from './zip-archive';

afterAll(removeFolders);

const { limits } = defaultSettings();
const POST = '---\ntitle: A\n---\nText.\n';

/** What a source gives: the content of each file, or why it does not come in. */
async function contentOf(source: Source): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for await (const file of source.files()) {
    const { bytes, post } = loadSourceFile(file, defaultSettings());
    const told = post
      ? `${post.status}: ${post.diagnostics[0]?.message ?? ''}`
      : Buffer.from(bytes).toString();
    content[file.path] = [content[file.path] ?? [], told].flat().join(' | ');
  }
  return content;
}

const pathsOf = async (source: Source): Promise<string[]> => Object.keys(await contentOf(source));

function zipFile(zip: Buffer): string {
  return path.join(folderWith({ 'site.zip': zip }), 'site.zip');
}

async function openedZip(...args: Parameters<typeof zipOf>): Promise<Source> {
  return openZipSource(zipFile(await zipOf(...args)), limits);
}

describe('a zip file', () => {
  it('holds a site with its _config.yml, posts in the order of names, and pages', async () => {
    const source = await openedZip([
      ['b/_posts/2021-01-02-b.md', 'b'],
      ['_posts/2021-01-01-a.md', POST],
      ['about.md', 'about'],
      ['_config.yml', 'title: T\n'],
      ['assets/a.png', 'x'],
    ]);
    expect(source.siteConfig).toMatchObject({ path: '_config.yml' });
    expect(Buffer.from(source.siteConfig?.bytes ?? []).toString()).toBe('title: T\n');
    expect(await contentOf(source)).toEqual({
      '_posts/2021-01-01-a.md': POST,
      'b/_posts/2021-01-02-b.md': 'b',
    });
    expect(source.count).toBe(2);
    const pages: string[] = [];
    for await (const page of source.pages()) pages.push(page.path);
    expect(pages).toEqual(['about.md']);
    await source.close?.();
  });

  it('may hold the site in a folder, as the archives of code hosts do', async () => {
    const source = await openedZip([
      ['blog-main/_config.yml', 'title: T\n'],
      ['blog-main/_posts/2021-01-01-a.md', POST],
      ['blog-main/docs/_config.yml', 'title: docs\n'],
      ['other/_posts/2021-01-01-b.md', POST],
    ]);
    expect(await pathsOf(source)).toEqual(['_posts/2021-01-01-a.md']);
    const bare = await openedZip([['x/y/_posts/2021-01-01-a.md', POST]]);
    expect(await pathsOf(bare)).toEqual(['_posts/2021-01-01-a.md']);
  });

  it('refuses by name what leads out, is a link or unpacks to far more than it is', async () => {
    const zip = await zipOf([
      ['_posts/2021-01-01-a.md', POST],
      ['xx/_posts/2021-01-02-b.md', POST],
      ['Y/abs/_posts/2021-01-02-b.md', POST],
      ['_posts/2021-01-03-link.md', '/etc/passwd', { mode: 0o120777 }],
      ['_posts/2021-01-04-bomb.md', Buffer.alloc(1_000_000)],
      ['_posts/2021-01-01-a.md', 'again'],
    ]);
    const bad = renamedEntry(renamedEntry(zip, 'xx/_posts', '../_posts'), 'Y/abs', '//abs');
    const source = await openZipSource(zipFile(bad), limits);
    expect(await contentOf(source)).toEqual({
      '../_posts/2021-01-02-b.md': expect.stringMatching(/^rejected: .*leads out/),
      '//abs/_posts/2021-01-02-b.md': expect.stringMatching(/^rejected: .*leads out/),
      '_posts/2021-01-03-link.md': expect.stringMatching(/^rejected: .*a link/),
      '_posts/2021-01-04-bomb.md': expect.stringMatching(/^rejected: .*limits\.archiveRatio \(200\)/),
      '_posts/2021-01-01-a.md': expect.stringMatching(/^rejected: .*twice.* \| ---/),
    });
  });

  it('gives a file that is too large as such, without unpacking it', async () => {
    const file = zipFile(await zipOf([['_posts/2021-01-01-a.md', 'x'.repeat(5000)]]));
    const source = await openZipSource(file, { ...limits, fileBytes: 4000 });
    for await (const { size, content } of source.files())
      expect({ size, content }).toEqual({ size: 5000, content: undefined });
  });

  it.each([
    ['more files', { archiveFiles: 1 }, /2 files, more than limits\.archiveFiles \(1\)/],
    ['more bytes', { archiveBytes: 10 }, /larger than limits\.archiveBytes \(10\)/],
  ])('is refused with %s than the config allows', async (_name, changed, told) => {
    const file = zipFile(
      await zipOf([
        ['_posts/2021-01-01-a.md', POST],
        ['_posts/2021-01-02-b.md', POST],
      ]),
    );
    await expect(openZipSource(file, { ...limits, ...changed })).rejects.toThrow(told);
  });

  it.each([
    ['no zip file', Buffer.from('not a zip'), /site\.zip: /],
    ['one without posts', zipOf([['a.md', 'a']]), /no files in _posts or _drafts folders/],
    [
      'one with a broken _config.yml',
      zipOf([
        ['_config.yml', 'a: ['],
        ['_posts/2021-01-01-a.md', POST],
      ]),
      /_config\.yml:1:\d/,
    ],
  ])('that is %s is told at once', async (_name, zip, told) => {
    await expect(openImportSource(zipFile(await zip))).rejects.toThrow(told);
    await expect(openImportSource(zipFile(await zip), { as: '_posts/2021-01-01-a.md' })).rejects.toThrow(
      /--as/,
    );
  });
});

describe('a stream of lines', () => {
  const line = (name: string, content: string) => `${JSON.stringify({ path: name, content })}\n`;
  const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith('press-stream-'));

  it('is a site, whatever pieces it comes in, and the last of a path counts', async () => {
    const text = [
      line('_posts/2021-01-01-a.md', 'first'),
      line('_config.yml', 'title: 题\n'),
      line('_posts/2021-01-02-b.md', 'a\u2028b🦜\r\n'),
      line('_posts/2021-01-01-a.md', POST).replace('\n', '\r\n'),
      '\n',
    ].join('');
    const bytes = Buffer.from(text);
    const pieces = [
      bytes.subarray(0, 33),
      bytes.subarray(33, 95),
      bytes.subarray(95, 130),
      bytes.subarray(130),
    ];
    const source = await openNdjsonSource(Readable.from(pieces));
    expect(Buffer.from(source.siteConfig?.bytes ?? []).toString()).toBe('title: 题\n');
    expect(await contentOf(source)).toEqual({
      '_posts/2021-01-01-a.md': POST,
      '_posts/2021-01-02-b.md': 'a\u2028b🦜\r\n',
    });
    await source.close?.();
  });

  it('refuses lines by their number, and paths that lead out by their name', async () => {
    const source = await openNdjsonSource(
      Readable.from([
        line('_posts/2021-01-01-a.md', POST),
        'no json\n',
        '{"path":1}\n',
        line('../x.md', 'x'),
        line('/x.md', 'x'),
      ]),
    );
    expect(await contentOf(source)).toEqual({
      'line 2': expect.stringMatching(/^rejected: .*expected \{"path"/),
      'line 3': expect.stringMatching(/^rejected: .*expected \{"path"/),
      '../x.md': expect.stringMatching(/^rejected: .*leads out/),
      '/x.md': expect.stringMatching(/^rejected: .*leads out/),
      '_posts/2021-01-01-a.md': POST,
    });
    await source.close?.();
  });

  it('leaves nothing behind', async () => {
    const before = spooled();
    await expect(openNdjsonSource(Readable.from([]))).rejects.toThrow(/nothing came in/);
    const source = await openNdjsonSource(Readable.from([line('a.md', 'a')]));
    await expect(openImportSource(source)).rejects.toThrow(/no files in _posts/);
    expect(spooled()).toEqual(before);
  });
});
