import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { termSlug } from '../../../core/links';
import { newDocumentId } from '../database/new-document-id';
import { contentKey } from '../hook/content-key';
import { pressService } from '../press-service';
import type { RegenerationService } from '../regeneration';
import type { SettingsService } from '../settings';
import { firstFree } from './first-free';
import { TERM_TYPES, type TermKind } from './term-kind';

interface TermRow {
  id: number;
  term: string | null;
  name: string | null;
}

/** Finds and creates the categories and tags that front matter names. */
export function termsService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * Row ids of terms in a locale; those that are missing are created, named by `names` or by the term itself. Two
     * writers that create the same term at the same time end with one row.
     */
    async ensure(
      kind: TermKind,
      terms: string[],
      locale: string | null,
      names: Record<string, string> = {},
    ): Promise<Map<string, number>> {
      const found = await findTerms(kind, terms, locale);
      const missing = [...new Set(terms)].filter((term) => !found.has(term));
      await insertTerms(kind, missing, locale, names);
      const all = missing.length > 0 ? await findTerms(kind, terms, locale) : found;
      return new Map([...all].map(([term, { id }]) => [term, id]));
    },

    /** The slugs that terms would get if they were created now. */
    slugs: (kind: TermKind, terms: string[], locale: string | null): Promise<Map<string, string>> =>
      freeSlugs(TERM_TYPES[kind].uid, terms, locale),

    /** Document id of a term in a locale; null where there is none. */
    async documentId(kind: TermKind, term: string, locale: string): Promise<string | null> {
      const row: unknown = await strapi.db
        .query(TERM_TYPES[kind].uid)
        .findOne({ where: { termKey: termKeyOf(locale, term) }, select: ['documentId'] });
      return (row as { documentId: string } | null)?.documentId ?? null;
    },

    /** Names terms that have no name of their own yet, which is a name equal to the term; their posts' links follow. */
    async nameTerms(kind: TermKind, names: Record<string, string>, locale: string | null): Promise<void> {
      const found = await findTerms(kind, Object.keys(names), locale);
      const named: number[] = [];
      for (const [term, { id, name }] of found) {
        if ((name && name !== term) || names[term] === term) continue;
        await strapi.db
          .queryBuilder(TERM_TYPES[kind].uid)
          .where({ id })
          .update({ name: names[term] })
          .execute();
        named.push(id);
      }
      if (named.length === 0 || kind === 'tag') return;
      const regeneration = pressService<RegenerationService>(strapi, 'regeneration');
      await regeneration.follow({ kind, ids: named }, 'update', { only: 'links' });
    },
  };

  async function findTerms(
    kind: TermKind,
    terms: string[],
    locale: string | null,
  ): Promise<Map<string, TermRow>> {
    if (terms.length === 0) return new Map();
    const rows: unknown = await strapi.db.query(TERM_TYPES[kind].uid).findMany({
      where: { termKey: { $in: terms.map((term) => termKeyOf(locale, term)) } },
      select: ['id', 'term', 'name'],
    });
    return new Map((rows as TermRow[]).map((row) => [row.term ?? '', row]));
  }

  async function insertTerms(
    kind: TermKind,
    terms: string[],
    locale: string | null,
    names: Record<string, string>,
  ): Promise<void> {
    if (terms.length === 0) return;
    const { uid } = TERM_TYPES[kind];
    const slugs = await freeSlugs(uid, terms, locale);
    const { attributes } = strapi.db.metadata.get(uid);
    const now = new Date();
    // In one order everywhere, so that two writers of the same terms wait for each other and never in a circle.
    const rows = [...terms].sort().map((term) => ({
      documentId: newDocumentId(strapi, uid),
      term,
      name: names[term] ?? term,
      slug: slugs.get(term),
      termKey: termKeyOf(locale, term),
      locale,
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
    }));
    for (const lot of chunk(rows, INSERTED_TOGETHER)) {
      await strapi.db
        .queryBuilder(uid)
        .insert(lot)
        .onConflict([columnOf(attributes.termKey, 'term_key')])
        .ignore()
        .execute();
    }
  }

  /** A slug for each term, in their order, that neither the database has nor a term before it. */
  async function freeSlugs(
    uid: string,
    terms: string[],
    locale: string | null,
  ): Promise<Map<string, string>> {
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const wanted = new Map(terms.map((term) => [term, termSlug(term, settings.slug)]));
    const taken = new Set<string | null>();
    for (const lot of chunk([...new Set(wanted.values())], INSERTED_TOGETHER)) {
      const rows: unknown = await strapi.db
        .query(uid)
        .findMany({ where: { slug: { $in: lot }, locale }, select: ['slug'] });
      for (const { slug } of rows as { slug: string | null }[]) taken.add(slug);
    }
    const isTaken = async (slug: string): Promise<boolean> =>
      taken.has(slug) || (await strapi.db.query(uid).count({ where: { slug, locale } })) > 0;
    const slugs = new Map<string, string>();
    for (const [term, slug] of wanted) {
      const free = taken.has(slug) ? await firstFree(slug, isTaken) : slug;
      taken.add(free);
      slugs.set(term, free);
    }
    return slugs;
  }
}

/** Rows of one statement, below the number of values that databases take. */
const INSERTED_TOGETHER = 100;

export type TermsService = ReturnType<typeof termsService>;

/** The unique key of a term in its locale; case-sensitive on every database. */
export function termKeyOf(locale: string | null, term: string): string {
  return contentKey(locale, term);
}

function columnOf(attribute: unknown, fallback: string): string {
  return (attribute as { columnName?: string }).columnName ?? fallback;
}
