import type { BackLink, CategoryNode, LinkedFields, ShareLink } from '../post';
import { backLinks } from './back-links';
import { canonicalUrl } from './canonical-url';
import type { LinkSettings } from './link-settings';
import { shareLinks } from './share-links';

/** What a post's generated links depend on besides the settings. */
export interface PostLinksInput {
  post: LinkedFields;
  /** The decoded URL path; null where the post has none. */
  url: string | null;
  capturedShareUrl: string | null;
  categories: CategoryNode[];
  /** The post's locale, for labels; the site's language where null. */
  locale: string | null;
}

/**
 * The generated links of a post: a pure function of the post, its categories with their parents, and the settings.
 * @param networks asks for share links of others than those that the settings enable.
 */
export function postLinks(
  input: PostLinksInput,
  settings: LinkSettings,
  networks?: string[],
): { shareLinks: ShareLink[]; backLinks: BackLink[] } {
  const { post, capturedShareUrl, categories } = input;
  const language = input.locale ?? settings.site.language;
  const canonical = input.url === null ? null : canonicalUrl(input.url, settings);
  return {
    shareLinks: shareLinks(
      { post, capturedShareUrl, canonicalUrl: canonical, categories, settings, language },
      networks,
    ),
    backLinks: backLinks(categories, settings, language),
  };
}
