import { toRubyString } from '../ruby-text';
import type { Value } from '../value';
import type { ListNode, YamlNode } from '../yaml/node';
import { diffList, type ListStep } from './list-diff';
import { scalarText } from './scalar-text';

/** A list with the YAML text that it stands in. */
export interface WrittenList {
  yaml: string;
  node: ListNode;
  values: Value[];
}

/** A list of texts in brackets, as a new one is written. */
export function newListText(items: string[]): string {
  return `[${items.map((item) => scalarText(item, 'plain', true)).join(', ')}]`;
}

/** How the written list becomes the wanted one. An item stays where its Ruby text is the wanted term. */
export function stepsTo(wanted: string[], { values }: WrittenList): ListStep[] {
  return diffList(values.length, wanted, (from, text) => {
    const value = values[from];
    return value !== null && toRubyString(value) === text;
  });
}

/** The text of one item after its step. */
export function itemText(step: ListStep, { yaml, node }: WrittenList): string {
  if (step.kind === 'keep') return yaml.slice(node.items[step.from].propsStart, node.items[step.from].end);
  const style = step.kind === 'replace' ? styleOf(node.items[step.from]) : styleOf(node.items.at(-1));
  return scalarText(step.text, style, node.flow);
}

/** A new item takes the quotes of its neighbours, but never their block. */
function styleOf(node: YamlNode | undefined): 'plain' | 'single' | 'double' {
  return node?.kind === 'scalar' && node.style !== 'block' ? node.style : 'plain';
}
