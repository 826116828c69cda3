import type { Value, ValueMap } from '../value';
import type { AliasNode, MapNode, ScalarNode, YamlNode } from '../yaml/node';
import { decodeBinary } from './binary';
import { guessType } from './guess-type';
import { setPair } from './value-map';

/** Why safe_yaml (or a limit of ours) gives no value, and the node where. */
export interface FoldProblem {
  kind: 'bad-merge' | 'circular-alias' | 'too-many-aliases';
  node: YamlNode;
}

export interface FoldedDocument {
  ok: true;
  value: Value;
  /** The value of a node of the tree. */
  valueOf: (node: YamlNode) => Value;
}

export type FoldResult = FoldedDocument | { ok: false; problem: FoldProblem };

const BINARY_TAGS = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

/**
 * Makes a value of a tree as safe_yaml 1.0.5 does of libyaml's events (`SafeYAML::PsychHandler`), its oddities included: a collection
 * enters its parent before its own items are read (so `<<: {a: 1}` merges nothing), a nil key is dropped and its value
 * becomes the next key, an alias of a quoted text loses its quotes, an unknown alias is nil.
 */
export function foldDocument(root: YamlNode, maxAliasedValues: number): FoldResult {
  const fold = new Fold(maxAliasedValues);
  try {
    fold.visit(root);
  } catch (error) {
    if (error instanceof FoldError) return { ok: false, problem: error.problem };
    throw error;
  }
  return { ok: true, value: fold.result, valueOf: (node) => fold.values.get(node) ?? null };
}

class FoldError extends Error {
  constructor(readonly problem: FoldProblem) {
    super(problem.kind);
  }
}

class Fold {
  result: Value = null;
  readonly values = new Map<YamlNode, Value>();
  private begun = false;
  private currentKey: Value = null;
  private aliasedValues = 0;
  private readonly open: (Value[] | ValueMap)[] = [];
  private readonly anchors = new Map<string, Value>();
  /** Values inside a finished collection, itself and all that aliases repeat in it included. */
  private readonly sizes = new Map<Value, number>();

  constructor(private readonly maxAliasedValues: number) {}

  /** Adds a node to the collection that is open, and returns how many values it holds. */
  visit(node: YamlNode): number {
    if (node.kind === 'alias') return this.visitAlias(node);
    if (node.kind === 'scalar') return this.add(node, scalarValue(node));
    const collection: Value[] | ValueMap = node.kind === 'list' ? [] : new Map<Value, Value>();
    this.add(node, collection);
    this.open.push(collection);
    const size = childrenOf(node).reduce((sum, child) => sum + this.visit(child), 1);
    this.open.pop();
    this.sizes.set(collection, size);
    return size;
  }

  private visitAlias(node: AliasNode): number {
    const target = this.anchors.get(node.name) ?? null;
    if (this.isOpen(target)) {
      throw new FoldError({ kind: 'circular-alias', node });
    }
    const size = this.sizes.get(target) ?? 1;
    this.aliasedValues += size;
    if (this.aliasedValues > this.maxAliasedValues) throw new FoldError({ kind: 'too-many-aliases', node });
    this.add(node, typeof target === 'string' ? guessType(target) : target);
    return size;
  }

  private isOpen(value: Value): boolean {
    return this.open.some((collection) => collection === value);
  }

  private add(node: YamlNode, value: Value): number {
    this.values.set(node, value);
    if (node.anchor !== null) this.anchors.set(node.anchor, value);
    const parent = this.open.at(-1);
    if (!this.begun) {
      this.begun = true;
      this.result = value;
    } else if (Array.isArray(parent)) {
      parent.push(value);
    } else if (parent) {
      this.addToMap(parent, value, node);
    }
    return 1;
  }

  private addToMap(map: ValueMap, value: Value, node: YamlNode): void {
    if (this.currentKey === null) {
      this.currentKey = value;
      return;
    }
    if (this.currentKey === '<<') {
      if (!(value instanceof Map)) throw new FoldError({ kind: 'bad-merge', node });
      value.forEach((merged, key) => setPair(map, key, merged));
    } else if (!this.isOpen(this.currentKey)) {
      // A nil key before it makes a map its own key, which nothing could show.
      setPair(map, this.currentKey, value);
    }
    this.currentKey = null;
  }
}

function childrenOf(node: MapNode | Extract<YamlNode, { kind: 'list' }>): YamlNode[] {
  return node.kind === 'list' ? node.items : node.pairs.flatMap((pair) => [pair.key, pair.value]);
}

/** A tag, whichever, takes a scalar's quotes away: safe_yaml then guesses its type like that of a plain one. */
function scalarValue(node: ScalarNode): Value {
  if (node.tag !== null && BINARY_TAGS.has(node.tag)) return decodeBinary(node.text);
  return node.style === 'plain' || node.tag !== null ? guessType(node.text) : node.text;
}
