import type { HeaderEntry } from '../header';
import type { YamlNode } from '../yaml/node';
import { blockText } from './block-text';
import { spliceBlockList } from './block-list';
import { flowListText } from './flow-list';
import { newListText, type WrittenList } from './list-text';
import { doubleQuoted, scalarText } from './scalar-text';
import type { Splice } from './splice';
import { wordListText } from './word-list';
import { isWordKey, type WritableValue } from './writable-value';

/**
 * The smallest change of the text that gives an existing pair the wanted value: in its own style, only the items of a list that
 * differ.
 */
export function spliceValue(yaml: string, entry: HeaderEntry, wanted: WritableValue): Splice {
  const node = entry.pair.value;
  if (Array.isArray(wanted)) return spliceList(yaml, entry, wanted);
  if (typeof wanted === 'boolean') return replaceValue(yaml, entry, String(wanted));
  if (typeof wanted !== 'string') return replaceValue(yaml, entry, dateText(wanted.date.text, node));
  if (node.kind === 'scalar' && node.style === 'block' && node.tag === null) {
    const text = blockText(wanted, yaml.slice(node.start, node.end));
    if (text !== null) return { start: node.start, end: node.end, text };
  }
  return replaceValue(yaml, entry, scalarText(wanted, node.kind === 'scalar' ? node.style : 'plain', false));
}

/** The change that writes a pair's value anew, without regard to how it was written. */
export function rewriteValue(yaml: string, entry: HeaderEntry, wanted: WritableValue): Splice {
  return replaceValue(yaml, entry, newValueText(wanted));
}

/** A value as a new pair has it: plain where that is safe, else in double quotes, lists in brackets. */
export function newValueText(wanted: WritableValue): string {
  if (Array.isArray(wanted)) return newListText(wanted);
  if (typeof wanted === 'boolean') return String(wanted);
  return typeof wanted === 'string' ? scalarText(wanted, 'plain', false) : wanted.date.text;
}

/** A date keeps the quotes that it had: without them YAML may read it otherwise. */
function dateText(text: string, node: YamlNode): string {
  if (node.kind !== 'scalar') return text;
  if (node.style === 'single') return scalarText(text, 'single', false);
  return node.style === 'double' ? doubleQuoted(text) : text;
}

function spliceList(yaml: string, entry: HeaderEntry, wanted: string[]): Splice {
  const node = entry.pair.value;
  if (node.kind === 'list' && node.items.length > 0 && wanted.length > 0 && Array.isArray(entry.value)) {
    const list: WrittenList = { yaml, node, values: entry.value };
    if (node.flow) return { start: node.start, end: node.end, text: flowListText(wanted, list) };
    const splice = spliceBlockList(wanted, list);
    if (splice) return splice;
  }
  if (node.kind === 'scalar' && typeof entry.value === 'string' && isWordKey(entry.key ?? '')) {
    const words = wordListText(wanted, node.text);
    if (words !== null) return replaceValue(yaml, entry, scalarText(words, node.style, false));
  }
  return replaceValue(yaml, entry, newListText(wanted));
}

/**
 * Puts a text where the value stands, its tag included; where the value is empty or stands on lines of its own, behind the
 * colon.
 */
function replaceValue(yaml: string, { pair }: HeaderEntry, text: string): Splice {
  const { value, colonEnd } = pair;
  const isEmpty = value.end === value.propsStart;
  const between = yaml.slice(colonEnd, value.propsStart);
  if (!isEmpty && !/[\r\n]/.test(between)) return { start: value.propsStart, end: value.end, text };
  if (!isEmpty) return { start: colonEnd, end: value.end, text: ` ${text}` };
  const blanks = /^[ \t]*/.exec(yaml.slice(colonEnd))?.[0].length ?? 0;
  const isLineEnd = /^(\r?\n|$)/.test(yaml.slice(colonEnd + blanks));
  return { start: colonEnd, end: isLineEnd ? colonEnd + blanks : colonEnd, text: ` ${text}` };
}
