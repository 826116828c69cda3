import type { Core } from '@strapi/strapi';
import { readPost } from '../../../core/jekyll';
import { message, saying, type Message } from '../../../core/messages';
import type { PostFields } from '../../../core/post';
import { fieldsOf, loadStoredPosts } from '../hook/stored-post';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { kindMessage, TERM_TYPES, type TermKind } from '../terms/term-kind';
import { deleteTermLinks, insertTermLinks } from '../terms/term-links';
import { regenerateRows, type RowConflict } from './regenerate-rows';

/** What finds and creates terms, which itself asks for regeneration. */
interface Terms {
  ensure(kind: TermKind, terms: string[], locale: string | null): Promise<Map<string, number>>;
}

/**
 * Gives rows that could not follow a renamed term the terms that their texts say, which are created where they are gone: the
 * two sides of a post never disagree for long. Nothing happens to rows whose sides agree.
 * @returns the conflicts, of which those of such a post say what it keeps.
 */
export async function keepSaidTerms(
  strapi: Core.Strapi,
  conflicts: readonly RowConflict[],
  cause: string,
): Promise<RowConflict[]> {
  const told: RowConflict[] = [];
  for (const conflict of conflicts) {
    const terms = await strapi.db.transaction(() => keepOf(conflict.id));
    told.push(terms === null ? conflict : { ...conflict, ...keeping(conflict, terms) });
  }
  return told;

  async function keepOf(id: number): Promise<Message | null> {
    const settings = await pressService<SettingsService>(strapi, 'settings').get();
    const [stored] = await loadStoredPosts(strapi, [id]);
    if (!stored) return null;
    const { frontMatter: yaml, filePath, body, locale } = stored;
    const { fields, readable } = readPost({ yaml, filePath, body: body ?? '' }, settings);
    const kinds = (['category', 'tag'] as const).filter((kind) => !isSaid(kind, fieldsOf(stored), fields));
    if (!readable || kinds.length === 0) return null;
    const terms = { category: idsOf(stored.categories), tag: idsOf(stored.tags) };
    for (const kind of kinds) {
      const said = fields[TERM_TYPES[kind].relation];
      const ids = await pressService<Terms>(strapi, 'terms').ensure(kind, said, locale);
      terms[kind] = said.flatMap((term) => ids.get(term) ?? []);
    }
    await deleteTermLinks(strapi, [id]);
    await insertTermLinks(strapi, [{ id, terms }]);
    await regenerateRows(strapi, [id], { cause, relist: true });
    return kinds
      .map((kind) => namedTerms(kind, fields[TERM_TYPES[kind].relation]))
      .reduce((first, last) => message('list/and', { first, last }));
  }
}

function keeping({ said }: RowConflict, terms: Message) {
  return saying('message', message('post/cannot-follow-and-keeps', { problem: said.message, terms }));
}

function namedTerms(kind: TermKind, terms: readonly string[]): Message {
  return message('term/named', { kind: kindMessage(kind), terms: terms.join(', ') });
}

function isSaid(kind: TermKind, stored: PostFields, said: PostFields): boolean {
  const { relation } = TERM_TYPES[kind];
  return stored[relation].join('\n') === said[relation].join('\n');
}

function idsOf(terms: readonly { id: number }[]): number[] {
  return terms.map(({ id }) => id);
}
