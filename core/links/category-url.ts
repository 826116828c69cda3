import type { CategoryPage } from '../post';
import type { LinkSettings } from './link-settings';
import { categoryNames } from './names';
import { expandUrl } from './url-template';

/** The URL of a category's page: `backLinks.category.url` of the settings. */
export function categoryUrl(category: CategoryPage, settings: LinkSettings, language: string | null): string {
  return expandUrl(settings.backLinks.category.url, categoryNames(category, settings, language));
}

/** What a URL says of the category whose page it may be. */
export interface CategoryClue {
  attribute: 'slug' | 'term' | 'name';
  value: string;
}

const ATTRIBUTES = ['slug', 'term', 'name'] as const;

/**
 * What a path says of the category whose page is there, by `backLinks.category.url` read backwards; null where it is the
 * page of none. Others may fit too, such as one that is capitalized differently: compare the category's own URL.
 * @param pathOf gives the path of a URL as readers ask for it; null for one on another site.
 */
export function categoryClue(
  path: string,
  settings: LinkSettings,
  language: string | null,
  pathOf: (url: string) => string | null,
): CategoryClue | null {
  const marks = { slug: 'slug0mark', term: 'term0mark', name: 'name0mark' };
  const marked = pathOf(categoryUrl(marks, settings, language));
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
