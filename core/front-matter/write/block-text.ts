/** A block scalar's header: style, indentation and chomping indicators, blanks and comment. */
const HEADER = /^([|>])([-+1-9]*)([^\r\n]*)(\r?\n)/;

/**
 * A text in the block style that it had (`|` or `>`), with its indent and line ends; `|` where a folded block cannot hold several
 * lines. Null where a block cannot hold it, or where the block had an indentation indicator.
 *
 * @param source the block scalar as it stands, from its `|` or `>` on
 */
export function blockText(text: string, source: string): string | null {
  const match = HEADER.exec(source);
  if (!match) return null;
  const [header, indicator, modifiers, comment, lineEnd] = match;
  const indent = /^(?:[ \t]*\r?\n)*( +)\S/.exec(source.slice(header.length))?.[1];
  if (indent === undefined || /[1-9]/.test(modifiers)) return null;
  const content = text.replace(/\n$/, '');
  if (!isBlockContent(content)) return null;
  const lines = content.split('\n');
  const style = lines.length > 1 ? '|' : indicator;
  const chomp = text.endsWith('\n') ? '' : '-';
  const written = lines.map((line) => (line === '' ? '' : indent + line)).join(lineEnd);
  return `${style}${chomp}${comment}${lineEnd}${written}`;
}

function isBlockContent(content: string): boolean {
  return (
    content !== '' &&
    !/^\s|\s$|[^\S\n]\n|\n[^\S\n]|(?!\n)[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(content)
  );
}
