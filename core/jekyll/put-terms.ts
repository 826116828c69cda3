import { readHeader, removeKey, setKey, toRubyString, type WriteResult } from '../front-matter';
import type { Value, ValueMap } from '../front-matter/value';
import { flatten, isTruthy, splitWords } from './ruby-values';

/** Tells what terms a text gives, together with the file's folders and the site's defaults. */
type ReadTerms = (yaml: string) => string[];

const isSame = (a: string[], b: string[]) =>
  a.length === b.length && a.every((term, index) => term === b[index]);

/**
 * Writes the terms of `categories` and `category`, so that together with folders and defaults they read as wanted. The key that
 * says them keeps saying them; a post without either gets `categories`.
 *
 * @param given the terms of folders and defaults
 */
export function putCategories(yaml: string, wanted: string[], given: string[], read: ReadTerms): WriteResult {
  const { map } = readHeader(yaml);
  const single = singleTerms(map, 'category');
  const plural = pluralTerms(map, 'categories');
  const own = wanted.filter(
    (term) => !given.includes(term) || single.includes(term) || plural.includes(term),
  );
  const rest = own.filter((term) => !plural.includes(term));
  const withoutSingle = own.filter((term) => !single.includes(term) || plural.includes(term));
  const ways: (() => WriteResult)[] =
    single.length === 0
      ? [() => setKey(yaml, 'categories', own)]
      : [
          () => setSingle(yaml, 'category', plural.length === 0 ? own : rest),
          () => setKey(yaml, 'categories', withoutSingle),
          () => inTurn(removeKey(yaml, 'category'), (text) => setKey(text, 'categories', own)),
        ];
  return firstThatReads(
    ways,
    wanted,
    read,
    given.some((term) => !wanted.includes(term)),
  );
}

/**
 * Writes the terms of `tag` or `tags`, whichever Jekyll takes; a post without either gets `tags`.
 *
 * @param given the tags of the site's defaults
 */
export function putTags(yaml: string, wanted: string[], given: string[], read: ReadTerms): WriteResult {
  const { map } = readHeader(yaml);
  const ways: (() => WriteResult)[] =
    singleTerms(map, 'tag').length > 0 || isTruthy(map.get('tag'))
      ? [
          () => setSingle(yaml, 'tag', wanted),
          () => inTurn(removeKey(yaml, 'tag'), (text) => setKey(text, 'tags', wanted)),
        ]
      : [() => setKey(yaml, 'tags', wanted)];
  return firstThatReads(ways, wanted, read, given.length > 0);
}

function firstThatReads(
  ways: (() => WriteResult)[],
  wanted: string[],
  read: ReadTerms,
  isGivenElsewhere: boolean,
): WriteResult {
  let refused: WriteResult | null = null;
  for (const way of ways) {
    const written = way();
    if (written.ok && isSame(read(written.yaml), wanted)) return written;
    if (!written.ok) refused ??= written;
  }
  return refused ?? { ok: false, reason: isGivenElsewhere ? 'given-elsewhere' : 'mismatch' };
}

/** The key in the singular holds one term with its blanks, or a list. */
function setSingle(yaml: string, key: string, terms: string[]): WriteResult {
  if (terms.length === 0) return removeKey(yaml, key);
  return setKey(yaml, key, terms.length === 1 ? terms[0] : terms);
}

function inTurn(first: WriteResult, next: (yaml: string) => WriteResult): WriteResult {
  return first.ok ? next(first.yaml) : first;
}

function singleTerms(map: ValueMap, key: string): string[] {
  const value = map.get(key);
  return value !== undefined && isTruthy(value) ? termsOf(flatten([value])) : [];
}

function pluralTerms(map: ValueMap, key: string): string[] {
  const value = map.get(key);
  if (typeof value === 'string') return splitWords(value);
  return Array.isArray(value) ? termsOf(flatten(value)) : [];
}

const termsOf = (values: Value[]): string[] => values.map(toRubyString).filter((term) => term !== '');
