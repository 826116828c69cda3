import type { Core } from '@strapi/strapi';
import { currentWrite, noChanges, type PublicChanges } from './write-context';

/**
 * Sent on Strapi's event hub, and so to its webhooks, once per change that readers can see and after it is committed.
 * Payload: `{ urls: string[], categories: string[], cause: string }` – URL paths, document ids of categories, and the
 * action (`publish`, `unpublish`, `delete`, `update`, `settings`, `rebuild` …), or `due`.
 */
export const POSTS_CHANGED = 'press.posts.changed';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** Offers the event to Strapi's webhooks. */
export function registerPostsChangedWebhook(strapi: Core.Strapi): void {
  strapi.get<WebhookStore>('webhookStore').addAllowedEvent('PRESS_POSTS_CHANGED', POSTS_CHANGED);
}

/** Notes that a public URL appeared, changed or went; joins the event of the running action where there is one. */
export async function recordPublicChange(
  strapi: Core.Strapi,
  change: { urls: (string | null)[]; categories?: string[] },
  cause: string,
): Promise<void> {
  const running = currentWrite();
  const changes = running?.changes ?? noChanges();
  for (const url of change.urls) if (url) changes.urls.add(url);
  for (const category of change.categories ?? []) changes.categories.add(category);
  if (!running) await emitAfterCommit(strapi, changes, cause);
}

/** Sends the event when the running transaction is committed, at once where there is none; nothing where nothing changed. */
export async function emitAfterCommit(
  strapi: Core.Strapi,
  changes: PublicChanges,
  cause: string,
): Promise<void> {
  if (changes.urls.size === 0 && changes.categories.size === 0) return;
  const payload = { urls: [...changes.urls], categories: [...changes.categories], cause };
  const emit = (): void => {
    void strapi.eventHub.emit(POSTS_CHANGED, payload);
  };
  if (!strapi.db.inTransaction()) {
    emit();
    return;
  }
  await strapi.db.transaction(({ onCommit }: { onCommit: (callback: () => void) => void }) => onCommit(emit));
}
