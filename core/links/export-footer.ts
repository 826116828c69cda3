import type { Envelope } from '../front-matter';
import type { BackLink, CategoryNode } from '../post';
import type { FooterForm } from '../settings';
import { footerBackLinks, renderFooter } from './footer-form';
import type { FooterSettings } from './link-settings';

/** What a post's footer is made of when its file is written. */
export interface ExportedFooter {
  /** The footer as it was found; null where the file had none, or there was no file. */
  found: Envelope['footer'];
  /** Whether the post came from no file: it gets a footer as the site writes it. */
  isNew: boolean;
  /** Whether the post's links are those that it had when its file was imported. */
  linksAsImported: boolean;
  /** The post's share target; null where it has none. */
  shareUrl: string | null;
  /** In order, with their ancestors. */
  categories: CategoryNode[];
  locale: string | null;
}

/** The footer of a file, and whether it is another one than was found. */
export interface FooterText {
  text: string;
  renewed: boolean;
}

/**
 * The text under a post's body (DESIGN: section 6). Under `keep` the original bytes while they say the post's links, else the
 * form that the site writes now; `current` renews every footer. A file without footer stays without.
 */
export function exportFooter(post: ExportedFooter, settings: FooterSettings): FooterText {
  const { found, isNew } = post;
  if (settings.footer === null) return { text: found?.text ?? '', renewed: false };
  if (found === null && !isNew) return { text: '', renewed: false };
  const written = render(settings.footer.write, post, settings);
  if (found === null) return { text: written.trim() === '' ? '' : `${written}\n`, renewed: false };
  const keep =
    settings.footer.onExport !== 'current' && (post.linksAsImported || isCurrent(found.text, post, settings));
  if (keep) return { text: found.text, renewed: false };
  const text = inStyleOf(found.text, written);
  return { text, renewed: text !== found.text };
}

/** What a post's footer shows: while it is the same, an imported footer is kept. */
export function footerLinks(shareUrl: string | null, backLinks: BackLink[]): string {
  return JSON.stringify([shareUrl, ...backLinks.map(({ label, url }) => [label, url])]);
}

/** Whether a text is what one of the forms makes of the present links; forms with templates of their own show older ones. */
function isCurrent(text: string, post: ExportedFooter, settings: FooterSettings): boolean {
  const { write, read } = settings.footer ?? { write: null, read: [] };
  const forms = [write, ...read].filter((form) => form !== null && !form.category && !form.home);
  const plain = text.replace(/\r\n/g, '\n').trimEnd();
  return forms.some((form) => form !== null && render(form, post, settings).trimEnd() === plain);
}

function render(form: FooterForm, post: ExportedFooter, settings: FooterSettings): string {
  const language = post.locale ?? settings.site.language;
  const backLinks = footerBackLinks(form, post.categories, settings, language);
  return renderFooter(form, { shareUrl: post.shareUrl, backLinks }, settings).replace(/\r\n/g, '\n');
}

/** A footer with the line ends, the blank lines before it where the body was empty, and the end of the one it replaces. */
function inStyleOf(found: string, written: string): string {
  const end = found.slice(found.trimEnd().length);
  const start = /^\s/.test(found) ? written : written.trimStart();
  const text = start.trimEnd();
  return (/\r\n/.test(found) ? text.replace(/\n/g, '\r\n') : text) + end;
}
