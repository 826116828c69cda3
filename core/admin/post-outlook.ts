import type { Diagnostic } from '../diagnostics';
import type { BackLink, ShareLink } from '../post';

/** A relation as a form of the admin changes it, by document ids. */
export interface RelationEdit {
  connect: { documentId: string; position?: RelationPosition }[];
  disconnect: { documentId: string }[];
}

/** Where a connected entry goes; to the end where nothing is said. */
export interface RelationPosition {
  before?: string;
  after?: string;
  start?: boolean;
  end?: boolean;
}

/** One entry of a relation as it is stored. */
export interface RelatedEntry {
  id: number;
  documentId: string;
}

/** Relations of a form whose terms are asked for. */
export interface RelationTermsRequest {
  documentId: string | null;
  locale: string | null;
  categories?: RelationEdit;
  tags?: RelationEdit;
}

/** The terms that relations name, in order; those that were asked for. */
export interface RelationTerms {
  categories?: string[];
  tags?: string[];
}

/** What an edit of a stored post starts from. */
export interface StoredPostText {
  base: string | null;
  text: string | null;
  filePath: string | null;
}

/** What a form holds of a post before it is saved. */
export interface PostOutlookRequest {
  /** Null for a new post. */
  documentId: string | null;
  /** Null for the default locale. */
  locale: string | null;
  frontMatter: string | null;
  body: string | null;
  /** Whether the slug is to follow the title, whatever the front matter says. */
  slugFromTitle?: boolean;
  /** Whether the rendered body is asked for. */
  html?: boolean;
}

/** A category or tag that the front matter names; one that is not stored yet has no ids and will be created. */
export interface OutlookTerm {
  term: string;
  name: string;
  id: number | null;
  documentId: string | null;
  locale: string | null;
}

/** What a post would be if the form were saved now. */
export interface PostOutlook {
  /** The slug that it would have: that of the front matter, else a free one from the title. */
  slug: string;
  /** URL path; null while there is neither slug nor title. */
  url: string | null;
  /** The whole address; null without `site.url`. */
  address: string | null;
  /** The published post that has this URL. */
  taken: { documentId: string; title: string | null } | null;
  shareLinks: ShareLink[];
  backLinks: BackLink[];
  diagnostics: Diagnostic[];
  categories: OutlookTerm[];
  tags: OutlookTerm[];
  /** The stored relations, in order. */
  stored: { categories: RelatedEntry[]; tags: RelatedEntry[] };
  words: number;
  /** Whole minutes that reading takes. */
  minutes: number;
  /** The moment from which readers see a post that is dated ahead, ISO 8601; null where that is at once. */
  visibleFrom: string | null;
  /** Sanitized HTML of the body, where it was asked for. */
  html: string | null;
}
