import type { Core } from '@strapi/strapi';
import type { ForeseenPosts } from '../../../../core/admin/terms';
import { saying, type Message } from '../../../../core/messages';
import type { CategoryNode } from '../../../../core/post';
import type { Settings } from '../../../../core/settings';
import { urlTakenMessage } from '../../hook/rejections';
import { loadStoredPosts, type StoredPost } from '../../hook/stored-post';
import { findUrlHolders } from '../../hook/url-holder';
import { urlKeyOf } from '../../hook/derive-post';
import { recomputePost, recomputeTwin, type RecomputedRow } from '../../regeneration/recompute-post';
import { unwritableMessage } from '../../regeneration/regenerate-rows';
import { rowsInScope, type RegenerationScope } from '../../regeneration/regeneration-scope';
import { loadCategoryNodes } from '../category-nodes';

/** What a change of terms makes of the categories and tags of posts. */
export interface TermAlteration {
  /** Categories that posts get which none of them may have yet. */
  newCategories: readonly number[];
  /** The post with its terms as they would be. */
  post: (post: StoredPost) => StoredPost;
  /** A category as it would be, with its ancestors. */
  node: (node: CategoryNode) => CategoryNode;
}

/** So many rows are computed, as somebody is waiting for the answer; of larger terms the oldest posts speak for the others. */
const MOST_ROWS = 1000;
const LOT = 200;
const MOST_NAMED = 5;

/**
 * What a change would do to the posts of a scope, by the function that stores it, in their order: a URL that another post has
 * is refused, one that a post before it left is free. Nothing is written.
 */
export async function foreseePosts(
  strapi: Core.Strapi,
  scope: RegenerationScope,
  alteration: TermAlteration,
  settings: Settings,
): Promise<ForeseenPosts> {
  const rows = await rowsInScope(strapi, scope);
  const result: ForeseenPosts = { lookedAt: 0, isPartial: false, moved: 0, stuckCount: 0, stuck: [] };
  const taken = new Map<string, { documentId: string; title: string | null } | null>();
  const stuck = new Set<string>();
  for await (const { ids } of rows.lots(LOT)) {
    if (result.lookedAt >= MOST_ROWS) {
      result.isPartial = true;
      break;
    }
    const altered = await alteredRows(strapi, ids, alteration, settings);
    const moving = altered.filter(isMoving);
    const keys = moving.flatMap(({ derived }) => derived.urlKey ?? []);
    for (const [key, holder] of await findUrlHolders(strapi, keys))
      if (!taken.has(key)) taken.set(key, holder);
    for (const row of altered) look(row);
    result.lookedAt += altered.length;
  }
  result.stuckCount = stuck.size;
  return result;

  function look(row: RecomputedRow): void {
    const { stored, derived, refusals } = row;
    const { documentId, title, locale, url } = stored;
    if (refusals.length > 0) return keep(stored, unwritableMessage(stored, refusals));
    if (!isMoving(row)) return;
    const holder = derived.urlKey ? taken.get(derived.urlKey) : null;
    if (holder && derived.url && holder.documentId !== documentId)
      return keep(stored, urlTakenMessage(derived.url, holder));
    if (url !== null) {
      taken.set(urlKeyOf(locale, url), null);
      result.moved += 1;
    }
    if (derived.urlKey) taken.set(derived.urlKey, { documentId, title });
  }

  function keep({ documentId, title }: StoredPost, why: Message): void {
    if (stuck.has(documentId)) return;
    stuck.add(documentId);
    if (result.stuck.length < MOST_NAMED) result.stuck.push({ documentId, title, ...saying('message', why) });
  }
}

async function alteredRows(
  strapi: Core.Strapi,
  ids: readonly number[],
  { newCategories, post: alter, node }: TermAlteration,
  settings: Settings,
): Promise<RecomputedRow[]> {
  const posts = (await loadStoredPosts(strapi, ids)).map(alter);
  const categories = posts.flatMap((post) => post.categories.map(({ id }) => id));
  const nodes = await loadCategoryNodes(strapi, [...categories, ...newCategories]);
  const rows: RecomputedRow[] = [];
  for (const stored of posts) {
    const before = rows.at(-1);
    const twin = before && recomputeTwin(stored, before);
    const own = stored.categories.flatMap(({ id }) => nodes.get(id) ?? []).map(node);
    rows.push({ ...(twin ?? recomputePost(stored, own, settings)), stored });
  }
  return rows;
}

/** Whether readers find a post elsewhere then. */
function isMoving({ stored, derived }: RecomputedRow): boolean {
  return Boolean(stored.publishedAt) && stored.url !== derived.url;
}
