import type { CategoryNode, CategoryPage, LinkedFields } from '../post';
import type { LinkSettings } from './link-settings';
import { publicationDay } from './publication-day';
import { termSlug } from './slug';

type Names = Record<string, string>;

const SITE = ['site.url', 'site.baseurl', 'site.title'] as const;
const CATEGORY = ['slug', 'name', 'term'] as const;
const POST = ['slug', 'title', 'date', 'year', 'month', 'day', 'url'] as const;

const CATEGORY_NAMES = CATEGORY.map((name) => `category.${name}`);
const POST_NAMES: string[] = [...POST, ...POST.map((name) => `post.${name}`)];
const SHARE_NAMES = [...POST_NAMES, ...CATEGORY_NAMES, ...SITE];

/**
 * The names that each kind of template knows. `share` is `share.url`, where the keys of `share.variables` come on top,
 * and a category's `shareUrl`; `variables` and `utm` are the values of `share.variables` and `share.utm`; `category` and
 * `home` are label and URL of the two kinds of back links; `footer` is a footer form's template, `footerBackLink` its
 * `backLink`. All but the URL templates are plain text with names in braces.
 */
export const URL_NAMES = {
  share: SHARE_NAMES,
  variables: SHARE_NAMES,
  utm: ['network', ...SHARE_NAMES],
  category: [...CATEGORY, ...CATEGORY_NAMES, ...SITE, 'language'],
  tag: [...CATEGORY, ...SITE, 'language'],
  home: [...SITE, 'language'],
  footer: ['share', 'backLinks'],
  footerBackLink: ['label', 'url'],
} as const satisfies Record<string, readonly string[]>;

/** Whether a name's value is the post's own, and not its category's or the site's. */
export function isOfPost(name: string): boolean {
  return POST_NAMES.includes(name);
}

function siteNames({ site }: LinkSettings): Names {
  return { 'site.url': site.url ?? '', 'site.baseurl': site.baseurl, 'site.title': site.title ?? '' };
}

const NO_CATEGORY: Names = Object.fromEntries(CATEGORY_NAMES.map((name) => [name, '']));

function namesOfCategory(category: CategoryPage): Names {
  const slug = category.slug || termSlug(category.term);
  const name = category.name || category.term;
  return { 'category.slug': slug, 'category.name': name, 'category.term': category.term };
}

/** Names of a share template: the post's bare and prefixed, a category's and the site's. `date` is the day in the site's zone. */
export function shareNames(
  post: LinkedFields,
  canonicalUrl: string | null,
  category: CategoryNode | undefined,
  settings: LinkSettings,
): Names {
  const { slug, title } = post;
  const url = canonicalUrl ?? '';
  const { date, year, month, day } = publicationDay(post.date, settings.site.timezone);
  return {
    ...siteNames(settings),
    ...(category === undefined ? NO_CATEGORY : namesOfCategory(category)),
    ...{ slug, title, url, date, year, month, day },
    'post.slug': slug,
    'post.title': title,
    'post.url': url,
    'post.date': date,
    'post.year': year,
    'post.month': month,
    'post.day': day,
  };
}

/** Names of a category's back link. */
export function categoryNames(
  category: CategoryPage,
  settings: LinkSettings,
  language: string | null,
): Names {
  const names = namesOfCategory(category);
  return {
    ...homeNames(settings, language),
    ...names,
    slug: names['category.slug'] ?? '',
    name: names['category.name'] ?? '',
    term: category.term,
  };
}

/** Names of the back link to the home page. */
export function homeNames(settings: LinkSettings, language: string | null): Names {
  return { ...siteNames(settings), language: language ?? '' };
}

/** Names of the URL template of a tag's page. */
export function tagNames(
  { slug, name, term }: CategoryPage,
  settings: LinkSettings,
  language: string | null,
): Names {
  return { ...homeNames(settings, language), slug: slug || termSlug(term), name: name || term, term };
}
