import type { Value } from '../value';
import { toRubyString } from '../ruby-text';
import { storedKey } from '../safe-yaml/value-map';
import type { YamlNode, YamlPair } from '../yaml/node';

/** A pair that a later one of the same map overrides. */
export interface OverriddenPair {
  pair: YamlPair;
  /** The pair that counts. */
  last: YamlPair;
  path: string[];
}

/** All pairs whose key occurs again later in the same map, at any depth. `<<` may stand more than once. */
export function findOverriddenPairs(root: YamlNode, valueOf: (node: YamlNode) => Value): OverriddenPair[] {
  const found: OverriddenPair[] = [];
  const visit = (node: YamlNode, path: string[]): void => {
    if (node.kind === 'list') node.items.forEach((item, index) => visit(item, [...path, String(index)]));
    if (node.kind !== 'map') return;
    const names = new Map<Value, YamlPair[]>();
    for (const pair of node.pairs) {
      const key = valueOf(pair.key);
      const name = storedKey(names, key);
      names.set(name, [...(names.get(name) ?? []), pair]);
      visit(pair.value, [...path, toRubyString(key)]);
    }
    for (const [key, pairs] of names) {
      const last = pairs[pairs.length - 1];
      if (key === '<<') continue;
      for (const pair of pairs.slice(0, -1)) found.push({ pair, last, path: [...path, toRubyString(key)] });
    }
  };
  visit(root, []);
  return found;
}
