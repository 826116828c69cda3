import type { Core } from '@strapi/strapi';
import { slugFromText, termSlug } from '../../../core/links';
import { message } from '../../../core/messages';
import { currentWrite } from '../events/write-context';
import type { LifecycleEvent } from '../hook/lifecycle-event';
import { refuseNulCharacters } from '../hook/nul-characters';
import { finalRelationIds } from '../hook/relation-ids';
import { validationError } from '../hook/rejections';
import { CATEGORY_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { FollowOptions, RegenerationService } from '../regeneration';
import { categoryWithDescendants, countPostsWithTerm } from '../regeneration/affected-posts';
import { followTermMove } from '../redirects/term-move';
import { dropRedirects } from '../redirects/url-move';
import type { SettingsService } from '../settings';
import { firstFree } from './first-free';
import { kindMessage, TERM_TYPES, termKindOf } from './term-kind';
import { termKeyOf } from './terms-service';

export interface StoredTermRow {
  id: number;
  documentId: string;
  locale: string | null;
  name: string | null;
  slug: string | null;
  term: string | null;
  shareUrl?: string | null;
  backLinkLabel?: string | null;
  parent?: { id: number } | null;
}

/** Attributes of a term that its posts' text, URL or links are made of. */
const SEEN_IN_POSTS = ['name', 'slug', 'term', 'shareUrl', 'backLinkLabel'] as const;

/** Lifecycle hook of categories and tags: names, slugs and unique terms before a write, their posts after it. */
export function termHookService({ strapi }: { strapi: Core.Strapi }) {
  return {
    async beforeCreate(event: LifecycleEvent): Promise<void> {
      await complete(event, null);
    },

    async beforeUpdate(event: LifecycleEvent): Promise<void> {
      const stored = await load(event.model.uid, event.params.where);
      if (!stored) return;
      event.state.before = stored;
      await complete(event, stored);
    },

    async afterUpdate(event: LifecycleEvent): Promise<void> {
      const before = event.state.before as StoredTermRow | undefined;
      if (!before) return;
      const { uid } = event.model;
      const after = await load(uid, { id: before.id });
      if (!after || !isSeenInPosts(uid, before, after)) return;
      await followTermMove(strapi, uid, before, after);
      const renamed = { kind: termKindOf(uid), id: before.id, from: before.term ?? '' };
      await follow(uid, [before.id], before.term !== after.term ? { renamed } : { only: 'links' });
    },

    async beforeDelete(event: LifecycleEvent): Promise<void> {
      const stored = await load(event.model.uid, event.params.where);
      if (!stored) return;
      await refuseInUse(event.model.uid, stored);
      event.state.gone = [stored];
      event.state.orphans = await childrenOf(event.model.uid, [stored.id]);
    },

    async beforeDeleteMany(event: LifecycleEvent): Promise<void> {
      const { uid } = event.model;
      const rows: unknown = await strapi.db.query(uid).findMany({ where: event.params.where });
      const stored = rows as StoredTermRow[];
      for (const row of stored) await refuseInUse(uid, row);
      event.state.gone = stored;
      event.state.orphans = await childrenOf(
        uid,
        stored.map(({ id }) => id),
      );
    },

    /** After one or many terms are deleted: posts below them lose a parent. */
    async afterDelete(event: LifecycleEvent): Promise<void> {
      const gone = (event.state.gone as StoredTermRow[] | undefined) ?? [];
      for (const { documentId, locale } of gone) await dropRedirects(strapi, documentId, locale);
      const orphans = (event.state.orphans as number[] | undefined) ?? [];
      if (orphans.length > 0) await follow(event.model.uid, orphans, { only: 'links' });
    },
  };

  function follow(uid: string, ids: number[], options: FollowOptions): Promise<void> {
    const scope = { kind: termKindOf(uid), ids };
    return pressService<RegenerationService>(strapi, 'regeneration').follow(scope, 'update', options);
  }

  async function load(
    uid: string,
    where: Record<string, unknown> | undefined,
  ): Promise<StoredTermRow | null> {
    const populate = uid === CATEGORY_UID ? { parent: { select: ['id'] } } : {};
    const row: unknown = await strapi.db.query(uid).findOne({ where, populate });
    return row as StoredTermRow | null;
  }

  async function complete(event: LifecycleEvent, stored: StoredTermRow | null): Promise<void> {
    const data = event.params.data ?? {};
    refuseNulCharacters(data);
    const { uid } = event.model;
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const locale = (data.locale as string | null | undefined) ?? stored?.locale ?? null;
    const documentId = (data.documentId as string | undefined) ?? stored?.documentId;
    const after = { ...stored, ...data } as Partial<StoredTermRow>;
    const fromName =
      settings.terms.termFrom === 'slug'
        ? after.slug || slugFromText(after.name ?? '', settings.slug)
        : after.name;
    const wanted = after.term || fromName || after.slug || '';
    if (wanted === '') {
      throw validationError([{ path: ['name'], message: message('term/name-needed') }]);
    }
    const term =
      currentWrite()?.action === 'clone'
        ? await firstFree(wanted, (candidate) => isTermTaken(uid, candidate, locale, documentId))
        : wanted;
    await refuseTakenTerm(uid, term, locale, documentId);
    const slug = after.slug || termSlug(term, settings.slug);
    const others = documentId ? { documentId: { $ne: documentId } } : {};
    Object.assign(data, {
      term,
      name: after.name || term,
      slug:
        stored && slug === stored.slug
          ? slug
          : await firstFree(slug, async (candidate) => {
              return (
                (await strapi.db.query(uid).count({ where: { slug: candidate, locale, ...others } })) > 0
              );
            }),
      termKey: termKeyOf(locale, term),
    });
    // Only an import brings a page; a clone has none of its own.
    delete data.page;
    if (uid === CATEGORY_UID && stored) await refuseCircle(stored, data.parent);
    event.params.data = data;
  }

  async function isTermTaken(
    uid: string,
    term: string,
    locale: string | null,
    documentId?: string,
  ): Promise<boolean> {
    return (await holderOf(uid, term, locale, documentId)) !== null;
  }

  async function holderOf(
    uid: string,
    term: string,
    locale: string | null,
    documentId: string | undefined,
  ): Promise<StoredTermRow | null> {
    const others = documentId ? { documentId: { $ne: documentId } } : {};
    const row: unknown = await strapi.db
      .query(uid)
      .findOne({ where: { termKey: termKeyOf(locale, term), ...others } });
    return row as StoredTermRow | null;
  }

  async function refuseTakenTerm(
    uid: string,
    term: string,
    locale: string | null,
    documentId: string | undefined,
  ): Promise<void> {
    const holder = await holderOf(uid, term, locale, documentId);
    if (!holder) return;
    const name = holder.name ?? term;
    const kind = kindMessage(termKindOf(uid));
    throw validationError([
      { path: ['term'], message: message('term/taken', { term, name, document: holder.documentId, kind }) },
    ]);
  }

  async function refuseCircle(stored: StoredTermRow, change: unknown): Promise<void> {
    const [parent] = finalRelationIds(stored.parent ? [stored.parent.id] : [], change)?.slice(-1) ?? [];
    if (parent === undefined) return;
    const below = await categoryWithDescendants(strapi, [stored.id]);
    if (!below.includes(parent)) return;
    const name = stored.name ?? stored.term ?? '';
    throw validationError([{ path: ['parent'], message: message('term/circle', { name }) }]);
  }

  async function refuseInUse(uid: string, stored: StoredTermRow): Promise<void> {
    const kind = termKindOf(uid);
    const count = await countPostsWithTerm(strapi, kind, stored.id);
    if (count === 0) return;
    const inUse = message('term/in-use', {
      kind: kindMessage(kind),
      name: stored.name ?? stored.term ?? '',
      posts: message(count === 1 ? 'term/one-post' : 'term/posts', { count }),
      type: kind,
      term: quoted(stored.term),
    });
    throw validationError([{ path: ['term'], message: inUse, count }]);
  }

  async function childrenOf(uid: string, ids: number[]): Promise<number[]> {
    if (uid !== CATEGORY_UID || ids.length === 0) return [];
    const rows: unknown = await strapi.db
      .query(CATEGORY_UID)
      .findMany({ where: { parent: { id: { $in: ids } } }, select: ['id'] });
    return (rows as { id: number }[]).map(({ id }) => id).filter((id) => !ids.includes(id));
  }
}

export type TermHookService = ReturnType<typeof termHookService>;

/** A term as it is typed in a shell. */
function quoted(term: string | null): string {
  return JSON.stringify(term ?? '');
}

/** Whether a term changed in what its posts' text, URL or links are made of. */
export function isSeenInPosts(uid: string, before: StoredTermRow, after: StoredTermRow): boolean {
  if (uid !== TERM_TYPES.category.uid) return before.term !== after.term;
  if (before.parent?.id !== after.parent?.id) return true;
  return SEEN_IN_POSTS.some((name) => (before[name] ?? null) !== (after[name] ?? null));
}
