import { itemText, stepsTo, type WrittenList } from './list-text';

/**
 * The text of a list in brackets after it became the wanted one: the items that stay keep their text, and their separators where
 * they keep their neighbour.
 *
 * @returns the text from `[` to `]`
 */
export function flowListText(wanted: string[], list: WrittenList): string {
  const { yaml, node } = list;
  const { items } = node;
  const separators = items.slice(1).map((item, index) => yaml.slice(items[index].end, item.propsStart));
  const usual = separators.find((separator) => /^,[ \t]*$/.test(separator)) ?? ', ';
  const open = yaml.slice(node.start, items[0].propsStart);
  const close = yaml.slice(items[items.length - 1].end, node.end);
  let text = open;
  let before: number | null = null;
  stepsTo(wanted, list).forEach((step, index) => {
    const from = step.kind === 'insert' ? null : step.from;
    if (index > 0) text += before === null ? usual : separatorAfter(before, from, separators, usual);
    text += itemText(step, list);
    before = from;
  });
  return text + close;
}

function separatorAfter(before: number, from: number | null, separators: string[], usual: string): string {
  const separator = separators[before] ?? usual;
  const staysBetween = from === before + 1;
  return staysBetween || !separator.includes('#') ? separator : usual;
}
