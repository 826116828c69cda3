import type { HeaderLimits } from '../limits';
import type { ListNode, MapNode, ScalarNode, ScalarStyle, YamlNode, YamlPair } from './node';

/** Letters, digits and Chinese characters: what can begin a plain value without meaning anything to YAML. */
const WORD = '[A-Za-z0-9\\u4e00-\\u9fff]';
const KEY = '[A-Za-z_][A-Za-z0-9_-]*';
/** Blanks only inside, a colon only before a character that is none. */
const PLAIN = `${WORD}(?:(?:[ ]*[A-Za-z0-9\\u4e00-\\u9fff.,;/+()!?'_-])|:(?=${WORD}))*`;
const QUOTED = '"[ !#-\\[\\]-~\\u4e00-\\u9fff\\u3001\\u3002\\uff01-\\uff5e“”‘’…—]*"';
const ITEM = `${WORD}(?:[ ]*[A-Za-z0-9\\u4e00-\\u9fff._-])*`;
const LIST = `\\[(?:${ITEM}(?:, ${ITEM})*)?\\]`;
const LINE = new RegExp(`(${KEY}): (?:(${QUOTED})|(${LIST})|(${PLAIN}))\\n`, 'y');

/** Longest text that is tried: most headers are far shorter, and a long one costs little beside its post. */
const LONGEST = 4000;

/**
 * The tree of a header in which each line is a key with a plain text, a text in double quotes without escapes, or a list of
 * words: what most headers are, at a fraction of what the parser costs. Null for any other text; the parser then reads it.
 */
export function readPlainHeader(yaml: string, { maxDepth }: Pick<HeaderLimits, 'maxDepth'>): MapNode | null {
  if (yaml === '' || yaml.length > LONGEST || maxDepth < 2) return null;
  const pairs: YamlPair[] = [];
  LINE.lastIndex = 0;
  for (let offset = 0; offset < yaml.length; offset = LINE.lastIndex) {
    const match = LINE.exec(yaml);
    if (!match) return null;
    const [, key, quoted, list, plain] = match;
    const colonEnd = offset + key.length + 1;
    pairs.push({
      key: scalar(key, offset, 'plain'),
      value: valueAt(colonEnd + 1, quoted, list, plain),
      explicit: false,
      colonEnd,
    });
  }
  const end = pairs[pairs.length - 1].value.end;
  return { kind: 'map', flow: false, pairs, start: 0, end, propsStart: 0, anchor: null, tag: null };
}

function valueAt(
  start: number,
  quoted: string | undefined,
  list: string | undefined,
  plain: string,
): YamlNode {
  if (quoted !== undefined) return scalar(quoted.slice(1, -1), start, 'double', quoted.length);
  return list === undefined ? scalar(plain, start, 'plain') : listAt(list, start);
}

function listAt(text: string, start: number): ListNode {
  const items: YamlNode[] = [];
  let offset = start + 1;
  for (const item of text === '[]' ? [] : text.slice(1, -1).split(', ')) {
    items.push(scalar(item, offset, 'plain'));
    offset += item.length + 2;
  }
  const end = start + text.length;
  return { kind: 'list', flow: true, items, start, end, propsStart: start, anchor: null, tag: null };
}

function scalar(text: string, start: number, style: ScalarStyle, length = text.length): ScalarNode {
  return {
    kind: 'scalar',
    style,
    text,
    start,
    end: start + length,
    propsStart: start,
    anchor: null,
    tag: null,
  };
}
