import type { CategoryNode, LinkedFields } from '../post';
import { expandText, labelNames } from './label';
import type { LinkSettings } from './link-settings';
import { isOfPost, shareNames } from './names';
import { absoluteUrl } from './url-encoding';
import { expandUrl, templateNames } from './url-template';
import { withAncestors } from './category-line';

/** All that a post's share target and share links depend on. */
export interface ShareInput {
  post: LinkedFields;
  /** The share URL found in the post's footer, as kept by `keptShareUrl`. */
  capturedShareUrl: string | null;
  canonicalUrl: string | null;
  /** The post's categories in order, with their parents. */
  categories: CategoryNode[];
  settings: LinkSettings;
  /** BCP 47 tag for the labels; the site's language where absent or null. */
  language?: string | null;
}

/** Names for `share.url` and a category's `shareUrl`, the site's own `share.variables` included. */
function templateValues(input: ShareInput, category: CategoryNode | undefined): Record<string, string> {
  const names = shareNames(input.post, input.canonicalUrl, category, input.settings);
  const variables = Object.entries(input.settings.share.variables).map(([name, text]): [string, string] => [
    name,
    expandText(text, names),
  ]);
  return { ...names, ...Object.fromEntries(variables) };
}

/** A share template's URL, or null where it is not absolute, or has places for the post and nothing to put there. */
function expandShareUrl(
  template: string,
  input: ShareInput,
  category: CategoryNode | undefined,
): string | null {
  const values = templateValues(input, category);
  const { variables } = input.settings.share;
  const places = templateNames(template).filter((name) =>
    Object.hasOwn(variables, name) ? labelNames(variables[name] ?? '').some(isOfPost) : isOfPost(name),
  );
  if (places.length > 0 && places.every((name) => (values[name] ?? '').trim() === '')) return null;
  return absoluteUrl(expandUrl(template, values));
}

function categoryShareUrl(input: ShareInput): string | null {
  for (const category of input.categories) {
    for (const { shareUrl } of withAncestors(category)) {
      const url = shareUrl ? expandShareUrl(shareUrl, input, category) : null;
      if (url !== null) return url;
    }
  }
  return null;
}

/**
 * The URL under which a post is shared, or null where nothing gives an absolute one. The first of: the post's own
 * `shareUrl`, the share URL found in its footer, the template of its first category that has or inherits one,
 * `share.url` of the settings, the canonical URL.
 */
export function shareTarget(input: ShareInput): string | null {
  const template = input.settings.share.url;
  return (
    absoluteUrl(input.post.shareUrl) ??
    absoluteUrl(input.capturedShareUrl) ??
    categoryShareUrl(input) ??
    (template ? expandShareUrl(template, input, input.categories[0]) : null) ??
    absoluteUrl(input.canonicalUrl)
  );
}

/**
 * Whether a share URL found in a footer has to be remembered: it comes back if it is absolute and not the one that the
 * post would get anyway, else null.
 */
export function keptShareUrl(
  found: string | null,
  input: Omit<ShareInput, 'capturedShareUrl'>,
): string | null {
  const url = absoluteUrl(found);
  return url === shareTarget({ ...input, capturedShareUrl: null }) ? null : url;
}
