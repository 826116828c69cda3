/** A line `<>`, then only blank lines and lines of links: the footer that a script wrote without its URL. */
const EMPTY_SHARE_LINK = /(?:^|\n)[ \t]*(<>)[ \t]*\r?(?:\n[ \t]*(?:\[[^\n]*)?\r?)*\n?$/;

/** Where the empty share link at the end of a body begins, in UTF-16 code units; null where there is none. */
export function findEmptyShareLink(body: string): number | null {
  const line = body.lastIndexOf('<>');
  if (line < 0) return null;
  const start = body.lastIndexOf('\n', line) < 0 ? 0 : body.lastIndexOf('\n', line);
  return EMPTY_SHARE_LINK.test(body.slice(start)) ? line : null;
}
