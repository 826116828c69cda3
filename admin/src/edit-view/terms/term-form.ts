import { useForm, useQueryParams } from '@strapi/strapi/admin';
import type { TermOutlookRequest, TermType, TermValues } from '../../../../core/admin/terms';
import { CATEGORY_UID, TAG_UID } from '../../plugin-id';
import type { RelationValue } from '../post-form';

/** Which of both types an entry of the Content Manager has; null for any other. */
export function termTypeOf(model: string): TermType | null {
  if (model === CATEGORY_UID) return 'category';
  return model === TAG_UID ? 'tag' : null;
}

/** The locale of the entry that is being edited; null for the default one. */
export function useEntryLocale(): string | null {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  return query.plugins?.i18n?.locale ?? null;
}

interface TermFormValues extends Partial<TermValues> {
  parent?: Partial<RelationValue>;
}

/** The form of a category or tag as the server is asked about it. */
export function useTermForm(kind: TermType): TermOutlookRequest {
  const locale = useEntryLocale();
  const form = useForm('TermPanel', ({ values }) => values) as TermFormValues;
  const values: TermValues = { name: form.name ?? null, slug: form.slug ?? null, term: form.term ?? null };
  if (kind === 'tag') return { locale, values };
  const { shareUrl = null, backLinkLabel = null } = form;
  return { locale, values: { ...values, shareUrl, backLinkLabel }, ...parentOf(form.parent) };
}

function parentOf({ connect = [], disconnect = [] }: Partial<RelationValue> = {}): {
  parent?: string | null;
} {
  const chosen = connect[connect.length - 1];
  if (chosen) return { parent: chosen.apiData.documentId };
  return disconnect.length > 0 ? { parent: null } : {};
}
