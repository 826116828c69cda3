import type { Core } from '@strapi/strapi';
import { currentWrite } from '../events/write-context';
import { dropRedirects, followMoves, placeOf, type PublicPlace, type UrlMove } from '../redirects/url-move';
import type { DerivedAttributes } from './derive-post';
import type { LifecycleEvent } from './lifecycle-event';
import type { WriteFrame } from './write-frame';

/** A published row that was deleted. */
interface DeletedPlace {
  documentId: string;
  locale: string | null;
  url: string | null;
  extra: unknown;
}

/** Publishing again deletes the published row and inserts another one: where readers found the former is kept in between. */
const placeKey = (documentId: string, locale: string | null): string => `place ${locale ?? ''} ${documentId}`;

/** Notes before a write where readers will find the published row. */
export function notePlace(
  event: LifecycleEvent,
  { stored, documentId, locale }: WriteFrame,
  { url, extra }: DerivedAttributes,
): void {
  event.state.place = {
    documentId,
    locale,
    before: stored ? placeOf(stored.url, (stored as { extra?: unknown }).extra) : null,
    after: placeOf(url, extra),
  };
}

/** Keeps the redirects of a post in the transaction that published it. */
export async function keepRedirects(strapi: Core.Strapi, event: LifecycleEvent): Promise<void> {
  const noted = event.state.place as (UrlMove & { documentId: string | null }) | undefined;
  const documentId = noted?.documentId ?? (event.result?.documentId as string | undefined);
  if (!noted || !documentId) return;
  const memo = currentWrite()?.memo;
  const key = placeKey(documentId, noted.locale);
  const replaced = (await memo?.get(key)) as PublicPlace | undefined;
  memo?.delete(key);
  const isNew = currentWrite()?.action === 'create';
  const before = noted.before ?? replaced ?? null;
  await followMoves(strapi, [{ ...noted, documentId, before, isNew }]);
}

/**
 * After a published row is deleted. Where another one follows in the same action, its place is compared; else the URL is
 * left, and leads to the post when it is published again.
 */
export async function leavePlace(
  strapi: Core.Strapi,
  { documentId, locale, url, extra }: DeletedPlace,
): Promise<void> {
  const running = currentWrite();
  const before = placeOf(url, extra);
  if (running && running.action !== 'unpublish' && running.action !== 'delete') {
    running.memo.set(placeKey(documentId, locale), Promise.resolve(before));
    return;
  }
  if (running?.action === 'delete') await dropRedirects(strapi, documentId, locale);
  else await followMoves(strapi, [{ documentId, locale, before, after: null }]);
}
