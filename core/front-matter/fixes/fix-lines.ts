import { createFix } from '../../diagnostics/create-fix';
import type { Fix } from '../../diagnostics/diagnostic';
import { createLineIndex, type LineIndex } from '../../diagnostics/line-index';
import { isEql } from '../safe-yaml/value-map';
import type { Value } from '../value';
import type { YamlProblem } from '../yaml/problem';
import { valueOf, type ReadAttempt } from './attempt';
import { readFaultyLine } from './faulty-line';
import { repairColon, repairLine } from './repair-line';
import { editOf, withValues, type RepairedLine } from './repaired-lines';

/** More faulty lines than anybody writes. */
const MOST_LINES = 20;

/** Repairs the line of a problem, then the next one with the same fault, until the text reads. */
export function fixLines(yaml: string, first: YamlProblem, attempt: ReadAttempt): Fix | undefined {
  const index = createLineIndex(yaml);
  const repairs: RepairedLine[] = [];
  let problem = first;
  let current = index;
  while (repairs.length < MOST_LINES) {
    const { line } = current.positionAt(problem.start);
    const repair = repairLine(index.lineText(line), problem.problem);
    const isNext = repairs.every((other) => other.line !== line && other.kind === repair?.kind);
    if (!repair || !isNext) return undefined;
    repairs.push({ ...repair, line });
    const repaired = withValues(index, repairs, ({ value }) => value);
    const result = attempt(repaired);
    if (!result) return undefined;
    if ('value' in result) return verifiedFix(index, repairs, attempt);
    current = createLineIndex(repaired);
    problem = result.problem;
  }
  return undefined;
}

/** The fix of a text that is one long text instead of a map, because no colon has a blank behind it. */
export function fixTouchingColons(yaml: string, attempt: ReadAttempt): Fix | undefined {
  const index = createLineIndex(yaml);
  const repairs: RepairedLine[] = [];
  for (let line = 0; line < index.lineCount; line += 1) {
    const text = index.lineText(line);
    const repair = repairColon(text);
    if (repair) repairs.push({ ...repair, line });
    else if (!/^\s*(#.*)?$/.test(text) && !readFaultyLine(text)) return undefined;
  }
  return repairs.length > 0 && repairs.length <= MOST_LINES
    ? verifiedFix(index, repairs, attempt)
    : undefined;
}

/**
 * The fix that makes these repairs, where they are certain: the text then reads, each repaired line gives exactly the
 * value that stands there, and every other key gives what it gives without that line's fault.
 */
function verifiedFix(index: LineIndex, repairs: RepairedLine[], attempt: ReadAttempt): Fix | undefined {
  const marks = new Map(repairs.map((repair, position) => [repair, markFor(index.text, position)]));
  const markOf = (repair: RepairedLine): string => marks.get(repair) ?? '';
  const meanings = new Map<Value, Value>();
  for (const repair of repairs) {
    const alone = valueOf(attempt(`value: ${repair.value}\n`));
    if (!(alone instanceof Map)) return undefined;
    meanings.set(markOf(repair), alone.get('value') ?? null);
  }
  const fixed = valueOf(attempt(withValues(index, repairs, ({ value }) => value)));
  const marked = valueOf(attempt(withValues(index, repairs, markOf)));
  if (!(fixed instanceof Map) || !isEql(fixed, withMeanings(marked, meanings))) return undefined;
  return createFix({
    kind: repairs[0].kind,
    safe: repairs.every(({ safe }) => safe),
    edits: repairs.map((repair) => editOf(index, repair)),
  });
}

/** A word for a repaired value that occurs nowhere in the text. */
function markFor(yaml: string, position: number): string {
  let stem = 'x';
  while (yaml.includes(stem)) stem += 'x';
  return `${stem}m${position}`;
}

/** A value with what is meant in place of the marks. */
function withMeanings(value: Value, meanings: ReadonlyMap<Value, Value>): Value {
  if (Array.isArray(value)) return value.map((item) => withMeanings(item, meanings));
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [key, withMeanings(item, meanings)]));
  }
  return meanings.get(value) ?? value;
}
