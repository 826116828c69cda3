import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { AliasNode, ListNode, MapNode, ScalarNode, ScalarStyle, YamlNode, YamlPair } from './node';

/**
 * Turns the nodes of `yaml` into our own, at offsets of the YAML text.
 *
 * @param shift length of the fence that was parsed before the text
 */
export function readTree(root: Node | null, shift: number): YamlNode {
  return root === null ? emptyAt(0) : readNode(root, shift, []);
}

function readNode(node: Node, shift: number, props: CST.SourceToken[]): YamlNode {
  const start = (node.range?.[0] ?? shift) - shift;
  const propsStart = firstProp(props, start + shift) - shift;
  const base = { start, propsStart, anchor: anchorOf(node), tag: tagOf(node) };
  if (isAlias(node)) {
    const alias: AliasNode = {
      ...base,
      kind: 'alias',
      end: start + node.source.length + 1,
      name: node.source,
    };
    return alias;
  }
  if (isMap(node)) return readMap(node, shift, base);
  if (isSeq(node)) return readList(node, shift, base);
  return readScalar(node, shift, base);
}

type NodeStart = Pick<YamlNode, 'start' | 'propsStart' | 'anchor' | 'tag'>;

function readScalar(node: Node, shift: number, base: NodeStart): ScalarNode {
  const style = isScalar(node) ? styleOf(node) : 'plain';
  const text = isScalar(node) ? textOf(node) : '';
  const end = Math.max(base.start, (node.range?.[1] ?? 0) - shift - trailingBreaks(node));
  return { ...base, kind: 'scalar', style, text, end };
}

/** The line breaks at the end of a block scalar's source, which `yaml` counts to it. */
function trailingBreaks({ srcToken }: Node): number {
  return srcToken?.type === 'block-scalar' ? (/[ \r\n]*$/.exec(srcToken.source)?.[0].length ?? 0) : 0;
}

/**
 * The text of a scalar as libyaml folds it: U+2028 and U+2029 are line breaks, which take the blanks around them away, and
 * stay.
 */
function textOf({ source = '', srcToken }: Scalar): string {
  const hasSeparators = srcToken && 'source' in srcToken && /[\u2028\u2029]/.test(srcToken.source);
  return hasSeparators ? source.replace(/[ \t]*([\u2028\u2029])[ \t]*/g, '$1') : source;
}

function readList(node: YAMLSeq, shift: number, base: NodeStart): ListNode {
  const tokens = node.srcToken && 'items' in node.srcToken ? node.srcToken.items : [];
  const items = node.items.map((item): YamlNode => {
    const token = srcTokenOf(item);
    const hasProps = anchorOf(item as Node) !== null || tagOf(item as Node) !== null;
    const props = hasProps ? tokens.find(({ key, value }) => token === (value ?? key))?.start : undefined;
    return readNode(item as Node, shift, props ?? []);
  });
  const flow = node.flow === true;
  const end = flow ? (node.range?.[1] ?? shift) - shift : (items.at(-1)?.end ?? base.start);
  return { ...base, kind: 'list', flow, items, end };
}

function readMap(node: YAMLMap, shift: number, base: NodeStart): MapNode {
  const pairs = node.items.map((pair) => readPair(pair as Pair<Node | null, Node | null>, shift));
  const flow = node.flow === true;
  const last = pairs.at(-1);
  const end = flow
    ? (node.range?.[1] ?? shift) - shift
    : Math.max(base.start, last?.value.end ?? 0, last?.colonEnd ?? 0);
  return { ...base, kind: 'map', flow, pairs, end };
}

function readPair(pair: Pair<Node | null, Node | null>, shift: number): YamlPair {
  const token = pair.srcToken;
  const key = pair.key ? readNode(pair.key, shift, token?.start ?? []) : emptyAt(0);
  const colon = token?.sep?.find(({ type }) => type === 'map-value-ind');
  const colonEnd = colon ? colon.offset + 1 - shift : key.end;
  return {
    key,
    value: readValue(pair, shift, colonEnd),
    explicit: token?.start.some(({ type }) => type === 'explicit-key-ind') ?? false,
    colonEnd,
  };
}

function readValue(pair: Pair<Node | null, Node | null>, shift: number, colonEnd: number): YamlNode {
  if (!pair.value) return emptyAt(colonEnd);
  const props = (pair.srcToken?.sep ?? []).filter(({ type }) => type === 'anchor' || type === 'tag');
  const value = readNode(pair.value, shift, props);
  const isEmpty = value.kind === 'scalar' && value.style === 'plain' && value.end === value.start;
  if (!isEmpty) return value;
  // `yaml` puts an empty value behind the blank lines and comments that follow.
  const last = props.at(-1);
  const start = last ? last.offset + last.source.length - shift : colonEnd;
  return { ...value, start, end: start, propsStart: props.length > 0 ? value.propsStart : start };
}

function emptyAt(offset: number): ScalarNode {
  return {
    kind: 'scalar',
    style: 'plain',
    text: '',
    start: offset,
    end: offset,
    propsStart: offset,
    anchor: null,
    tag: null,
  };
}

function firstProp(props: CST.SourceToken[], start: number): number {
  const token = props.find(({ type }) => type === 'anchor' || type === 'tag');
  return token ? Math.min(token.offset, start) : start;
}

function anchorOf(node: Node): string | null {
  return 'anchor' in node && node.anchor !== undefined ? node.anchor : null;
}

function tagOf(node: Node): string | null {
  return 'tag' in node && node.tag !== undefined ? node.tag : null;
}

function srcTokenOf(item: unknown): CST.Token | undefined {
  return isAlias(item) || isScalar(item) || isMap(item) || isSeq(item) ? item.srcToken : undefined;
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case Scalar.QUOTE_DOUBLE:
      return 'double';
    case Scalar.QUOTE_SINGLE:
      return 'single';
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL:
      return 'block';
    default:
      return 'plain';
  }
}
