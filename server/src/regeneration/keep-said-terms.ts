import type { Core } from '@strapi/strapi';
import { chunk, isEqual } from 'lodash';
import { readPost } from '../../../core/jekyll';
import { message, saying, type Message } from '../../../core/messages';
import type { PostFields } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { lockRows } from '../database/lock-rows';
import { fieldsOf, loadStoredPosts, type StoredPost } from '../hook/stored-post';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { kindMessage, TERM_KINDS, TERM_TYPES, type TermKind } from '../terms/term-kind';
import { deleteTermLinks, insertTermLinks } from '../terms/term-links';
import { regenerateRows, type RowConflict } from './regenerate-rows';

/** Bounds the memory where many posts could not follow. */
const LOOKED_AT_TOGETHER = 200;

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
  const settings = (): Promise<Settings> => pressService<SettingsService>(strapi, 'settings').get();
  const told: RowConflict[] = [];
  for (const lot of chunk(conflicts, LOOKED_AT_TOGETHER)) {
    const disagreeing = new Set((await unsaidTerms(lot.map(({ id }) => id))).map(({ stored }) => stored.id));
    for (const conflict of lot) {
      const kept = disagreeing.has(conflict.id) ? await strapi.db.transaction(() => keep(conflict.id)) : null;
      told.push(kept === null ? conflict : { ...conflict, ...keeping(conflict, kept) });
    }
  }
  return told;

  /** Posts whose text says other terms than they have. */
  async function unsaidTerms(ids: number[]): Promise<UnsaidTerms[]> {
    const current = await settings();
    return (await loadStoredPosts(strapi, ids)).flatMap((stored) => {
      const { frontMatter: yaml, filePath, body } = stored;
      const { fields, readable } = readPost({ yaml, filePath, body: body ?? '' }, current);
      const had = fieldsOf(stored);
      const kinds = TERM_KINDS.filter((kind) => {
        const { relation } = TERM_TYPES[kind];
        return !isEqual(had[relation], fields[relation]);
      });
      return readable && kinds.length > 0 ? [{ stored, fields, kinds }] : [];
    });
  }

  /** Null where the post agrees by now; one that somebody is saving gets the terms of its text by that. */
  async function keep(id: number): Promise<Message | null> {
    const [post] = await unsaidTerms(await lockRows(strapi, [id]));
    if (!post) return null;
    const { stored, fields, kinds } = post;
    const terms = { category: idsOf(stored.categories), tag: idsOf(stored.tags) };
    for (const kind of kinds) {
      const said = fields[TERM_TYPES[kind].relation];
      const ids = await pressService<Terms>(strapi, 'terms').ensure(kind, said, stored.locale);
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

interface UnsaidTerms {
  stored: StoredPost;
  /** What the text says. */
  fields: PostFields;
  /** Of which terms the two sides differ. */
  kinds: TermKind[];
}

function keeping({ said }: RowConflict, terms: Message) {
  return saying('message', message('post/cannot-follow-and-keeps', { problem: said.message, terms }));
}

function namedTerms(kind: TermKind, terms: readonly string[]): Message {
  return message('term/named', { kind: kindMessage(kind), terms: terms.join(', ') });
}

function idsOf(terms: readonly { id: number }[]): number[] {
  return terms.map(({ id }) => id);
}
