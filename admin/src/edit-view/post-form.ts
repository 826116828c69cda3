import {
  unstable_useContentManagerContext as useContentManagerContext,
  useForm,
  useQueryParams,
} from '@strapi/strapi/admin';
import { OPTIONAL_TEXT_FIELDS } from '../../../core/jekyll/post-field';
import type { PostFields } from '../../../core/post';

/** A relation in the form: only what changed, as the Content Manager keeps it; a list that is empty may be absent. */
export interface RelationValue {
  connect: RelationItem[];
  disconnect: RelationItem[];
}

/** A connected or disconnected entry as the Content Manager's relation field reads it. */
export interface RelationItem {
  id: number;
  apiData: {
    id: number;
    documentId: string;
    locale: string | null;
    position?: { before?: string; after?: string; start?: boolean; end?: boolean };
  };
  [detail: string]: unknown;
}

/** What the form of a post holds; empty fields are absent. */
export interface PostFormValues {
  title?: string;
  slug?: string;
  date?: string | Date;
  layout?: string;
  author?: string;
  source?: string;
  excerpt?: string;
  image?: string;
  permalink?: string;
  shareUrl?: string;
  body?: string;
  frontMatter?: string;
  categories?: Partial<RelationValue>;
  tags?: Partial<RelationValue>;
}

export interface PostForm {
  /** Null for a post that is not stored yet. */
  documentId: string | null;
  /** Null for the default locale. */
  locale: string | null;
  values: PostFormValues;
  /** As the form was opened, or last saved. */
  initialValues: PostFormValues;
  onChange: (name: keyof PostFormValues, value: unknown) => void;
  disabled: boolean;
}

/** The form of the post that is being edited. */
export function usePostForm(consumer: string): PostForm {
  const { id, isCreatingEntry } = useContentManagerContext();
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const values = useForm(consumer, (form) => form.values) as PostFormValues;
  const initialValues = useForm(consumer, (form) => form.initialValues) as PostFormValues;
  const onChange = useForm(consumer, (form) => form.onChange);
  const disabled = useForm(consumer, (form) => form.disabled);
  return {
    documentId: isCreatingEntry || id === undefined || id === 'create' ? null : id,
    locale: query.plugins?.i18n?.locale ?? null,
    values,
    initialValues,
    onChange,
    disabled,
  };
}

/** The fields of the form as the core compares them; categories and tags are relations of their own. */
export function fieldsOfForm(values: PostFormValues): Omit<PostFields, 'categories' | 'tags'> {
  const texts = Object.fromEntries(OPTIONAL_TEXT_FIELDS.map((name) => [name, values[name] || null]));
  return {
    ...(texts as Record<(typeof OPTIONAL_TEXT_FIELDS)[number], string | null>),
    title: values.title ?? '',
    slug: values.slug ?? '',
    date: instantOf(values.date),
  };
}

function instantOf(value: string | Date | undefined): string | null {
  if (!value) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
