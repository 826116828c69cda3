import { isEqual } from 'lodash';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import { putFields, readPost } from '../../../core/jekyll';
import type { CategoryNode, PostReading } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { derivePost, urlKeyOf, type DerivedAttributes } from '../hook/derive-post';
import { importedTextOf } from '../hook/imported-text';
import type { PostTexts } from '../hook/published-key';
import { fieldsOf, type StoredPost } from '../hook/stored-post';

/** The generated attributes as a row stores them. */
type StoredDerived = StoredPost & Partial<DerivedAttributes>;

/** A row that differs from what its text, terms and the settings say, with the columns that do. */
export interface Recomputed {
  changes: Record<string, unknown>;
  reading: PostReading;
  derived: DerivedAttributes;
  /** The front matter with the present names of its terms. */
  text: string | null;
  /** Why the text cannot say the names of its terms; empty where it does. */
  refusals: Diagnostic[];
}

/** What a row was computed to, with the row. */
export type RecomputedRow = Recomputed & { stored: StoredPost };

/**
 * What the other row of the same post was computed to, for this one: most drafts are equal to what is published, and the
 * computation is the larger part of a regeneration. Null where the two differ in anything that counts.
 */
export function recomputeTwin(
  stored: StoredPost,
  { stored: twin, reading, derived, text, refusals }: RecomputedRow,
): Recomputed | null {
  const { documentId, locale, filePath } = stored;
  if (documentId !== twin.documentId || locale !== twin.locale || filePath !== twin.filePath) return null;
  if (stored.frontMatter !== twin.frontMatter || stored.baseFrontMatter !== twin.baseFrontMatter) return null;
  if (stored.body !== twin.body || !isEqual(fieldsOf(stored), fieldsOf(twin))) return null;
  if (capturedUrlOf(stored) !== capturedUrlOf(twin) || !isEqual(idsOf(stored), idsOf(twin))) return null;
  const urlKey = stored.publishedAt && derived.url !== null ? urlKeyOf(locale, derived.url) : null;
  const own = { ...derived, urlKey };
  return {
    changes: changesOf(stored, { base: stored.baseFrontMatter, text }, reading, own),
    reading,
    derived: own,
    text,
    refusals,
  };
}

/**
 * Computes a stored row anew: the text takes over the present names of its terms, everything generated follows.
 * @param texts replaces the stored texts, where a write on the published version changed them.
 */
export function recomputePost(
  stored: StoredPost,
  categories: CategoryNode[],
  settings: Settings,
  texts: PostTexts = { base: stored.baseFrontMatter, text: stored.frontMatter },
): Recomputed {
  const context = { filePath: stored.filePath, body: stored.body ?? '', settings };
  let { text } = texts;
  let refusals: Diagnostic[] = [];
  let reading = readPost({ ...context, yaml: text }, settings);
  const { categories: categoryTerms, tags } = fieldsOf(stored);
  const renamed = !isEqual(reading.fields.categories, categoryTerms) || !isEqual(reading.fields.tags, tags);
  if (reading.readable && renamed) {
    const written = putFields(texts.base, { ...reading.fields, categories: categoryTerms, tags }, context);
    if (written.ok) {
      text = written.yaml;
      reading = written.reading;
    } else refusals = written.diagnostics;
  }
  const derived = derivePost(
    {
      reading,
      filePath: stored.filePath,
      capturedShareUrl: capturedUrlOf(stored),
      categories,
      locale: stored.locale,
      published: Boolean(stored.publishedAt),
    },
    settings,
  );
  const changes = changesOf(stored, { base: texts.base, text }, reading, derived);
  return { changes, reading, derived, text, refusals };
}

function capturedUrlOf({ envelope }: StoredPost): string | null {
  return envelope?.footer?.shareUrl || null;
}

function idsOf({ categories, tags }: StoredPost): number[][] {
  return [categories.map(({ id }) => id), tags.map(({ id }) => id)];
}

function changesOf(
  stored: StoredDerived,
  texts: PostTexts,
  reading: PostReading,
  derived: DerivedAttributes,
): Record<string, unknown> {
  const { categories, tags, ...scalars } = reading.fields;
  const before = fieldsOf(stored);
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(scalars)) {
    if (value !== before[name as keyof typeof before]) changes[name] = value;
  }
  for (const [name, value] of Object.entries(derived)) {
    if (!isEqual(value, stored[name as keyof StoredDerived] ?? null)) changes[name] = value;
  }
  if (texts.text !== stored.frontMatter) changes.frontMatter = texts.text;
  if (texts.base !== stored.baseFrontMatter) {
    changes.baseFrontMatter = texts.base;
    changes.importedText = importedTextOf(stored, { baseFrontMatter: texts.base, body: stored.body });
  }
  return changes;
}
