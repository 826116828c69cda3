import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import { emitAfterCommit } from './posts-changed';
import { noChanges } from './write-context';

const TASK = 'press: posts that fall due';
const EACH_MINUTE = '0 * * * * *';
const STORE = 'strapi::core-store';
const KEY = 'plugin_press_due';
/** Posts of one event, at most; more of them come in several. */
const POSTS_PER_EVENT = 500;
/** Above every row id: all posts of a moment. */
const ALL = 2_147_483_647;

/** How far posts have been announced: all that are dated before, and those of that moment up to a row id. */
interface Announced {
  date: number;
  post: number;
}

interface SettingsSource {
  get(): Promise<{ future: boolean }>;
}

/**
 * From now on tells front ends each minute which posts fell due, by `press.posts.changed` with the cause `due`. Nodes that do
 * so share how far they are, so that each post is told of once.
 */
export function announceDuePosts(strapi: Core.Strapi): void {
  strapi.cron.add({
    [TASK]: { task: () => tellDuePosts(strapi), options: { rule: EACH_MINUTE } },
  });
}

export function stopAnnouncing(strapi: Core.Strapi): void {
  strapi.cron.remove(TASK);
}

/**
 * Tells of the posts that fell due since the last time, on whichever node that was; the first time there is none. With
 * `future` posts are shown whatever their date, and nothing falls due.
 */
export async function tellDuePosts(strapi: Core.Strapi, now = Date.now()): Promise<void> {
  if ((await pressService<SettingsSource>(strapi, 'settings').get()).future) return;
  let hasMore = true;
  while (hasMore) hasMore = await tellNext(strapi, now);
}

/** @returns whether there are more. */
async function tellNext(strapi: Core.Strapi, now: number): Promise<boolean> {
  return strapi.db.transaction(async () => {
    const known = await storedValue(strapi);
    if (known === null) {
      await strapi.db.query(STORE).create({ data: { key: KEY, value: written({ date: now, post: ALL }) } });
      return false;
    }
    const since = JSON.parse(known) as Announced;
    const due = await postsDue(strapi, since, now);
    const isFull = due.length === POSTS_PER_EVENT;
    const last = due[due.length - 1];
    const until = { date: Math.max(now, since.date), post: ALL };
    const next = isFull ? { date: last.date, post: last.id } : until;
    // Another node that was faster has changed the value, and tells of these posts.
    const { count } = await strapi.db
      .query(STORE)
      .updateMany({ where: { key: KEY, value: known }, data: { value: written(next) } });
    if (count === 0) return false;
    const changes = noChanges();
    for (const { url } of due) if (url) changes.urls.add(url);
    for (const category of await categoriesOf(strapi, due)) changes.categories.add(category);
    await emitAfterCommit(strapi, changes, 'due');
    return isFull;
  });
}

async function storedValue(strapi: Core.Strapi): Promise<string | null> {
  const row: unknown = await strapi.db.query(STORE).findOne({ where: { key: KEY }, orderBy: { id: 'asc' } });
  return (row as { value: string } | null)?.value ?? null;
}

function written(announced: Announced): string {
  return JSON.stringify(announced);
}

interface DuePost {
  id: number;
  date: number;
  url: string | null;
}

async function postsDue(strapi: Core.Strapi, since: Announced, now: number): Promise<DuePost[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const date = column('date');
  const from = new Date(since.date);
  const rows = await readRows<{ id: number | string; date: number | string | Date; url: string | null }>(
    strapi,
    {
      name: 'posts that fell due',
      table,
      build: (query) =>
        query
          .select('id', `${date} as date`, `${column('url')} as url`)
          .where(date, '>=', from)
          .where(date, '<=', new Date(now))
          .whereRaw('(?? > ? or ?? > ?)', [date, from, 'id', since.post])
          .whereNotNull(column('publishedAt'))
          .orderBy(date)
          .orderBy('id')
          .limit(POSTS_PER_EVENT),
      values: [from, new Date(now), from, since.post, POSTS_PER_EVENT],
    },
  );
  return rows.map((row) => ({ id: Number(row.id), date: new Date(row.date).getTime(), url: row.url }));
}

async function categoriesOf(strapi: Core.Strapi, posts: readonly DuePost[]): Promise<Set<string>> {
  if (posts.length === 0) return new Set();
  const found: unknown = await strapi.db.query(POST_UID).findMany({
    where: { id: { $in: posts.map(({ id }) => id) } },
    select: ['id'],
    populate: { categories: { select: ['documentId'] } },
  });
  const rows = found as { categories: { documentId: string }[] }[];
  return new Set(rows.flatMap(({ categories }) => categories.map(({ documentId }) => documentId)));
}
