import type { BackLink, CategoryNode } from '../post';
import { withAncestors } from './category-line';
import { expandLabel } from './label';
import type { LinkSettings } from './link-settings';
import { categoryNames, homeNames } from './names';
import { categoryUrl } from './category-url';
import { expandUrl } from './url-template';

function categoryBackLink(
  category: CategoryNode,
  kind: 'category' | 'parent',
  settings: LinkSettings,
  language: string | null,
): BackLink {
  const names = categoryNames(category, settings, language);
  const template = settings.backLinks.category;
  return {
    kind,
    label: expandLabel(category.backLinkLabel || template.label, names, language),
    url: categoryUrl(category, settings, language),
    ...(category.documentId === undefined ? {} : { category: category.documentId }),
  };
}

/**
 * The links back from a post: for each category in order its ancestors, outermost first, then itself, each category
 * once; then the home page. A category that the post has is of kind `category` even where it stands as another's parent.
 */
export function backLinks(
  categories: CategoryNode[],
  settings: LinkSettings,
  language: string | null,
): BackLink[] {
  const own = new Set(categories.map(({ id }) => id));
  const listed = new Map<CategoryNode['id'], BackLink>();
  for (const category of categories) {
    for (const node of withAncestors(category).reverse()) {
      if (listed.has(node.id)) continue;
      const kind = own.has(node.id) ? 'category' : 'parent';
      listed.set(node.id, categoryBackLink(node, kind, settings, language));
    }
  }
  const names = homeNames(settings, language);
  const { label, url } = settings.backLinks.home;
  const home: BackLink = {
    kind: 'home',
    label: expandLabel(label, names, language),
    url: expandUrl(url, names),
  };
  return [...listed.values(), home];
}
