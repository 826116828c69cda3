import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { lotReader, readAhead } from '../../../server/src/import/reading';
import { readFilesOfLot } from '../../../server/src/import/reading/read-lot';
import { readerThread, type ReaderThread } from '../../../server/src/import/reading/reader-thread';
import { makeSite, removeSites } from '../../integration/site-folder';
import { testSettings } from '../settings';

const SCRIPT = path.join(__dirname, 'reader-thread.js');
const settings = testSettings({ site: { timezone: 'Asia/Shanghai' } });
const strapi = { log: { debug: () => undefined } } as unknown as Core.Strapi;

const FILES = {
  '_posts/2021-12-29-pier.md':
    '---\ntitle: 码头\ncategories: [town, news]\nwhen: 2021-12-29 08:43:42\n---\nText.\n',
  '_posts/2021-12-30-broken.md': '---\ntitle: "A "broken" one"\n---\nText.\n',
  '_posts/2021-12-31-odd.md':
    '\uFEFF---\r\n__proto__: {a: 1}\nnan: .nan\nbig: 0b1\n? [a]\n: b\n---\r\nText.\r\n',
  '_posts/2022-01-01-latin.md': new Uint8Array([0x61, 0xff]),
  '_posts/no-date.md': '---\ntitle: No date\n---\n',
  'about.md': 'About.\n',
  '_posts/2022-01-02-known.md': 'Known.\n',
};

let thread: ReaderThread;

beforeAll(() => {
  thread = readerThread(SCRIPT, { makesDocumentIds: true });
});

afterAll(async () => {
  await thread.stop();
  await removeSites();
});

async function lot() {
  const { root } = await makeSite(FILES);
  const entries = Object.keys(FILES).map((name) => ({ path: name, absolute: path.join(root, name) }));
  entries.push({ path: '_posts/2022-01-03-gone.md', absolute: path.join(root, 'gone.md') });
  const [known] = readFilesOfLot({ entries: [entries[6]], knownHashes: [null] }, settings);
  const hash = 'fileHash' in known ? known.fileHash : null;
  return { entries, knownHashes: entries.map((_, index) => (index === 6 ? hash : null)) };
}

it('reads files in another thread as in this one', async () => {
  const files = await lot();
  const here = readFilesOfLot(files, settings);
  expect(here.map((reading) => ('file' in reading ? reading.file?.status : 'failed'))).toEqual([
    'post',
    'post',
    'post',
    'rejected',
    'ignored',
    'ignored',
    undefined,
    'rejected',
  ]);
  expect((await thread.read(files, settings)).readings).toEqual(here);
});

it('makes an id for each post of a new file, as Strapi does', async () => {
  const files = await lot();
  const { documentIds } = await thread.read(files, settings);
  const id: unknown = expect.stringMatching(/^[a-z][a-z0-9]{23}$/);
  expect(documentIds).toEqual([id, id, id, ...Array(5).fill(undefined)]);
  expect(new Set(documentIds.slice(0, 3)).size).toBe(3);
  const known = {
    ...files,
    knownHashes: files.knownHashes.map((_, index) => (index === 0 ? 'other' : null)),
  };
  expect((await thread.read(known, settings)).documentIds.slice(0, 2)).toEqual([undefined, id]);
});

it('makes no ids where nothing is stored together', async () => {
  const reader = readerThread(SCRIPT, { makesDocumentIds: false });
  const { documentIds } = await reader.read(await lot(), settings);
  expect(documentIds).toEqual(Array(8).fill(undefined));
  await reader.stop();
});

it('reads with the settings of the moment', async () => {
  const files = await lot();
  const strict = testSettings({ limits: { fileBytes: 10 } });
  for (const each of [strict, settings]) {
    expect((await thread.read(files, each)).readings).toEqual(readFilesOfLot(files, each));
  }
});

it('takes several lots at once', async () => {
  const files = await lot();
  const last = { entries: files.entries.slice(1), knownHashes: files.knownHashes.slice(1) };
  const both = await Promise.all([thread.read(files, settings), thread.read(last, settings)]);
  expect(both.map(({ readings }) => readings)).toEqual([
    readFilesOfLot(files, settings),
    readFilesOfLot(last, settings),
  ]);
});

it('goes on in this thread where the other one ended', async () => {
  const dying = readerThread(SCRIPT, { makesDocumentIds: false });
  const reader = lotReader(strapi, { hasTables: false, startThread: () => dying });
  const { entries } = await lot();
  const whole = { entries, knownHashes: entries.map(() => null) };
  const expected = readFilesOfLot(whole, settings);
  expect((await (await reader.read(entries, settings)).files).readings).toEqual(expected);
  const second = await reader.read(entries, settings);
  await dying.stop();
  expect((await second.files).readings).toEqual(expected);
  expect((await (await reader.read(entries, settings)).files).readings).toEqual(expected);
});

it('reads what came as bytes in this thread', async () => {
  const read = jest.fn(() => Promise.reject(new Error('was asked')));
  const startThread = () => ({ read, stop: () => Promise.resolve() });
  const reader = lotReader(strapi, { hasTables: false, startThread });
  const entries = [{ path: '_posts/2022-01-01-a.md', absolute: '', content: Buffer.from('Text.\n') }];
  for (let count = 0; count < 2; count += 1) await (await reader.read(entries, settings)).files;
  expect(read).not.toHaveBeenCalled();
});

it('begins each lot before the one before it is worked on', async () => {
  const steps: string[] = [];
  const begin = (lot: number) => Promise.resolve(steps.push(`begin ${lot}`)).then(() => lot);
  async function* lots() {
    for (const lot of [1, 2, 3]) yield await Promise.resolve(lot);
  }
  for await (const lot of readAhead(lots(), begin)) steps.push(`work ${lot}`);
  expect(steps).toEqual(['begin 1', 'begin 2', 'work 1', 'begin 3', 'work 2', 'work 3']);
});
