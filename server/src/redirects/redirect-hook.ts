import type { Core } from '@strapi/strapi';
import { message, type Message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { urlKeyOf } from '../hook/derive-post';
import type { LifecycleEvent } from '../hook/lifecycle-event';
import { namedPost, validationError } from '../hook/rejections';
import { POST_UID, REDIRECT_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { askedPath } from './asked-path';
import { categoryAt } from './term-page';

/** A redirect as a form sends it, over what is stored. */
interface RedirectRow {
  id: number;
  from: string | null;
  to: string | null;
  code: number | null;
  target: string | null;
  locale: string | null;
}

/** The HTTP statuses that lead a reader elsewhere and keep doing so (RFC 9110, section 15.4). */
const CODES = [301, 302, 307, 308];
/** A chain that is longer is taken for a circle. */
const MOST_HOPS = 20;

/**
 * Lifecycle hook of redirects that somebody makes: checks them, lets them lead to the post or category behind a URL rather
 * than to the URL, and leaves no chains. Those that moved posts leave are written past it.
 */
export function redirectHookService({ strapi }: { strapi: Core.Strapi }) {
  return {
    async beforeCreate(event: LifecycleEvent): Promise<void> {
      await complete(event, null);
    },

    async beforeUpdate(event: LifecycleEvent): Promise<void> {
      const stored: unknown = await strapi.db.query(REDIRECT_UID).findOne({ where: event.params.where });
      if (stored) await complete(event, stored as RedirectRow);
    },

    /** Those that led to the redirect's former place lead on to where it leads. */
    async afterWrite(event: LifecycleEvent): Promise<void> {
      const { from, to, target, locale } = (event.result ?? {}) as unknown as RedirectRow;
      if (!from || !to) return;
      await strapi.db
        .queryBuilder(REDIRECT_UID)
        .where({ to: from, target: null, locale })
        .update({ to, target })
        .execute();
    },
  };

  async function complete(event: LifecycleEvent, stored: RedirectRow | null): Promise<void> {
    const data = event.params.data ?? {};
    const after = { ...stored, ...data } as Partial<RedirectRow>;
    const locale = after.locale ?? null;
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const from = fromOf(after.from, settings);
    const code = after.code ?? 301;
    if (!CODES.includes(code))
      throw problem('code', message('redirect/code', { code, codes: CODES.join(', ') }));
    await refuseTaken(from, locale, stored);
    const end = await endOf(toOf(after.to), from, locale, settings);
    Object.assign(data, { from, code, fromKey: urlKeyOf(locale, from), ...end, origin: null });
    event.params.data = data;
  }

  async function refuseTaken(from: string, locale: string | null, stored: RedirectRow | null): Promise<void> {
    const where = { fromKey: urlKeyOf(locale, from), ...(stored ? { id: { $ne: stored.id } } : {}) };
    const other = (await strapi.db.query(REDIRECT_UID).findOne({ where })) as RedirectRow | null;
    if (other) throw problem('from', message('redirect/taken', { from, to: other.to ?? '' }));
    const post = await postAt(from, locale);
    if (post) throw problem('from', message('redirect/post-there', { from, post: namedPost(post) }));
  }

  /** Where a redirect leads in the end: to a post or category by its id where one is there. */
  async function endOf(
    wanted: string,
    from: string,
    locale: string | null,
    settings: Settings,
  ): Promise<{ to: string; target: string | null }> {
    let to = wanted;
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const path = askedPath(to, settings);
      if (path === null) return { to, target: null };
      if (path === from) break;
      const post = await postAt(path, locale);
      if (post) return { to, target: post.documentId };
      const category = locale === null ? null : await categoryAt(strapi, path, locale, settings);
      if (category) return { to, target: category.documentId };
      const next = (await strapi.db
        .query(REDIRECT_UID)
        .findOne({ where: { fromKey: urlKeyOf(locale, path) } })) as RedirectRow | null;
      if (!next?.to) return { to, target: null };
      if (next.target !== null) return { to: next.to, target: next.target };
      to = next.to;
    }
    throw problem('to', message('redirect/circle', { to: wanted, from }));
  }

  async function postAt(
    path: string,
    locale: string | null,
  ): Promise<{ documentId: string; title: string | null } | null> {
    const urlKey = { $in: [path, `${path}index.html`].map((url) => urlKeyOf(locale, url)) };
    const row: unknown = await strapi.db
      .query(POST_UID)
      .findOne({ where: { urlKey }, select: ['documentId', 'title'] });
    return row as { documentId: string; title: string | null } | null;
  }
}

export type RedirectHookService = ReturnType<typeof redirectHookService>;

function fromOf(from: unknown, settings: Settings): string {
  const text = typeof from === 'string' ? from.trim() : '';
  const path = /^(?:\/|https?:\/\/)/i.test(text) ? askedPath(text, settings) : null;
  if (path !== null) return path;
  throw problem('from', message('redirect/from', { found: text }));
}

function toOf(to: unknown): string {
  const text = typeof to === 'string' ? to.trim() : '';
  if (/^\/(?!\/)/.test(text) || (/^https?:\/\//i.test(text) && URL.canParse(text))) return text;
  throw problem('to', message('redirect/to', { found: text }));
}

function problem(path: 'from' | 'to' | 'code', why: Message) {
  return validationError([{ path: [path], message: why }]);
}
