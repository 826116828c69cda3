import { errors } from '@strapi/utils';
import { decodeCursor, type ListingCursor } from './listing-cursor';

/** Which part of a list a caller asks for, as the GraphQL Cursor Connections Specification has it. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export interface AskedPage {
  first?: number;
  after?: ListingCursor | null;
  last?: number;
  before?: ListingCursor | null;
}

/** Posts of one page, unless the caller says how many. */
export const PAGE = 20;
/** More of them are refused: each field of each post costs. */
export const LARGEST_PAGE = 100;

/** Which part of the list is asked for. @throws ValidationError */
export function askedPage({ first, after, last, before }: PageArgs): AskedPage {
  if (last !== null && last !== undefined) {
    if ((first ?? null) !== null || (after ?? null) !== null)
      throw new errors.ValidationError('last goes with before, and first with after; use one of both pairs.');
    return { last: sizeOf('last', last), before: cursorOf('before', before) };
  }
  if ((before ?? null) !== null)
    throw new errors.ValidationError('before needs last: how many posts before it.');
  return { first: sizeOf('first', first ?? PAGE), after: cursorOf('after', after) };
}

function sizeOf(name: string, size: number): number {
  if (size >= 1 && size <= LARGEST_PAGE) return size;
  throw new errors.ValidationError(`${name} is ${size}; a page has 1 to ${LARGEST_PAGE} posts.`);
}

function cursorOf(name: string, text: string | null | undefined): ListingCursor | null {
  if (text === null || text === undefined) return null;
  const cursor = decodeCursor(text);
  if (cursor) return cursor;
  throw new errors.ValidationError(`${name} is no cursor of this list; give back one that a page had.`);
}
