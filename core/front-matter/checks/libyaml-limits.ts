import type { YamlNode, YamlPair } from '../yaml/node';
import type { YamlProblem } from '../yaml/problem';

/** libyaml gives up looking for the colon of a key without `?` after this many characters. */
const MAX_KEY_LENGTH = 1024;

/** What `yaml` accepts and libyaml 0.2.5 does not: the first such place of a tree, null where there is none. */
export function findRefusedByLibyaml(yaml: string, root: YamlNode): YamlProblem | null {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'list') pending.push(...node.items);
    if (node.kind !== 'map') continue;
    for (const pair of node.pairs) {
      const problem = checkKey(yaml, pair);
      if (problem) return problem;
      pending.push(pair.key, pair.value);
    }
  }
  return null;
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
