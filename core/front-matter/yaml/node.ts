/** A stretch of the YAML text in UTF-16 code units, half-open. */
export interface OffsetRange {
  start: number;
  end: number;
}

interface NodeBase extends OffsetRange {
  /** Where its tag or anchor starts; `start` where it has none. */
  propsStart: number;
  anchor: string | null;
  /** The tag in full (`tag:yaml.org,2002:str`), `!` for the non-specific one; null where the text has none. */
  tag: string | null;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** A scalar with its text as YAML gives it; an absent value is a plain scalar of no length. */
export interface ScalarNode extends NodeBase {
  kind: 'scalar';
  style: ScalarStyle;
  text: string;
}

export interface ListNode extends NodeBase {
  kind: 'list';
  flow: boolean;
  items: YamlNode[];
}

export interface MapNode extends NodeBase {
  kind: 'map';
  flow: boolean;
  pairs: YamlPair[];
}

export interface AliasNode extends NodeBase {
  kind: 'alias';
  name: string;
}

export interface YamlPair {
  key: YamlNode;
  value: YamlNode;
  /** Written as `? key`. */
  explicit: boolean;
  /** Where the colon after the key ends; the end of the key where there is none (`? key`, `{a, b}`). */
  colonEnd: number;
}

export type YamlNode = ScalarNode | ListNode | MapNode | AliasNode;
