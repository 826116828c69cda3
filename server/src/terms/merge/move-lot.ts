import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { groupBy } from 'lodash';
import { message, saying, type Message, type Saying } from '../../../../core/messages';
import { lockRows } from '../../database/lock-rows';
import { readRows } from '../../database/read-rows';
import { tableNames } from '../../database/table-names';
import { isUniqueViolation } from '../../events/unique-violation';
import { messageOf } from '../../messages/message-of';
import { POST_UID } from '../../plugin-id';
import { regenerateRows } from '../../regeneration/regenerate-rows';
import { TERM_TYPES } from '../term-kind';
import { replaceTerm } from './replace-term';
import type { TermsToMerge } from './term-pair';

/** A post that keeps its term, and why. */
export interface KeptPost extends Saying<'message'> {
  documentId: string;
}

export interface MovedLot {
  /** Rows that have the other term now. */
  moved: number;
  /** Posts that somebody is writing at this moment. */
  busy: number;
  kept: KeptPost[];
  /** Document ids of the posts that were moved. */
  settled: string[];
}

/** The rows of one post that have the term. */
interface PostRows {
  documentId: string;
  ids: number[];
}

/** Gives posts the other term in one transaction; where one of them cannot have it, each in a transaction of its own. */
export async function moveLot(
  strapi: Core.Strapi,
  ids: readonly number[],
  terms: TermsToMerge,
): Promise<MovedLot> {
  const posts = await postsOf(strapi, ids, terms);
  if (posts.length === 0) return { moved: 0, busy: 0, kept: [], settled: [] };
  try {
    return await strapi.db.transaction(() => move(strapi, posts, terms));
  } catch (error) {
    if (!(error instanceof errors.ValidationError) && !isUniqueViolation(error)) throw error;
    if (posts.length > 1) return moveEach(strapi, posts, terms);
    const [{ documentId }] = posts;
    const kept = { documentId, ...saying('message', reasonOf(error)) };
    return { moved: 0, busy: 0, kept: [kept], settled: [] };
  }
}

async function moveEach(
  strapi: Core.Strapi,
  posts: readonly PostRows[],
  terms: TermsToMerge,
): Promise<MovedLot> {
  const all: MovedLot = { moved: 0, busy: 0, kept: [], settled: [] };
  for (const { ids } of posts) {
    const { moved, busy, kept, settled } = await moveLot(strapi, ids, terms);
    all.moved += moved;
    all.busy += busy;
    all.kept.push(...kept);
    all.settled.push(...settled);
  }
  return all;
}

async function move(strapi: Core.Strapi, posts: readonly PostRows[], terms: TermsToMerge): Promise<MovedLot> {
  const locked = new Set(
    await lockRows(
      strapi,
      posts.flatMap(({ ids }) => ids),
    ),
  );
  const free = posts.filter(({ ids }) => ids.every((id) => locked.has(id)));
  const ids = free.flatMap((post) => post.ids);
  await replaceTerm(strapi, ids, terms);
  await regenerateRows(strapi, ids, { cause: 'merge', strict: true, relist: true });
  return {
    moved: ids.length,
    busy: posts.length - free.length,
    kept: [],
    settled: free.map(({ documentId }) => documentId),
  };
}

/** The posts of some rows with all their rows that have the term: a draft goes together with what is published of it. */
async function postsOf(
  strapi: Core.Strapi,
  ids: readonly number[],
  { kind, from }: TermsToMerge,
): Promise<PostRows[]> {
  const { table, column, link } = tableNames(strapi, POST_UID);
  const { table: links, own, other } = link(TERM_TYPES[kind].relation);
  const documentId = column('documentId');
  const rows = await readRows<{ id: number | string; documentId: string }>(strapi, {
    name: `rows of posts with a ${kind}`,
    table,
    build: (query, { of }) =>
      query
        .select(`${table}.id as id`, `${table}.${documentId} as documentId`)
        .join(links, `${links}.${own}`, `${table}.id`)
        .where(`${links}.${other}`, from.id)
        .whereIn(`${table}.${documentId}`, of(table).select(documentId).whereIn('id', ids))
        .orderBy(`${table}.id`),
    values: [from.id, ...ids],
  });
  return Object.entries(groupBy(rows, (row) => row.documentId)).map(([id, found]) => ({
    documentId: id,
    ids: found.map((row) => Number(row.id)),
  }));
}

function reasonOf(error: unknown): Message {
  return error instanceof errors.ValidationError ? messageOf(error) : message('post/url-taken-just-now');
}
