import type { CategoryPage } from '../post';
import type { LinkSettings } from './link-settings';
import { categoryNames, tagNames } from './names';
import { expandUrl } from './url-template';

/** The URL of a category's page: `backLinks.category.url` of the settings. */
export function categoryUrl(category: CategoryPage, settings: LinkSettings, language: string | null): string {
  return expandUrl(settings.backLinks.category.url, categoryNames(category, settings, language));
}

/** The URL of a tag's page: `terms.tagUrl` of the settings; null where tags have none. */
export function tagUrl(
  tag: CategoryPage,
  settings: LinkSettings & { terms: { tagUrl: string | null } },
  language: string | null,
): string | null {
  const { tagUrl: template } = settings.terms;
  return template === null ? null : expandUrl(template, tagNames(tag, settings, language));
}
