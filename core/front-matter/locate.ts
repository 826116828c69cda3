import { toRubyString } from './ruby-text';
import type { Value } from './value';
import type { OffsetRange, YamlNode } from './yaml/node';

/**
 * Where the value at a path stands in the text: keys as text, list indexes as numbers or digits. Of a duplicated key the last.
 * What stands behind an alias, or comes from `<<: *name`, is at the alias; an empty value is at its key.
 *
 * @returns null where the path leads nowhere
 */
export function locate(
  root: YamlNode,
  path: (string | number)[],
  valueOf: (node: YamlNode) => Value,
): OffsetRange | null {
  let node = root;
  let place: OffsetRange = { start: root.start, end: root.end };
  for (const segment of path) {
    if (node.kind === 'alias') return place;
    if (node.kind === 'scalar') return null;
    if (node.kind === 'list') {
      const item = node.items[Number(segment)];
      if (!item) return null;
      node = item;
      place = { start: item.start, end: item.end };
    } else {
      const name = String(segment);
      const pair = node.pairs.findLast(
        ({ key, value }) =>
          toRubyString(valueOf(key)) === name ||
          (valueOf(key) === '<<' && value.kind === 'alias' && hasKey(valueOf(value), name)),
      );
      if (!pair) return null;
      node = pair.value;
      const { start, end } = node.end > node.start ? node : pair.key;
      place = { start, end };
    }
  }
  return place;
}

function hasKey(value: Value, name: string): boolean {
  return value instanceof Map && [...value.keys()].some((key) => toRubyString(key) === name);
}
