/** Tags after which words are apart. */
const BREAKS =
  /<\/?(?:p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|t[drh]|table|blockquote|pre|section|article|figure|figcaption)\b[^>]*>/g;
const TAGS = /<[^>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text of sanitized HTML, its white space as readers see it: single blanks. */
export function htmlText(html: string): string {
  return decodeText(html.replace(BREAKS, ' '));
}

/** The text of a piece within a line. */
export function decodeText(html: string): string {
  return html
    .replace(TAGS, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name])
    .replace(/\s+/g, ' ')
    .trim();
}
