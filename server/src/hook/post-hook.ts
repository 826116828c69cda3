import type { Core } from '@strapi/strapi';
import {
  followRenames,
  readPost,
  reconcileEdit,
  reconcileFields,
  reconcileNew,
  type Reconciled,
  type RenamedTerms,
} from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { recordPublicChange } from '../events/posts-changed';
import { currentWrite, onceInWrite } from '../events/write-context';
import { unlistPosts } from '../listing/listing-writer';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import { rewriteDraft } from '../regeneration/rewrite-draft';
import type { SettingsService, WriteGround } from '../settings';
import { renamedTermsOf } from '../terms/pending-renames';
import { derivePost } from './derive-post';
import { withLinksKey } from './footer-links';
import { asImport, importedFile } from './import-context';
import { importedTextOf } from './imported-text';
import { keepListing, noteListing } from './keep-listing';
import { keepRedirects, leavePlace, notePlace } from './keep-redirects';
import type { LifecycleEvent } from './lifecycle-event';
import { completeNewPost, freeSlug } from './new-post';
import { refuseNulCharacters } from './nul-characters';
import { textForPublishing, textForUnpublishing } from './published-key';
import { postColumns } from './post-columns';
import { publishError, refusalError, urlTakenError } from './rejections';
import { resolveTerms, type PostTerms } from './resolve-terms';
import { restoreLineEnds } from './line-ends';
import { fieldsOf, loadStoredPost, type StoredPost } from './stored-post';
import { findUrlHolder } from './url-holder';
import { setColumns, setRelation } from './write-data';
import {
  bodyOf,
  contextOf,
  incomingFields,
  isCopy,
  newFrame,
  storedFrame,
  textOf,
  writtenBefore,
  type WriteFrame,
} from './write-frame';

/**
 * The lifecycle hook of posts: validates the front matter and computes every generated attribute into the data before
 * it is written, in each operation that Strapi has (DESIGN: section 7).
 */
export function hookService({ strapi }: { strapi: Core.Strapi }) {
  const ground = (): Promise<WriteGround> =>
    onceInWrite('settings', () => pressService<SettingsService>(strapi, 'settings').ground());
  const settings = async (): Promise<Settings> => (await ground()).settings;

  return {
    asImport,

    /** Before a row is inserted: a new post, a new locale, a clone, or the copy that publishing and discarding make. */
    async beforePostCreate(event: LifecycleEvent): Promise<void> {
      const data = event.params.data ?? {};
      refuseNulCharacters(data);
      const { settings: current, renames } = await ground();
      const frame = newFrame(data, current);
      const copied = isCopy(data);
      const terms = await resolveTerms(strapi, frame.locale).fromRelations(data, null);
      const reconciled = copied
        ? copyOf(frame, renamedTermsOf(renames, termsOf(terms)))
        : await reconcileInsert(frame, incomingFields(data, terms));
      await write(event, frame, accept(reconciled), terms);
    },

    /** Before a row is updated. */
    async beforePostUpdate(event: LifecycleEvent): Promise<void> {
      // Settings first: who reads them marks that it writes, before it reads what a job may be about to change.
      const { settings: current, renames } = await ground();
      const stored = await loadStoredPost(strapi, event.params.where ?? {});
      if (!stored) return;
      const data = event.params.data ?? {};
      refuseNulCharacters(data);
      if (!importedFile()) restoreLineEnds(data, stored);
      const frame = storedFrame(data, stored, current);
      const terms = await resolveTerms(strapi, frame.locale).fromRelations(data, stored);
      const renamed = renamedTermsOf(renames, stored);
      const reconciled = await reconcileUpdate(frame, { ...stored, renamed }, incomingFields(data, terms));
      await write(event, frame, accept(reconciled), terms);
    },

    /** After a row is written: tells what readers see anew. */
    async afterPostWrite(event: LifecycleEvent): Promise<void> {
      await keepListing(strapi, event);
      await keepRedirects(strapi, event);
      const change = event.state.publicChange as PublicChange | undefined;
      if (change) await recordPublicChange(strapi, change, 'update');
    },

    /** Before a row is deleted: remembers what readers lose. */
    async beforePostDelete(event: LifecycleEvent): Promise<void> {
      const row: unknown = await strapi.db.query(POST_UID).findOne({
        where: event.params.where,
        select: ['id', 'documentId', 'locale', 'publishedAt', 'url', 'extra'],
        populate: { categories: { select: ['documentId'] } },
      });
      event.state.deleted = row;
    },

    /** After a row is deleted: unpublishing is said in the draft's text too. */
    async afterPostDelete(event: LifecycleEvent): Promise<void> {
      const row = event.state.deleted as DeletedRow | null | undefined;
      if (row) await unlistPosts(strapi, [row.id], (await settings()).site.timezone);
      if (!row?.publishedAt) return;
      await leavePlace(strapi, row);
      if (currentWrite()?.action === 'unpublish' && !importedFile()) {
        await rewriteDraft(strapi, row.documentId, row.locale, await settings(), textForUnpublishing);
      }
      const categories = row.categories.map(({ documentId }) => documentId);
      await recordPublicChange(strapi, { urls: [row.url], categories }, 'delete');
    },
  };

  async function reconcileInsert(frame: WriteFrame, fields: Partial<PostFields>): Promise<Reconciled> {
    const { data } = frame;
    const context = contextOf(frame);
    if (importedFile()) return reconcileNew({ text: textOf(data), fields: {} }, context);
    const cloned = currentWrite()?.action === 'clone';
    const text = textOf(data) ?? null;
    const first = cloned ? reconcileFields(text, fields, context) : reconcileNew({ text, fields }, context);
    return first.ok ? completeNewPost(strapi, first, { ...frame, ...context, cloned }) : first;
  }

  async function reconcileUpdate(
    frame: WriteFrame,
    stored: StoredPost & { renamed?: RenamedTerms },
    fields: Partial<PostFields>,
  ): Promise<Reconciled> {
    const context = contextOf(frame);
    const edit = { text: textOf(frame.data), fields };
    if (importedFile()) return reconcileNew({ ...edit, fields: {} }, context);
    const { baseFrontMatter: base, frontMatter: text, renamed } = stored;
    const sides = { base, text, fields: fieldsOf(stored), renamed };
    const edited = reconcileEdit(sides, edit, context);
    if (!edited.ok || frame.filePath) return edited;
    const { fields: agreed, readable } = edited.reading;
    if (!readable || agreed.slug !== '') return edited;
    const slug = await freeSlug(strapi, agreed, frame);
    return slug === '' ? edited : reconcileFields(edited.base, { ...agreed, slug }, context);
  }

  function copyOf(frame: WriteFrame, renamed: RenamedTerms | undefined): Reconciled {
    const base = (frame.data.baseFrontMatter as string | null | undefined) ?? null;
    const context = contextOf(frame);
    const copied = { base, text: textOf(frame.data) ?? null };
    const texts = renamed ? followRenames(copied, renamed, context) : copied;
    if (frame.published) return textForPublishing(texts, context);
    return { ok: true, ...texts, reading: readPost({ ...context, yaml: texts.text }, frame.settings) };
  }

  async function write(
    event: LifecycleEvent,
    frame: WriteFrame,
    { base, text, reading }: Extract<Reconciled, { ok: true }>,
    incoming: PostTerms,
  ): Promise<void> {
    const { data, stored, settings: current, published, locale, filePath, fileHash } = frame;
    const terms = await resolveTerms(strapi, locale).fromNames(reading.fields, incoming);
    const capturedShareUrl = frame.envelope?.footer?.shareUrl || null;
    const derived = derivePost(
      { reading, filePath, capturedShareUrl, categories: terms.categories, locale, published },
      current,
    );
    if (published) await requirePublishable(frame, derived);
    if (published && frame.documentId && text !== (textOf(data, stored) ?? null)) {
      await rewriteDraft(strapi, frame.documentId, locale, current, () => ({ base, text }));
    }
    const written = { baseFrontMatter: base, body: bodyOf(frame) };
    const columns = postColumns({
      reading,
      derived,
      text,
      base,
      filePath,
      fileHash,
      envelope: importedFile() ? withLinksKey(frame.envelope, derived) : frame.envelope,
      importedText: importedFile() ? null : importedTextOf(writtenBefore(frame), written),
    });
    setColumns(data, columns, stored);
    setRelation(data, 'categories', terms.categoryIds, stored?.categories);
    setRelation(data, 'tags', terms.tagIds, stored?.tags);
    event.params.data = data;
    noteListing(event, frame, { date: reading.fields.date, ...terms });
    if (published) {
      notePlace(event, frame, derived);
      event.state.publicChange = {
        urls: [stored?.url ?? null, derived.url],
        categories: terms.categories.flatMap(({ documentId }) => documentId ?? []),
      } satisfies PublicChange;
    }
  }

  async function requirePublishable(
    frame: WriteFrame,
    derived: ReturnType<typeof derivePost>,
  ): Promise<void> {
    const problems = derived.diagnostics.filter(({ severity }) => severity === 'error');
    if (problems.length > 0) throw publishError(problems);
    const { url, urlKey } = derived;
    if (!urlKey || !url) return;
    const running = currentWrite();
    if (running) running.claimedUrl = { url, urlKey, documentId: frame.documentId };
    const holder = await findUrlHolder(strapi, urlKey, frame.documentId);
    if (holder) throw urlTakenError(url, holder);
  }
}

export type HookService = ReturnType<typeof hookService>;

interface PublicChange {
  urls: (string | null)[];
  categories: string[];
}

interface DeletedRow {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | Date | null;
  url: string | null;
  extra: unknown;
  categories: { documentId: string }[];
}

function termsOf({ categories, tagIds, tagTerms }: PostTerms) {
  return {
    categories: categories.map(({ id, term }) => ({ id: Number(id), term })),
    tags: tagIds.map((id, index) => ({ id, term: tagTerms[index] })),
  };
}

function accept(reconciled: Reconciled): Extract<Reconciled, { ok: true }> {
  if (!reconciled.ok) throw refusalError(reconciled.refusals);
  return reconciled;
}
