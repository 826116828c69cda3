import type { CategoryPage } from '../post';

/** What a URL says of the category or tag whose page it may be. */
export interface TermClue {
  attribute: 'slug' | 'term' | 'name';
  value: string;
}

const ATTRIBUTES = ['slug', 'term', 'name'] as const;

/**
 * What a path says of the term whose page is there, by the way in which such URLs are made, read backwards; null where it is
 * the page of none. Others may fit too, such as one that is capitalized differently: compare the term's own URL.
 * @param pathOf gives the path of a term's page as readers ask for it; null for one on another site.
 */
export function termClue(path: string, pathOf: (page: CategoryPage) => string | null): TermClue | null {
  const marks = { slug: 'slug0mark', term: 'term0mark', name: 'name0mark' };
  const marked = pathOf(marks);
  if (marked === null) return null;
  const found = ATTRIBUTES.find((attribute) => marked.includes(marks[attribute]));
  if (!found) return null;
  const [before, ...after] = marked.split(marks[found]);
  if (!path.startsWith(before)) return null;
  const end = after[0].search(new RegExp(ATTRIBUTES.map((attribute) => marks[attribute]).join('|')));
  const follows = end < 0 ? after[0] : after[0].slice(0, end);
  const rest = path.slice(before.length);
  const isLast = after.length === 1 && end < 0;
  if (isLast && !rest.endsWith(follows)) return null;
  const length = isLast ? rest.length - follows.length : rest.indexOf(follows);
  return length > 0 ? { attribute: found, value: rest.slice(0, length) } : null;
}
