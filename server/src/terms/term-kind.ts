import { message, type Message } from '../../../core/messages';
import { CATEGORY_UID, TAG_UID } from '../plugin-id';

export type TermKind = 'category' | 'tag';

export const TERM_KINDS: readonly TermKind[] = ['category', 'tag'];

/** The type that holds the terms of a kind, and the relation of posts that names them. */
export const TERM_TYPES = {
  category: { uid: CATEGORY_UID, relation: 'categories' },
  tag: { uid: TAG_UID, relation: 'tags' },
} as const;

/** A kind as messages call it. */
export function kindMessage(kind: TermKind): Message {
  return message(`kind/${kind}`);
}

/** The kind whose type has a UID; the lifecycle hooks of both kinds come with it. */
export function termKindOf(uid: string): TermKind {
  return uid === CATEGORY_UID ? 'category' : 'tag';
}
