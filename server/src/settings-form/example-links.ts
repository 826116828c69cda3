import type { ExampleLinks } from '../../../core/admin/settings';
import { canonicalUrl, footerBackLinks, renderFooter } from '../../../core/links';
import type { CategoryNode } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import type { StoredPost } from '../hook/stored-post';
import { recomputePost } from '../regeneration/recompute-post';

/** What settings make of a stored post, by the functions that regenerate it; pure. */
export function exampleLinks(
  stored: StoredPost,
  categories: CategoryNode[],
  settings: Settings,
): ExampleLinks {
  const { url, shareLinks, backLinks } = recomputePost(stored, categories, settings).derived;
  return {
    url,
    address: url === null ? null : canonicalUrl(url, settings),
    shareLinks,
    backLinks,
    footer: footerOf(
      shareLinks.find(({ network }) => network === 'link')?.url ?? null,
      stored.locale,
      categories,
      settings,
    ),
  };
}

function footerOf(
  shareUrl: string | null,
  locale: string | null,
  categories: CategoryNode[],
  settings: Settings,
): string | null {
  if (settings.footer === null) return null;
  const { write } = settings.footer;
  const language = locale ?? settings.site.language;
  const backLinks = footerBackLinks(write, categories, settings, language);
  return renderFooter(write, { shareUrl, backLinks }, settings);
}
