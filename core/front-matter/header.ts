import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import type { HeaderLimits } from './limits';
import type { Value, ValueMap } from './value';
import type { OffsetRange, YamlNode, YamlPair } from './yaml/node';

/** A front matter text as it was read. Ranges count from the start of that YAML text. */
export interface Header {
  /** Whether Jekyll gets the keys: the text is valid YAML and a map, or empty. */
  ok: boolean;
  /** The keys as safe_yaml gives them, duplicates resolved and `<<` merged; empty where `ok` is false. */
  map: ValueMap;
  /** Whether the text is a map; an empty text (or `false`) is none, but `ok`. */
  isMap: boolean;
  /** The pairs as they stand in the text, duplicates and `<<` included; empty where `ok` is false. */
  entries: HeaderEntry[];
  /** How the text is written; null where `ok` is false. */
  root: YamlNode | null;
  diagnostics: Diagnostic[];
  /**
   * Where a value stands (`['categories', 1]`), with its quotes; of the key where the value is empty.
   * Of a duplicated key the last; null where the path leads nowhere.
   */
  rangeOf(path: (string | number)[]): Range | null;
}

/** One pair of the front matter. */
export interface HeaderEntry {
  /** The key as text; null for one that is no text (`2021: x`). */
  key: string | null;
  value: Value;
  keyRange: OffsetRange;
  /** With its quotes or brackets, without tag and anchor; of no length and after the colon where the value is empty. */
  valueRange: OffsetRange;
  /** How it is written. */
  pair: YamlPair;
}

/** The limits of this reading; those not named are `DEFAULT_HEADER_LIMITS`. */
export type ReadHeaderOptions = Partial<HeaderLimits>;
