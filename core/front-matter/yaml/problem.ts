import type { SyntaxProblem } from '../../diagnostics/messages/params';
import type { OffsetRange } from './node';

/** Why a YAML text does not read, at offsets of that text. */
export interface YamlProblem extends OffsetRange {
  problem: SyntaxProblem;
  key?: string;
  found?: string;
  /** The parser's own words, in English. */
  detail?: string;
}
