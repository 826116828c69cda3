import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packFiles } from '../../../admin/src/pages/import/sending/pack-files';
import { defaultSettings } from '../../../core/default-settings';
import { openZipList } from '../../../server/src/import/zip-source';

const never = () => new AbortController().signal;

it('packs files that the import reads back byte for byte', async () => {
  const contents = new Map([
    ['site/_posts/2021-12-29-港口.md', Buffer.from('---\r\ntitle: 港口\r\n---\r\nText.\n')],
    ['site/_posts/2021-12-30-long.md', Buffer.from('A long text. '.repeat(100_000))],
    ['site/img/a.png', Buffer.from([0x89, 0x50, 0, 1, 2, 255])],
    ['site/empty.md', Buffer.alloc(0)],
  ]);
  const files = [...contents].map(([name, bytes]) => ({ path: name, file: new File([bytes], name) }));
  const done: number[] = [];
  const zip = await packFiles(files, { signal: never(), onProgress: (count) => done.push(count) });
  expect(zip.type).toBe('application/zip');
  expect(done).toEqual([1, 2, 3, 4]);

  const folder = await mkdtemp(path.join(tmpdir(), 'press-pack-'));
  try {
    const file = path.join(folder, 'site.zip');
    await writeFile(file, Buffer.from(await zip.arrayBuffer()));
    const limits = { ...defaultSettings().limits, archiveRatio: 2000 };
    const { list, close } = await openZipList(file, limits);
    expect(list.refused).toEqual([]);
    expect(list.paths).toEqual([...contents.keys()].sort());
    for (const [name, bytes] of contents)
      expect(Buffer.from((await list.read(name)).content ?? 'none')).toEqual(bytes);
    await close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const files = ['a', 'b', 'c'].map((name) => ({ path: name, file: new File(['x'], name) }));
  const packing = packFiles(files, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(packing).rejects.toThrow(/abort/);
});
