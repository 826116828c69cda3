import { baseNameOf, extensionOf } from '../jekyll';
import { expandLiquid, type PostReference } from '../liquid';
import type { Settings } from '../settings';
import { withHeadingIds, type Heading } from './heading-ids';
import { htmlText } from './html-text';
import { renderMarkdown } from './render-markdown';
import { pageAddress } from './page-address';
import { sanitizeHtml, type KeptAttributes } from './sanitize-html';
import { textLength, type TextLength } from './word-count';

/** A text of a post, and where it stands. */
export interface RenderedText {
  /** Markdown or HTML, as the file has it. */
  body: string;
  /** Path of the post's file in the site, which says whether it is Markdown; null for a post without one, which is. */
  filePath: string | null;
  /** URL path of the post, decoded; null before it has one. */
  url: string | null;
}

export interface RenderOptions {
  settings: Pick<Settings, 'site' | 'siteFiles'>;
  /** Whole addresses instead of paths, for feeds. */
  absolute?: boolean;
  /** Attributes that are kept besides. */
  kept?: KeptAttributes;
  /** Addresses of the site's images that lie in the media library, by their paths in the site. */
  images?: ReadonlyMap<string, string>;
  /** URL path of the post that a Liquid tag names; null where there is none. */
  postUrl?: (reference: PostReference) => string | null;
}

/** Whether a post's text is Markdown, by the name of its file; HTML otherwise. */
export function isMarkdown(filePath: string | null, { siteFiles }: Pick<Settings, 'siteFiles'>): boolean {
  if (filePath === null) return true;
  return siteFiles.markdownExtensions.includes(extensionOf(baseNameOf(filePath)).toLowerCase());
}

/** The HTML of a text as readers get it: Liquid resolved, Markdown rendered, sanitized, addresses resolved, headings with ids. */
export function renderText(
  { body, filePath, url }: RenderedText,
  { settings, absolute = false, kept, images = new Map(), postUrl }: RenderOptions,
): { html: string; headings: Heading[] } {
  const { site } = settings;
  const markdown = isMarkdown(filePath, settings);
  const { text } = expandLiquid(body, { site, markdown, postUrl });
  const page = { url: url ?? '/', site, absolute, images };
  const html = sanitizeHtml(markdown ? renderMarkdown(text) : text, kept, (address, use) =>
    pageAddress(address, use, page),
  );
  return withHeadingIds(html);
}

/** How long a rendered text is. */
export function lengthOf(html: string): TextLength {
  return textLength(htmlText(html));
}
