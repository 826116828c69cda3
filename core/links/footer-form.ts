import type { BackLink, CategoryNode } from '../post';
import type { FooterForm } from '../settings';
import { backLinks } from './back-links';
import { expandText } from './label';
import type { LinkSettings } from './link-settings';

const MARKDOWN_LINK = '[{label}]({url})';

/** The back links as one footer form writes them: an older form may have had other labels and addresses. */
export function footerBackLinks(
  form: FooterForm,
  categories: CategoryNode[],
  settings: LinkSettings,
  language: string | null,
): BackLink[] {
  const { category, home, separator } = settings.backLinks;
  const templates = { category: form.category ?? category, home: form.home ?? home, separator };
  return backLinks(categories, { ...settings, backLinks: templates }, language);
}

/**
 * The block that a footer form puts under a post. A missing share URL leaves its place empty, as in `<>`. For a form
 * with templates of its own, the back links are those of `footerBackLinks`.
 */
export function renderFooter(
  form: FooterForm,
  links: { shareUrl: string | null; backLinks: BackLink[] },
  settings: Pick<LinkSettings, 'backLinks'>,
): string {
  const backLink = form.backLink ?? MARKDOWN_LINK;
  return expandText(form.template, {
    share: links.shareUrl ?? '',
    backLinks: links.backLinks
      .map(({ label, url }) => expandText(backLink, { label, url }))
      .join(form.separator ?? settings.backLinks.separator),
  });
}
