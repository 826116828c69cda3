import type { Diagnostic } from './diagnostics/diagnostic';

/** The fields of a post that its front matter and file name say, in storable form (DESIGN: invariant 1). */
export interface PostFields {
  title: string;
  slug: string;
  /** ISO 8601 instant in UTC with milliseconds (`2021-12-29T00:43:42.000Z`); null where there is none. */
  date: string | null;
  layout: string | null;
  author: string | null;
  source: string | null;
  /** Only what the front matter says; generated excerpts are computed when read. */
  excerpt: string | null;
  image: string | null;
  permalink: string | null;
  shareUrl: string | null;
  /** Terms in order, unique, case-sensitive. */
  categories: string[];
  tags: string[];
}

/** What of a post's fields its links are made of. */
export type LinkedFields = Pick<PostFields, 'title' | 'slug' | 'date' | 'excerpt' | 'image' | 'shareUrl'>;

/** What one front matter text says, read as Jekyll does. */
export interface PostReading {
  fields: PostFields;
  /** Unknown keys as JSON. */
  extra: Record<string, unknown>;
  /** Top-level keys that the text itself has, as text; empty where there is no header or it does not read. */
  keys: string[];
  /** `false` where the header does not read: fields then hold what Jekyll gives such a post. */
  readable: boolean;
  /** Front matter says `published: false` (or an empty `published:`). */
  unpublished: boolean;
  /** Lies in `_drafts`, or says `draft: true`. */
  draft: boolean;
  diagnostics: Diagnostic[];
}

/** A category as links need it: itself and its ancestors, nearest last. */
export interface CategoryNode {
  id: number | string;
  documentId?: string;
  name: string;
  slug: string;
  term: string;
  shareUrl: string | null;
  backLinkLabel: string | null;
  parent: CategoryNode | null;
}

/** What of a category its page's URL is made of. */
export type CategoryPage = Pick<CategoryNode, 'name' | 'slug' | 'term'>;

/** One share link: `network` is an id of `docs/share-networks.md`; `link` is the share target itself. */
export interface ShareLink {
  network: string;
  label: string;
  url: string;
}

/** One link back from a post. `category` is the document id of the category it leads to. */
export interface BackLink {
  kind: 'category' | 'parent' | 'home';
  label: string;
  url: string;
  category?: string;
}
