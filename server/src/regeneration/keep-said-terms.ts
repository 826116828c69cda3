import type { Core } from '@strapi/strapi';
import { readPost } from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import { fieldsOf, loadStoredPosts } from '../hook/stored-post';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
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
    const kept = await strapi.db.transaction(() => keepOf(conflict.id));
    told.push(kept === null ? conflict : { ...conflict, message: `${conflict.message} It keeps ${kept}.` });
  }
  return told;

  async function keepOf(id: number): Promise<string | null> {
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
    return kinds.map((kind) => `the ${kind} ${fields[TERM_TYPES[kind].relation].join(', ')}`).join(' and ');
  }
}

function isSaid(kind: TermKind, stored: PostFields, said: PostFields): boolean {
  const { relation } = TERM_TYPES[kind];
  return stored[relation].join('\n') === said[relation].join('\n');
}

function idsOf(terms: readonly { id: number }[]): number[] {
  return terms.map(({ id }) => id);
}
