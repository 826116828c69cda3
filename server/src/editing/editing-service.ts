import type { Core } from '@strapi/strapi';
import type {
  OutlookTerm,
  PostOutlook,
  PostOutlookRequest,
  RelationTerms,
  RelationTermsRequest,
  StoredPostText,
} from '../../../core/admin/post-outlook';
import { lengthOf } from '../../../core/html';
import { readPost } from '../../../core/jekyll';
import { canonicalUrl } from '../../../core/links';
import type { PostFields } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { derivePost, urlKeyOf } from '../hook/derive-post';
import { freeSlug } from '../hook/new-post';
import { loadStoredPost, type StoredPost } from '../hook/stored-post';
import { findUrlHolder } from '../hook/url-holder';
import { i18nLocales } from '../i18n-locales';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { RenderingService } from '../rendering';
import type { SettingsService } from '../settings';
import { foreseenCategories, type ForeseenCategory } from '../terms/foreseen-categories';
import { TERM_KINDS, TERM_TYPES, type TermKind } from '../terms/term-kind';
import { termKeyOf } from '../terms/terms-service';
import { relatedEntries, relatedTerms } from './related-entries';

/** What Strapi tells a preview handler. */
export interface PreviewedEntry {
  uid: string;
  documentId?: string;
  locale?: string;
  status?: string;
}

/** What editors see of a post while they write it, by the functions that store it; nothing is written. */
export function editingService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /** The settings by which a text is read; the same in the browser and on the server. */
    settings: (): Promise<Settings> => pressService<SettingsService>(strapi, 'settings').get(),

    /** What an edit of a post starts from; null where there is none in this locale. */
    async stored(documentId: string, locale: string | null): Promise<StoredPostText | null> {
      const post = await loadDraft(documentId, await localeOf(locale));
      return post && { base: post.baseFrontMatter, text: post.frontMatter, filePath: post.filePath };
    },

    /** The terms that the relations of a form name, to be written into the front matter. */
    async relationTerms({
      documentId,
      locale: asked,
      ...edits
    }: RelationTermsRequest): Promise<RelationTerms> {
      const locale = await localeOf(asked);
      const stored = documentId ? await loadDraft(documentId, locale) : null;
      const names: RelationTerms = {};
      for (const kind of TERM_KINDS) {
        const { relation } = TERM_TYPES[kind];
        const edit = edits[relation];
        if (edit) names[relation] = await relatedTerms(strapi, kind, edit, stored?.[relation] ?? [], locale);
      }
      return names;
    },

    /**
     * Where Strapi's own preview finds a post in the front end (`preview.config.handler` in `config/admin`): its address at
     * `site.url`, with `?status=draft` for a draft. Null for other types, and where there is no address.
     */
    async previewAddress({ uid, documentId, locale, status }: PreviewedEntry): Promise<string | null> {
      if (uid !== POST_UID || !documentId) return null;
      const where = { documentId, locale: await localeOf(locale ?? null), publishedAt: null };
      const found: unknown = await strapi.db.query(POST_UID).findOne({ where, select: ['url'] });
      const { url = null } = (found as { url: string | null } | null) ?? {};
      const address = url === null ? null : canonicalUrl(url, await this.settings());
      if (address === null) return null;
      return status === 'published' ? address : `${address}?status=draft`;
    },

    /** What a post would be if the form were saved now. */
    async outlook(request: PostOutlookRequest): Promise<PostOutlook> {
      const settings = await this.settings();
      const locale = await localeOf(request.locale);
      const { documentId, body } = request;
      const stored = documentId ? await loadDraft(documentId, locale) : null;
      const filePath = stored?.filePath ?? null;
      const reading = readPost({ yaml: request.frontMatter, filePath, body: body ?? '' }, settings);
      const read = request.slugFromTitle ? { ...reading.fields, slug: '' } : reading.fields;
      const fields = await completed(read, { filePath, documentId, locale, settings });
      const categories = await foreseenCategories(strapi, fields.categories, locale);
      const derived = derivePost(
        {
          reading: { ...reading, fields },
          filePath,
          capturedShareUrl: stored?.envelope?.footer?.shareUrl || null,
          categories,
          locale,
          published: false,
        },
        settings,
      );
      const { url } = derived;
      const rendering = pressService<RenderingService>(strapi, 'rendering');
      const html = await rendering.html({ body, url, filePath });
      const length = lengthOf(html);
      const holder = url === null ? null : await findUrlHolder(strapi, urlKeyOf(locale, url), documentId);
      return {
        slug: fields.slug,
        url,
        address: url === null ? null : canonicalUrl(url, settings),
        taken: holder && { documentId: holder.documentId, title: holder.title },
        shareLinks: derived.shareLinks,
        backLinks: derived.backLinks,
        diagnostics: derived.diagnostics,
        categories: categories.map((category) => categoryTerm(category, locale)),
        tags: await tagTerms(fields.tags, locale),
        stored: {
          categories: await relatedEntries(strapi, 'category', stored?.categories ?? []),
          tags: await relatedEntries(strapi, 'tag', stored?.tags ?? []),
        },
        words: length.words,
        minutes: length.minutes,
        visibleFrom: settings.future || !isAhead(fields.date) ? null : fields.date,
        html: request.html ? html : null,
      };
    },
  };

  async function localeOf(asked: string | null): Promise<string> {
    return asked ?? (await i18nLocales(strapi).getDefaultLocale());
  }

  function loadDraft(documentId: string, locale: string): Promise<StoredPost | null> {
    return loadStoredPost(strapi, { documentId, locale, publishedAt: null });
  }

  /** With what the hook would add to a post that came from no file. */
  async function completed(
    fields: PostFields,
    context: { filePath: string | null; documentId: string | null; locale: string; settings: Settings },
  ): Promise<PostFields> {
    const dated = { ...fields, date: fields.date ?? new Date().toISOString() };
    if (context.filePath) return fields;
    return fields.slug === '' ? { ...dated, slug: await freeSlug(strapi, dated, context) } : dated;
  }

  async function tagTerms(terms: string[], locale: string): Promise<OutlookTerm[]> {
    const rows = await storedTerms('tag', terms, locale);
    const byTerm = new Map(rows.map((row) => [row.term, row]));
    return terms.map((term) => byTerm.get(term) ?? { term, name: term, id: null, documentId: null, locale });
  }

  async function storedTerms(kind: TermKind, terms: string[], locale: string): Promise<OutlookTerm[]> {
    const rows: unknown = await strapi.db.query(TERM_TYPES[kind].uid).findMany({
      where: { termKey: { $in: terms.map((term) => termKeyOf(locale, term)) } },
      select: ['id', 'documentId', 'term', 'name', 'locale'],
    });
    return rows as OutlookTerm[];
  }
}

export type EditingService = ReturnType<typeof editingService>;

function categoryTerm(
  { term, name, id, documentId, isStored }: ForeseenCategory,
  locale: string,
): OutlookTerm {
  return {
    term,
    name,
    id: isStored ? Number(id) : null,
    documentId: isStored ? (documentId ?? null) : null,
    locale,
  };
}

function isAhead(date: string | null): boolean {
  return date !== null && Date.parse(date) > Date.now();
}
