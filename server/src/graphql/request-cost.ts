import { errors } from '@strapi/utils';
import { requestLoader } from './request-loader';

/** Rows of our types that are given out in one request. */
const MOST_ROWS = 10_000;
/** Texts that are rendered for one request: about half a millisecond each. */
const MOST_TEXTS = 2_000;
/** Our own types inside each other, such as the post after the post after a post. */
const DEEPEST = 12;

/** What a request has cost so far. */
interface Spent {
  rows: number;
  texts: number;
}

/** The part of a resolver's information that says where it stands. */
interface ResolverInfo {
  path: Path | undefined;
}

interface Path {
  prev: Path | undefined;
  typename: string | undefined;
}

/**
 * Counts rows of our types that a field is about to read, so that no query, however it is nested, reads a table.
 * @throws ValidationError where a request asks for too much, or too deep.
 */
export function spend(context: object, info: unknown, rows: number): void {
  const depth = depthOf((info as ResolverInfo).path);
  if (depth > DEEPEST)
    throw new errors.ValidationError(
      `Posts and categories stand ${depth} deep inside each other; at most ${DEEPEST} are answered. Ask for them by their URLs instead.`,
    );
  const spent = spentBy(context);
  spent.rows += rows;
  if (spent.rows > MOST_ROWS)
    throw new errors.ValidationError(
      `The request asks for more than ${MOST_ROWS} rows. Take smaller pages, or fewer lists inside lists.`,
    );
}

/** Counts texts that are about to be rendered. @throws ValidationError where a request asks for too many. */
export function spendTexts(context: object, texts: number): void {
  const spent = spentBy(context);
  spent.texts += texts;
  if (spent.texts > MOST_TEXTS)
    throw new errors.ValidationError(
      `The request asks for the HTML of more than ${MOST_TEXTS} texts. Take smaller pages.`,
    );
}

function spentBy(context: object): Spent {
  return requestLoader(context, 'cost of a request', () => ({ rows: 0, texts: 0 }));
}

/** How many fields of our types lead to a field. */
function depthOf(path: Path | undefined): number {
  let depth = 0;
  for (let at = path; at; at = at.prev) if (at.typename?.startsWith('Press')) depth += 1;
  return depth;
}
