import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PageMove, TermEffect, TermOutlook, TermOutlookRequest } from '../../../../core/admin/terms';
import { saying, type PerhapsSaying } from '../../../../core/messages';
import type { CategoryNode } from '../../../../core/post';
import type { Settings } from '../../../../core/settings';
import type { LifecycleEvent } from '../../hook/lifecycle-event';
import type { StoredPost } from '../../hook/stored-post';
import { messageOf } from '../../messages/message-of';
import { pressService } from '../../press-service';
import { CATEGORY_UID } from '../../plugin-id';
import { categoryPath } from '../../redirects/term-page';
import { categoryWithDescendants } from '../../regeneration/affected-posts';
import { ROWS_AT_ONCE } from '../../regeneration/regeneration-service';
import { rowsInScope } from '../../regeneration/regeneration-scope';
import type { SettingsService } from '../../settings';
import { loadCategoryNodes } from '../category-nodes';
import { isSeenInPosts, type StoredTermRow, type TermHookService } from '../term-hook';
import { TERM_TYPES, type TermKind } from '../term-kind';
import { foreseePosts } from './foresee-posts';
import { postsOfTerms } from './posts-of-terms';

/**
 * A category or tag, and what saving its form would do; nothing is written.
 * @param stored as it is now.
 */
export async function termOutlook(
  strapi: Core.Strapi,
  kind: TermKind,
  stored: StoredTermRow,
  request: TermOutlookRequest,
): Promise<TermOutlook> {
  const settings = await pressService<SettingsService>(strapi, 'settings').get();
  const { published, drafts } = await postsOfTerms(strapi, kind, [stored.id]);
  const children =
    kind === 'category' ? await strapi.db.query(CATEGORY_UID).count({ where: { parent: stored.id } }) : 0;
  const { after, refusal } = await completed(strapi, kind, stored, request);
  return {
    published,
    drafts,
    children,
    slug: after.slug,
    term: after.term,
    ...refusal,
    effect: refusal.refused === null ? await effectOf(strapi, kind, { stored, after }, settings) : NO_EFFECT,
  };
}

const NO_EFFECT: TermEffect = { posts: 0, inBackground: false, foreseen: null, page: null };

interface TermChange {
  stored: StoredTermRow;
  after: StoredTermRow;
}

/** The term as the lifecycle hook would let it be stored, or why it would not. */
async function completed(
  strapi: Core.Strapi,
  kind: TermKind,
  stored: StoredTermRow,
  { values, parent }: TermOutlookRequest,
): Promise<{ after: StoredTermRow; refusal: PerhapsSaying<'refused'> }> {
  const { uid } = TERM_TYPES[kind];
  const wanted = parent === undefined ? stored.parent : await parentRow(strapi, stored, parent);
  const data: Record<string, unknown> = { ...values };
  if (parent !== undefined) data.parent = { set: wanted ? [{ id: wanted.id }] : [] };
  const event: LifecycleEvent = {
    action: 'beforeUpdate',
    model: { uid },
    params: { where: { id: stored.id }, data },
    state: {},
  };
  try {
    await pressService<TermHookService>(strapi, 'termHook').beforeUpdate(event);
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    return { after: { ...stored, ...values }, refusal: saying('refused', messageOf(error)) };
  }
  return { after: { ...stored, ...event.params.data, parent: wanted }, refusal: { refused: null } };
}

async function parentRow(
  strapi: Core.Strapi,
  { locale }: StoredTermRow,
  documentId: string | null,
): Promise<{ id: number } | null> {
  if (documentId === null) return null;
  const row: unknown = await strapi.db
    .query(CATEGORY_UID)
    .findOne({ where: { documentId, locale }, select: ['id'] });
  return row as { id: number } | null;
}

async function effectOf(
  strapi: Core.Strapi,
  kind: TermKind,
  { stored, after }: TermChange,
  settings: Settings,
): Promise<TermEffect> {
  if (!isSeenInPosts(TERM_TYPES[kind].uid, stored, after)) return NO_EFFECT;
  const ids = kind === 'category' ? await categoryWithDescendants(strapi, [stored.id]) : [stored.id];
  const { posts } = await postsOfTerms(strapi, kind, ids);
  const scope = { kind, ids: [stored.id] };
  const isRenamed = stored.term !== after.term;
  return {
    posts,
    inBackground: (await rowsInScope(strapi, scope)).count > ROWS_AT_ONCE,
    foreseen: isRenamed
      ? await foreseePosts(strapi, scope, await alterationOf(strapi, kind, { stored, after }), settings)
      : null,
    page: kind === 'category' ? pageMove(stored, after, settings) : null,
  };
}

async function alterationOf(strapi: Core.Strapi, kind: TermKind, { stored, after }: TermChange) {
  const { relation } = TERM_TYPES[kind];
  const { id, term } = after;
  const parents = await loadCategoryNodes(strapi, after.parent ? [after.parent.id] : []);
  const parent = after.parent ? (parents.get(after.parent.id) ?? null) : null;
  const own: Partial<CategoryNode> = {
    name: after.name ?? '',
    slug: after.slug ?? '',
    term: after.term ?? '',
    shareUrl: after.shareUrl ?? null,
    backLinkLabel: after.backLinkLabel ?? null,
    ...(stored.parent?.id === after.parent?.id ? {} : { parent }),
  };
  const node = (found: CategoryNode): CategoryNode => {
    if (kind === 'category' && found.id === id) return { ...found, ...own };
    return found.parent ? { ...found, parent: node(found.parent) } : found;
  };
  const post = (found: StoredPost): StoredPost => ({
    ...found,
    [relation]: found[relation].map((one) => (one.id === id ? { ...one, term } : one)),
  });
  return { newCategories: [], node, post };
}

type PagedTerm = Pick<StoredTermRow, 'name' | 'slug' | 'term' | 'locale'>;

/** Where the page of a category goes; null where it stays, or lies on another site. */
export function pageMove(before: PagedTerm, after: PagedTerm, settings: Settings): PageMove | null {
  const from = categoryPath(before, before.locale, settings);
  const to = categoryPath(after, after.locale, settings);
  return from === null || to === null || from === to ? null : { from, to };
}
