import type { Core } from '@strapi/strapi';
import { isEqual } from 'lodash';
import { redirectsFrom } from '../../../core/jekyll';
import { deleteRows } from '../database/delete-rows';
import { newDocumentId } from '../database/new-document-id';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { urlKeyOf } from '../hook/derive-post';
import { REDIRECT_UID } from '../plugin-id';

/** A published version as readers find it. */
export interface PublicPlace {
  url: string | null;
  /** What `redirect_from` of its front matter names, as paths. */
  redirects: string[];
}

/** A post whose published version came, moved, or went; or a category whose page did. */
export interface UrlMove {
  documentId: string;
  locale: string | null;
  /** Null where it was not published. */
  before: PublicPlace | null;
  /** Null where it is not published any more. */
  after: PublicPlace | null;
  /** Whether the post was just created, so that nothing can lead to it yet. */
  isNew?: boolean;
}

/**
 * Where readers find a published row.
 * @param extra the unknown keys of its front matter, parsed or as a column holds them.
 */
export function placeOf(url: string | null, extra: unknown): PublicPlace {
  const keys: unknown = typeof extra === 'string' ? JSON.parse(extra) : extra;
  const isMap = typeof keys === 'object' && keys !== null;
  return { url, redirects: isMap ? redirectsFrom(keys as Record<string, unknown>) : [] };
}

/**
 * Where a redirect comes from: a URL that a post had (`moved`), `redirect_from` (`front-matter`); null where somebody made
 * it.
 */
type Origin = 'moved' | 'front-matter';

/**
 * Keeps the redirects of posts in the transaction that moves them. A redirect of ours leads to a post, not to a URL, so that
 * chains cannot arise: `to` follows the post. Nothing is written where neither the URL nor `redirect_from` changed.
 */
export async function followMoves(strapi: Core.Strapi, moves: readonly UrlMove[]): Promise<void> {
  for (const move of moves) await followMove(strapi, move);
}

async function followMove(strapi: Core.Strapi, move: UrlMove): Promise<void> {
  const { before, after } = move;
  const from = before?.url ?? null;
  const to = after?.url ?? null;
  const moved = from !== to;
  const named = !isEqual(before?.redirects ?? [], after?.redirects ?? []);
  if (!moved && !named) return;
  if (moved && to !== null && !move.isNew) await leadTo(strapi, move, to);
  if (moved && from !== null) await add(strapi, move, [from], 'moved', to ?? from);
  if (!after) return;
  if (named) await removeOthers(strapi, move, after.redirects);
  if (to !== null && after.redirects.length > 0 && (named || moved))
    await add(
      strapi,
      move,
      after.redirects.filter((path) => path !== to),
      'front-matter',
      to,
    );
}

/** One document becomes another one: its URL and all that led to it lead to the other's. */
export async function leadOthersTo(
  strapi: Core.Strapi,
  {
    from,
    into,
    locale,
    left,
    to,
  }: { from: string; into: string; locale: string | null; left: string; to: string },
): Promise<void> {
  await strapi.db
    .queryBuilder(REDIRECT_UID)
    .where({ target: from, locale })
    .update({ target: into, to, updatedAt: new Date() })
    .execute();
  if (left !== to) await add(strapi, { documentId: into, locale }, [left], 'moved', to);
  await leadTo(strapi, { documentId: into, locale }, to);
}

/** A post is deleted: nothing leads to it any more. */
export async function dropRedirects(
  strapi: Core.Strapi,
  documentId: string,
  locale: string | null,
): Promise<void> {
  const own = await redirectsOf(strapi, documentId, locale);
  const { table } = tableNames(strapi, REDIRECT_UID);
  await deleteRows(strapi, { table, column: 'id', ids: own.map(({ id }) => id) });
}

/** The post has a new URL: its redirects lead there, and none leads away from it. */
async function leadTo(
  strapi: Core.Strapi,
  { documentId, locale }: Pick<UrlMove, 'documentId' | 'locale'>,
  to: string,
): Promise<void> {
  const own = await redirectsOf(strapi, documentId, locale);
  const away = own.filter(({ from }) => from === to).map(({ id }) => id);
  const { table } = tableNames(strapi, REDIRECT_UID);
  await deleteRows(strapi, { table, column: 'id', ids: away });
  if (own.length > away.length)
    await strapi.db
      .queryBuilder(REDIRECT_UID)
      .where({ target: documentId, locale })
      .update({ to, updatedAt: new Date() })
      .execute();
}

async function removeOthers(
  strapi: Core.Strapi,
  { documentId, locale }: UrlMove,
  kept: readonly string[],
): Promise<void> {
  const own = await redirectsOf(strapi, documentId, locale);
  const gone = own.filter(({ from, origin }) => origin === 'front-matter' && !kept.includes(from));
  const { table } = tableNames(strapi, REDIRECT_UID);
  await deleteRows(strapi, { table, column: 'id', ids: gone.map(({ id }) => id) });
}

/** A URL that a post had belongs to who had it last; of two posts that name one path the first one has it. */
async function add(
  strapi: Core.Strapi,
  { documentId, locale }: Pick<UrlMove, 'documentId' | 'locale'>,
  paths: readonly string[],
  origin: Origin,
  to: string,
): Promise<void> {
  const { column } = tableNames(strapi, REDIRECT_UID);
  const now = new Date();
  for (const from of paths) {
    const row = {
      documentId: newDocumentId(strapi, REDIRECT_UID),
      from,
      fromKey: urlKeyOf(locale, from),
      to,
      code: 301,
      target: documentId,
      origin,
      locale,
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
    };
    const insert = strapi.db
      .queryBuilder(REDIRECT_UID)
      .insert(row)
      .onConflict([column('fromKey')]);
    await (
      origin === 'moved' ? insert.merge({ to, target: documentId, origin, code: 301 }) : insert.ignore()
    ).execute();
  }
}

interface OwnRedirect {
  id: number;
  from: string;
  origin: string | null;
}

async function redirectsOf(
  strapi: Core.Strapi,
  documentId: string,
  locale: string | null,
): Promise<OwnRedirect[]> {
  const { table, column } = tableNames(strapi, REDIRECT_UID);
  return readRows<OwnRedirect>(strapi, {
    name: 'redirects to a document',
    table,
    build: (query) =>
      query
        .select('id', column('from'), column('origin'))
        .where(column('target'), documentId)
        .where(column('locale'), locale),
    values: [documentId, locale],
  });
}
