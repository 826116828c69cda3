import type { OffsetRange } from '../yaml/node';
import type { YamlProblem } from '../yaml/problem';

/** What libyaml's reader refuses (`yaml_parser_update_buffer`), and halves of surrogate pairs, which no file can hold. */
const REFUSED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\uFFFE\uFFFF]|\p{Cs}/u;
const ALL_REFUSED = new RegExp(REFUSED, 'gu');

/** The first character that YAML does not allow; null where there is none. */
export function findControlCharacter(yaml: string): YamlProblem | null {
  const match = REFUSED.exec(yaml);
  if (!match) return null;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { problem: 'control-character', start: match.index, end: match.index + 1, found: `U+${code}` };
}

/** The places of all of them. */
export function findControlCharacters(yaml: string): OffsetRange[] {
  return [...yaml.matchAll(ALL_REFUSED)].map(({ index }) => ({ start: index, end: index + 1 }));
}
