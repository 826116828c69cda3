import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../core/settings';
import { claimPaths } from '../database/claim-paths';
import { deleteRows } from '../database/delete-rows';
import { newDocumentId } from '../database/new-document-id';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { recordPublicChange } from '../events/posts-changed';
import { listPosts, relistPosts, unlistPosts, type ListedPost } from '../listing/listing-writer';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import { followMoves, placeOf, type UrlMove } from '../redirects/url-move';
import type { SettingsService } from '../settings';
import { loadCategoryNodes } from '../terms';
import { deleteTermLinks, insertTermLinks } from '../terms/term-links';
import { termsOfPosts } from '../terms/terms-of-posts';
import { postRows, type Attributes } from './batch-rows';
import { ensureTerms, idsOf } from './batch-terms';
import { CONFLICT, type ReadyPost, type StoredOutcome } from './import-post';
import { attributesOf, preparePost, type PreparedPost } from './prepared-post';
import { isEditedRow, lockVersions, versionKey, type StoredVersions } from './stored-versions';
import { overtakenPosts } from './overtaken';
import { settleUrls } from './url-holders';
import { insertCovers } from './images';

/** What was read of the database is not so any more: settings with which files were read, or posts. */
export class GroundChanged extends Error {}

export interface BatchGround {
  /** What the files were read with. */
  settings: Settings;
  /** Takes the file where the post was edited too. */
  overwrite: boolean;
  /** Called in the transaction; throws where another process has taken the import over. */
  confirm: () => Promise<void>;
}

/**
 * Whether a post can be written with others: the hook has nothing to change in its text when it is published, and it
 * stays in its locale.
 */
export function isBatchable({ file, locale, publish, known }: ReadyPost): boolean {
  if (known && known.locale !== locale) return false;
  return !publish || file.reading.fields.date !== null;
}

/**
 * Writes new and changed posts straight into the tables, all of them or none: the same rows as one call of the Document
 * Service for each makes, computed by the same functions as in the hook, without lifecycle hooks.
 * @returns null for a post whose file somebody else stored in the meantime; it has to be looked at again.
 * @throws GroundChanged where the settings are others by now, or a post is gone.
 */
export async function storeBatch(
  strapi: Core.Strapi,
  posts: readonly ReadyPost[],
  { settings, overwrite, confirm }: BatchGround,
): Promise<(StoredOutcome | null)[]> {
  return strapi.db.transaction(async () => {
    await confirm();
    if ((await pressService<SettingsService>(strapi, 'settings').get()) !== settings)
      throw new GroundChanged();
    await claimPaths(
      strapi,
      posts.map(({ file }) => file.path),
    );
    const versions = await lockVersions(
      strapi,
      posts.flatMap(({ known }) => known ?? []),
    );
    const overtaken = await overtakenPosts(strapi, posts, versions);
    // Somebody may have saved a post after the files were compared with it.
    const isKept = ({ known }: ReadyPost): boolean => {
      const draft = known && versions.get(versionKey(known))?.draft;
      return !overwrite && draft !== undefined && isEditedRow(strapi, draft, known?.fileHash ?? null);
    };
    const kept = new Set(posts.filter(isKept));
    const prepared = await prepare(
      strapi,
      posts.filter((post) => !kept.has(post) && !overtaken.has(post)),
      versions,
      settings,
    );
    if (prepared.length > 0) await write(strapi, prepared, settings);
    const outcomes = new Map(prepared.map(({ post, outcome }) => [post, outcome]));
    return posts.map((post) => (overtaken.has(post) ? null : (outcomes.get(post) ?? CONFLICT)));
  });
}

/** Writes prepared posts with all that goes with them. */
async function write(strapi: Core.Strapi, prepared: PreparedPost[], settings: Settings): Promise<void> {
  await settleUrls(strapi, prepared);
  const change = await publicChange(strapi, prepared);
  const { timezone } = settings.site;
  await writeRows(strapi, prepared, timezone);
  await writeRelations(strapi, prepared, timezone);
  await followMoves(strapi, movesOf(strapi, prepared));
  await recordPublicChange(strapi, change, 'import');
}

async function prepare(
  strapi: Core.Strapi,
  posts: readonly ReadyPost[],
  versions: ReadonlyMap<string, StoredVersions>,
  settings: Settings,
): Promise<PreparedPost[]> {
  const categoryIds = await ensureTerms(strapi, 'category', posts);
  const tagIds = await ensureTerms(strapi, 'tag', posts);
  const nodes = await loadCategoryNodes(
    strapi,
    [...categoryIds.values()].flatMap((ids) => [...ids.values()]),
  );
  return posts.map((post) => {
    const { known, locale, file } = post;
    const stored = (known && versions.get(versionKey(known))) ?? null;
    if (known && !stored) throw new GroundChanged();
    const { fields } = file.reading;
    const terms = {
      category: idsOf(categoryIds, locale, fields.categories),
      tag: idsOf(tagIds, locale, fields.tags),
    };
    const categories = terms.category.flatMap((id) => nodes.get(id) ?? []);
    const documentId = known?.documentId ?? post.newDocumentId ?? newDocumentId(strapi, POST_UID);
    return preparePost(post, { documentId, stored, terms, categories }, settings);
  });
}

/** Drafts are updated in their rows; a published version is replaced by a new row, as publishing in Strapi does. */
async function writeRows(
  strapi: Core.Strapi,
  prepared: readonly PreparedPost[],
  timezone: string,
): Promise<void> {
  const now = new Date();
  const rows = postRows(strapi);
  const fresh = prepared.filter(({ stored }) => !stored);
  const gone = prepared.filter(({ published }) => published !== 'kept').flatMap(publishedId);
  await unlistPosts(strapi, gone, timezone);
  await deleteVersions(strapi, gone);
  await rows.update(
    prepared.flatMap((one) =>
      one.stored
        ? { id: Number(one.stored.draft.id), values: { ...attributesOf(one, 'draft'), updatedAt: now } }
        : [],
    ),
  );
  const ofNew = fresh.map((one) => ({ one, shared: sharedAttributes(one, now) }));
  await rows.insert([
    ...ofNew.map(({ shared }) => ({ shared, own: { urlKey: null, publishedAt: null } })),
    ...ofNew
      .filter(({ one }) => one.published === 'new')
      .map(({ one, shared }) => ({
        shared,
        own: { urlKey: one.derived.urlKey, publishedAt: new Date() },
      })),
  ]);
  await rows.insertCopies(
    prepared.flatMap((one) =>
      one.stored && one.published === 'new'
        ? {
            of: one.stored.draft,
            values: { ...attributesOf(one, 'published'), publishedAt: new Date(), updatedAt: now },
          }
        : [],
    ),
  );
}

/** What the draft of a new post and its published version have in common. */
function sharedAttributes(one: PreparedPost, now: Date): Attributes {
  return {
    ...attributesOf(one, 'published'),
    documentId: one.documentId,
    locale: one.post.locale,
    createdAt: now,
    updatedAt: now,
  };
}

async function deleteVersions(strapi: Core.Strapi, ids: number[]): Promise<void> {
  await deleteTermLinks(strapi, ids);
  await deleteRows(strapi, { table: tableNames(strapi, POST_UID).table, column: 'id', ids });
}

/** Gives the written rows their terms; a published version that stays keeps its own. */
async function writeRelations(
  strapi: Core.Strapi,
  prepared: readonly PreparedPost[],
  timezone: string,
): Promise<void> {
  const { table, column } = tableNames(strapi, POST_UID);
  const written = new Map(
    prepared.map((one) => [versionKey({ documentId: one.documentId, locale: one.post.locale }), one]),
  );
  const documents = prepared.map(({ documentId }) => documentId);
  const found = await readRows<{ id: number; documentId: string; locale: string; publishedAt: unknown }>(
    strapi,
    {
      name: 'ids of documents',
      table,
      build: (query) =>
        query
          .select(
            'id',
            ...['documentId', 'locale', 'publishedAt'].map((name) => `${column(name)} as ${name}`),
          )
          .whereIn(column('documentId'), documents)
          .orderBy('id'),
      values: documents,
    },
  );
  const rows = found.flatMap((row) => {
    const one = written.get(versionKey(row));
    const isWritten = one && (row.publishedAt === null || one.published === 'new');
    return isWritten ? { id: row.id, terms: one.terms, listed: listedPost(row, one), one } : [];
  });
  await deleteTermLinks(
    strapi,
    prepared.flatMap(({ stored }) => (stored ? Number(stored.draft.id) : [])),
  );
  await insertTermLinks(strapi, rows);
  const isNew = ({ listed, one }: (typeof rows)[number]): boolean => listed.published || !one.stored;
  await listPosts(
    strapi,
    rows.filter(isNew).map(({ listed }) => listed),
    timezone,
  );
  await relistPosts(
    strapi,
    rows.filter((row) => !isNew(row)).map(({ listed }) => listed),
    timezone,
  );
  await insertCovers(
    strapi,
    rows.flatMap(({ id, one }) => (one.post.cover ? [{ id, cover: one.post.cover }] : [])),
  );
}

function listedPost(
  { id, locale, publishedAt }: { id: number; locale: string; publishedAt: unknown },
  { terms, reading }: PreparedPost,
): ListedPost {
  const { date } = reading.fields;
  const published = publishedAt !== null;
  return { id, locale, published, date, categories: terms.category, tags: terms.tag };
}

/** Where readers find the posts now, and where they found them. */
function movesOf(strapi: Core.Strapi, prepared: readonly PreparedPost[]): UrlMove[] {
  const { column } = tableNames(strapi, POST_UID);
  return prepared
    .filter(({ published }) => published !== 'kept')
    .map(({ documentId, post, stored, published, derived }) => {
      const row = stored?.published;
      return {
        documentId,
        locale: post.locale,
        before: row ? placeOf(row[column('url')] as string | null, row[column('extra')]) : null,
        after: published === 'new' ? placeOf(derived.url, derived.extra) : null,
        isNew: !stored,
      };
    });
}

/** What readers see anew: of the versions that come and of those that go. */
async function publicChange(strapi: Core.Strapi, prepared: readonly PreparedPost[]) {
  const { column } = tableNames(strapi, POST_UID);
  const visible = prepared.filter(({ published }) => published !== 'kept');
  const before = await termsOfPosts(strapi, visible.flatMap(publishedId));
  const nodes = await loadCategoryNodes(strapi, [
    ...new Set([...before.values()].flatMap(({ categories }) => categories.map(({ id }) => id))),
  ]);
  const shown = visible.filter(({ published }) => published === 'new');
  const categories = [...shown.flatMap((one) => one.categories), ...nodes.values()];
  return {
    urls: [
      ...visible.flatMap(({ stored }) => (stored?.published?.[column('url')] as string | null) ?? []),
      ...shown.map(({ derived }) => derived.url),
    ],
    categories: categories.flatMap(({ documentId }) => documentId ?? []),
  };
}

function publishedId({ stored }: PreparedPost): number[] {
  return stored?.published ? [Number(stored.published.id)] : [];
}
