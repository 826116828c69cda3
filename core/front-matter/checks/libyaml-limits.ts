import type { YamlNode, YamlPair } from '../yaml/node';
import type { YamlProblem } from '../yaml/problem';

/** The characters of an anchor's name in libyaml 0.2.5 (`IS_ALPHA`). */
const ANCHOR_NAME = /^[A-Za-z0-9_-]+$/;

/** libyaml gives up looking for the colon of a key without `?` after this many characters. */
const MAX_KEY_LENGTH = 1024;

/** What `yaml` accepts and libyaml 0.2.5 does not: the first such place of a tree, null where there is none. */
export function findRefusedByLibyaml(root: YamlNode): YamlProblem | null {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const problem = checkAnchor(node);
    if (problem) return problem;
    if (node.kind === 'list') pending.push(...node.items);
    if (node.kind !== 'map') continue;
    for (const pair of node.pairs) {
      const keyProblem = checkKey(pair);
      if (keyProblem) return keyProblem;
      pending.push(pair.key, pair.value);
    }
  }
  return null;
}

function checkAnchor(node: YamlNode): YamlProblem | null {
  const name = node.kind === 'alias' ? node.name : node.anchor;
  if (name === null || ANCHOR_NAME.test(name)) return null;
  const start = node.kind === 'alias' ? node.start : node.propsStart;
  return { problem: 'other', start, end: node.end, detail: `“${name}” is no name for an anchor` };
}

function checkKey({ key, explicit, colonEnd }: YamlPair): YamlProblem | null {
  if (explicit || key.kind !== 'scalar') return null;
  if (key.style === 'plain' && key.end === key.start && key.propsStart === key.start) {
    return { problem: 'other', start: key.start, end: colonEnd, detail: 'a key is missing before the colon' };
  }
  if (key.end - key.start <= MAX_KEY_LENGTH) return null;
  return { problem: 'other', start: key.start, end: key.end, detail: `a key has more than ${MAX_KEY_LENGTH} characters` };
}
