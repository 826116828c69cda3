/** Elements without a closing tag. */
const VOID = setOf('area base basefont br col embed frame hr img input link meta param source track wbr');
/** What a paragraph ends at. */
const BLOCKS = setOf(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header main nav ' +
    'ol p pre section table ul',
);
/** Whose end an opening tag implies, where it is the innermost element (HTML standard, optional tags). */
const ENDED_BY: Record<string, ReadonlySet<string>> = {
  li: setOf('li'),
  dt: setOf('dt dd'),
  dd: setOf('dt dd'),
  tr: setOf('tr th td'),
  th: setOf('th td'),
  td: setOf('th td'),
  tbody: setOf('thead tbody'),
  tfoot: setOf('thead tbody'),
  rt: setOf('rt rp'),
  rp: setOf('rt rp'),
  option: setOf('option'),
};
/** Deeper elements are left out: browsers do not nest deeper than 512 either. */
export const DEPTH = 400;
const TAG = /<(\/?)([a-z][^\s/<>]*)[^<>]*>?/gi;

/**
 * HTML without the tags that would open elements deeper than `DEPTH`; their content stays. Parsers take time that grows with
 * the square of the depth: of 240,000 tables that are opened and not closed, sanitize-html 2.17 takes twenty seconds.
 */
export function boundDepth(html: string): string {
  if (html.split('<', DEPTH + 2).length <= DEPTH + 1) return html;
  const open: string[] = [];
  return html.replace(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (VOID.has(name)) return tag;
    if (slash === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      return tag;
    }
    while (isEndedBy(open.at(-1), name)) open.pop();
    if (open.length >= DEPTH) return '';
    open.push(name);
    return tag;
  });
}

function isEndedBy(innermost: string | undefined, name: string): boolean {
  if (innermost === undefined) return false;
  return innermost === 'p' ? BLOCKS.has(name) : (ENDED_BY[name]?.has(innermost) ?? false);
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
