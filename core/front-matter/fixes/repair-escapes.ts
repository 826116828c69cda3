import { replaceValue, type FaultyLine, type LineRepair } from './faulty-line';

/** A backslash with what follows; the digits of a complete code belong to it. */
const ESCAPE = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^])/gu;
/** Escapes of YAML 1.1 (section 5.7), and `\/`, which libyaml knows too; those of a quote and a backslash left out. */
const MEANINGFUL = /^\\(?:[0abtnvfre /N_LP\t]|x..|u....|U.{8})$/;

/**
 * Backslashes that are no escapes are doubled. Only where every other one stands for itself or for a quote: in
 * `"C:\new\quay"` the `\n` may be meant either way.
 */
export function repairEscapes(line: FaultyLine): LineRepair | null {
  const { written } = line;
  if (!/^"(?:[^"\\]|\\[^])*"$/u.test(written)) return null;
  const escapes = written.match(ESCAPE) ?? [];
  if (escapes.some((escape) => MEANINGFUL.test(escape))) return null;
  const value = written.replace(ESCAPE, (escape) => (/^\\["\\]$/.test(escape) ? escape : `\\${escape}`));
  return replaceValue(line, 'escape-backslashes', value);
}
