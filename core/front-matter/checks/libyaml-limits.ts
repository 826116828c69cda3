import type { ScalarNode, YamlNode, YamlPair } from '../yaml/node';
import type { YamlProblem } from '../yaml/problem';

/** libyaml gives up looking for the colon of a key without `?` after this many characters. */
const MAX_KEY_LENGTH = 1024;

/** What `yaml` accepts and libyaml 0.2.5 does not: the first such place of a tree, null where there is none. */
export function findRefusedByLibyaml(yaml: string, root: YamlNode): YamlProblem | null {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const problem = node.kind === 'scalar' ? checkBlock(yaml, node) : null;
    if (problem) return problem;
    if (node.kind === 'list') node.items.forEach((item) => pending.push(item));
    if (node.kind !== 'map') continue;
    for (const pair of node.pairs) {
      const keyProblem = checkKey(yaml, pair);
      if (keyProblem) return keyProblem;
      pending.push(pair.key, pair.value);
    }
  }
  return null;
}

/** A block scalar finds its indent in its first line, where a tab may not stand. */
function checkBlock(yaml: string, { style, start, end }: ScalarNode): YamlProblem | null {
  if (style !== 'block') return null;
  const before = /^[|>][-+]?[ \t]*(?:#[^\r\n]*)?(?:\r?\n *)+(?=\t)/.exec(yaml.slice(start, end + 1));
  if (!before) return null;
  const tab = start + before[0].length;
  return { problem: 'tab-indent', start: tab, end: tab + 1 };
}

function checkKey(yaml: string, { key, explicit, colonEnd }: YamlPair): YamlProblem | null {
  if (explicit || key.kind !== 'scalar') return null;
  if (key.style === 'plain' && key.end === key.start && key.propsStart === key.start) {
    return { problem: 'other', start: key.start, end: colonEnd, detail: 'a key is missing before the colon' };
  }
  if (/[\r\n\x85\u2028\u2029]/.test(yaml.slice(key.start, colonEnd))) {
    return {
      problem: 'missing-colon',
      start: key.start,
      end: key.end,
      found: yaml.slice(key.start, key.end),
    };
  }
  if (key.end - key.start <= MAX_KEY_LENGTH) return null;
  return {
    problem: 'other',
    start: key.start,
    end: key.end,
    detail: `a key has more than ${MAX_KEY_LENGTH} characters`,
  };
}
