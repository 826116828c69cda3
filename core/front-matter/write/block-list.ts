import type { YamlNode } from '../yaml/node';
import { lineStart, nextLineStart } from './lines';
import { itemText, stepsTo, type WrittenList } from './list-text';
import type { Splice } from './splice';

/** One item of a list of lines. */
interface ItemLines {
  /** The indent, the dash and the blanks after it. */
  head: string;
  /** What stands behind the item in its line, the line end included. */
  rest: string;
  /** Comments and blank lines up to the next item. */
  behind: string;
}

/**
 * The change that makes a list of `- item` lines the wanted one, which is not empty. Lines of items that stay are untouched, and so are the
 * comments between, also behind an item that goes.
 *
 * @returns null where an item does not begin its own line
 */
export function spliceBlockList(wanted: string[], list: WrittenList): Splice | null {
  const { yaml, node } = list;
  const items = readLines(yaml, node.items);
  if (!items) return null;
  const lineEnd =
    items.map(({ rest }) => /\r?\n$/.exec(rest)?.[0]).find((found) => found !== undefined) ?? '\n';
  const lines: string[] = [];
  let behind = '';
  let next = 0;
  for (const step of stepsTo(wanted, list)) {
    if (step.kind === 'insert') {
      lines.push(`${items[0].head}${itemText(step, list)}${lineEnd}`);
      continue;
    }
    const dropped = items.slice(next, step.from).map((item) => item.behind);
    const { head, rest } = items[step.from];
    lines.push(behind, ...dropped, head + itemText(step, list) + withLineEnd(rest, lineEnd));
    behind = items[step.from].behind;
    next = step.from + 1;
  }
  lines.push(behind, ...items.slice(next).map((item) => item.behind));

  const text = lines.join('');
  const last = node.items[node.items.length - 1];
  return {
    start: lineStart(yaml, node.items[0].propsStart),
    end: nextLineStart(yaml, last.end),
    text: items[items.length - 1].rest.endsWith('\n') ? text : text.replace(/\r?\n$/, ''),
  };
}

function readLines(yaml: string, items: YamlNode[]): ItemLines[] | null {
  const lines = items.map((item, index) => {
    const next = items[index + 1];
    const end = nextLineStart(yaml, item.end);
    return {
      head: yaml.slice(lineStart(yaml, item.propsStart), item.propsStart),
      rest: yaml.slice(item.end, end),
      behind: next ? yaml.slice(end, lineStart(yaml, next.propsStart)) : '',
    };
  });
  return lines.every(({ head }) => /^ *-[ \t]+$/.test(head)) ? lines : null;
}

function withLineEnd(rest: string, lineEnd: string): string {
  return rest.endsWith('\n') ? rest : rest + lineEnd;
}
