import { POSTS_CHANGED } from '../../server/src/events/posts-changed';
import { tellDuePosts } from '../../server/src/events/due-posts';
import { POST_UID } from '../../server/src/plugin-id';
import { deleteEverything, documentsOf } from './documents';
import { deleteRows, insertPublishedRows } from './published-rows';
import { startStrapi, type StrapiInstance } from './strapi-instance';

interface Told {
  urls: string[];
  categories: string[];
  cause: string;
}

const STORE = 'strapi::core-store';
const HOUR = 3_600_000;

let instance: StrapiInstance;
let told: Told[];
let now: number;

beforeAll(async () => {
  instance = await startStrapi();
  listen();
});

afterAll(() => instance.stop());

function listen(): void {
  instance.strapi.eventHub.on(POSTS_CHANGED, (payload: unknown) => {
    told.push(payload as Told);
    return Promise.resolve();
  });
}

beforeEach(async () => {
  told = [];
  await deleteEverything(instance.strapi);
  await instance.strapi.db.query(STORE).deleteMany({ where: { key: 'plugin_press_due' } });
  now = Date.now();
  await tellDuePosts(instance.strapi, now);
});

const documents = () => documentsOf(instance.strapi, POST_UID);

/** A published post dated so many hours ahead. */
const publish = (title: string, hours: number, more = '') =>
  documents().create({
    locale: 'en',
    status: 'published',
    data: { frontMatter: `title: ${title}\ndate: ${new Date(now + hours * HOUR).toISOString()}\n${more}` },
  });

async function dueAt(hours: number): Promise<Told[]> {
  told = [];
  await tellDuePosts(instance.strapi, now + hours * HOUR);
  return told;
}

describe('posts that fall due', () => {
  it('are told of once, with their categories', async () => {
    await publish('Later', 2, 'categories: news\n');
    await publish('Much later', 5);
    expect(await dueAt(1)).toEqual([]);
    expect(await dueAt(3)).toEqual([
      { urls: [expect.stringMatching(/later/)], categories: [expect.any(String)], cause: 'due' },
    ]);
    expect(await dueAt(3)).toEqual([]);
    expect(await dueAt(4)).toEqual([]);
    expect(await dueAt(6)).toMatchObject([{ urls: [expect.stringMatching(/much-later/)] }]);
  });

  it('are told of at the very moment of their date, and not again', async () => {
    await publish('Sharp', 1);
    expect(await dueAt(1)).toHaveLength(1);
    expect(await dueAt(1)).toEqual([]);
    expect(await dueAt(2)).toEqual([]);
  });

  it('are neither drafts nor posts that had been due before', async () => {
    await publish('Old', -1);
    await documents().create({
      locale: 'en',
      data: { frontMatter: `title: Draft\ndate: ${new Date(now + HOUR).toISOString()}\n` },
    });
    expect(await dueAt(2)).toEqual([]);
  });

  it('are told of by one node alone', async () => {
    await publish('One', 1);
    told = [];
    await Promise.all([1, 2, 3].map(() => tellDuePosts(instance.strapi, now + 2 * HOUR)));
    expect(told).toHaveLength(1);
  });

  it('are told of in several events where they are many, all of them', async () => {
    await insertPublishedRows(instance.strapi, 1200, { date: new Date(now + HOUR) });
    const events = await dueAt(2);
    expect(events.map(({ urls }) => urls.length)).toEqual([500, 500, 200]);
    expect(new Set(events.flatMap(({ urls }) => urls)).size).toBe(1200);
    expect(await dueAt(3)).toEqual([]);
    await deleteRows(instance.strapi);
  });
});

describe('with future: true', () => {
  it('nothing falls due', async () => {
    await publish('Shown', 1);
    instance = await instance.restart({ future: true });
    listen();
    expect(await dueAt(2)).toEqual([]);
  });
});
