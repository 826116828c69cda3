import { generateNKeysBetween } from 'fractional-indexing';
import type { OutlookTerm, RelatedEntry, RelationEdit } from '../../../core/admin/post-outlook';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';
import type { RelationItem, RelationValue } from './post-form';

const UNTOUCHED: RelationValue = { connect: [], disconnect: [] };

const TARGETS = { categories: CATEGORY_UID, tags: TAG_UID };

/** A relation of the form as the server reads it. */
export function relationEdit({
  connect = [],
  disconnect = [],
}: Partial<RelationValue> = UNTOUCHED): RelationEdit {
  return {
    connect: connect.map(({ apiData: { documentId, position } }) => {
      const { before, after, start, end } = position ?? {};
      return position ? { documentId, position: { before, after, start, end } } : { documentId };
    }),
    disconnect: disconnect.map(({ apiData: { documentId } }) => ({ documentId })),
  };
}

/** A text that is equal as long as a relation of the form says the same. */
export function relationKey(value: Partial<RelationValue> | undefined): string {
  return JSON.stringify(relationEdit(value));
}

/**
 * What the relation field has to hold so that the front matter's terms stand in it, in their order; untouched where the stored
 * relation says that already, or where terms are not stored yet: the text is what counts when the post is saved.
 */
export function relationValueOf(
  field: 'categories' | 'tags',
  wanted: readonly OutlookTerm[],
  stored: readonly RelatedEntry[],
): RelationValue {
  const known = wanted.filter((term): term is KnownTerm => term.id !== null && term.documentId !== null);
  const isStored = known.length === stored.length && known.every(({ id }, index) => id === stored[index].id);
  if (isStored || known.length < wanted.length) return UNTOUCHED;
  const kept = stored.filter(({ id }) => known.some((term) => term.id === id));
  const added = known.filter(({ id }) => !stored.some((entry) => entry.id === id));
  const isAppended = [...kept, ...added].every(({ id }, index) => id === known[index].id);
  // Entries that move are connected anew; the others are left alone, so that the field can take them away as it does.
  const connected = isAppended ? added : known;
  const keys = generateNKeysBetween(AFTER_STORED, null, connected.length);
  const locale = known[0]?.locale ?? null;
  return {
    connect: connected.map((term, index) => itemOf(field, term, keys[index])),
    disconnect: stored
      .filter((entry) => !kept.includes(entry))
      .map(({ id, documentId }) => ({ id, apiData: { id, documentId, locale } })),
  };
}

/** A key of the field's order that comes after those of 3,900 stored entries. */
const AFTER_STORED = 'c000';

type KnownTerm = OutlookTerm & { id: number; documentId: string };

/** As the field itself makes an entry that somebody picks (Strapi 5.54, `Relations.tsx`). */
function itemOf(
  field: 'categories' | 'tags',
  { id, documentId, locale, name }: KnownTerm,
  key: string,
): RelationItem {
  const query = locale ? `?plugins[i18n][locale]=${locale}` : '';
  return {
    id,
    apiData: { id, documentId, locale },
    __temp_key__: key,
    documentId,
    locale,
    name,
    label: name,
    href: `../collection-types/${TARGETS[field]}/${documentId}${query}`,
  };
}
