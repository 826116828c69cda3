import type { RenamedTerms } from '../../../core/jekyll';
import type { StoredTerm } from './terms-of-posts';
import { TERM_TYPES, type TermKind } from './term-kind';

/** A term that its posts' texts do not say yet. */
export interface PendingRename {
  kind: TermKind;
  /** Row id. */
  id: number;
  /** The term that the texts may still have. */
  from: string;
  /** The job that changes them. */
  job: number;
}

/** Which former terms a post with these terms may still have in its text; undefined where none of them is being renamed. */
export function renamedTermsOf(
  pending: readonly PendingRename[],
  terms: Record<'categories' | 'tags', readonly StoredTerm[]>,
): RenamedTerms | undefined {
  if (pending.length === 0) return undefined;
  const renamed = { categories: new Map<string, string>(), tags: new Map<string, string>() };
  for (const { kind, id, from } of pending) {
    const { relation } = TERM_TYPES[kind];
    const term = terms[relation].find((one) => one.id === id)?.term;
    if (term && term !== from) renamed[relation].set(from, term);
  }
  return renamed.categories.size + renamed.tags.size > 0 ? renamed : undefined;
}
