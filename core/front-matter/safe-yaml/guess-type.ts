import type { Value } from '../value';
import { Float } from '../value';
import { readDateText } from './date-text';

const DECIMAL = /^[-+]?(0|[1-9][0-9]*)$/;
const OCTAL = /^0[0-7]+$/;
const HEXADECIMAL = /^[-+]?0x[0-9a-f]+$/i;
const BINARY = /^0b[01]+$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/;
const DECIMAL_FRACTION = /^[-+]?(\d+(_\d+)*)?\.\d+(_\d+)*([eE][-+]\d+(_\d+)*)?$/;

const NAMED_FLOATS = new Map<string, number>([
  ...['.inf', '.Inf', '.INF'].map((text): [string, number] => [text, Infinity]),
  ...['-.inf', '-.Inf', '-.INF'].map((text): [string, number] => [text, -Infinity]),
  ...['.nan', '.NaN', '.NAN'].map((text): [string, number] => [text, NaN]),
]);

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLEANS = new Map([
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
]);

/** How no number, date or time begins: most texts are told by their first character. */
const NEITHER_NUMBER_NOR_DATE = /^[^-+.,_\d\s]/;

/**
 * The value that safe_yaml 1.0.5 makes of a scalar without quotes (`SafeYAML::Transform.to_guessed_type`): integer, float,
 * nil, boolean, date, time, tried in this order; text where none fits. Words such as `y` and `:symbol` stay text.
 */
export function guessType(text: string): Value {
  if (NEITHER_NUMBER_NOR_DATE.test(text)) return NULLS.has(text) ? null : (booleanOf(text) ?? text);
  // Ruby's \Z also matches before a line feed at the end, which tagged block scalars have.
  const line = text.endsWith('\n') ? text.slice(0, -1) : text;
  const integer = readInteger(line.replace(/[_,]/g, ''));
  if (integer !== null) return integer;
  if (DECIMAL_FRACTION.test(line)) return new Float(Number(line.replaceAll('_', '')));
  const named = NAMED_FLOATS.get(text);
  if (named !== undefined) return new Float(named);
  if (SEXAGESIMAL.test(line)) return readSexagesimal(line) ?? text;
  if (NULLS.has(text)) return null;
  return booleanOf(text) ?? readDateText(line) ?? text;
}

function booleanOf(text: string): boolean | undefined {
  return text.length > 5 ? undefined : BOOLEANS.get(text.toLowerCase());
}

function readInteger(digits: string): number | bigint | Float | null {
  if (DECIMAL.test(digits)) return toInteger(BigInt(digits.replace('+', '')));
  if (OCTAL.test(digits)) return toInteger(BigInt(`0o${digits.slice(1)}`));
  if (HEXADECIMAL.test(digits)) return toInteger(readHexadecimal(digits.toLowerCase()));
  if (BINARY.test(digits)) return toInteger(BigInt(digits));
  return SEXAGESIMAL.test(digits) && !digits.includes('.') ? readSexagesimal(digits) : null;
}

function readHexadecimal(digits: string): bigint {
  const value = BigInt(digits.replace(/^[-+]/, ''));
  return digits.startsWith('-') ? -value : value;
}

function toInteger(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/**
 * `SafeYAML::Parse::Sexagesimal.value`: a Float even without a fraction, and a sign that counts twice (`-1:30` is 30.0).
 * Null where Ruby's `Float()` refuses a part (`1__0:30.0`).
 */
function readSexagesimal(text: string): Float | null {
  const [whole, fraction = ''] = text.split('.');
  const parts = whole.split(':');
  if (![...parts, fraction || '0'].every((part) => /^[-+]?\d+(_\d+)*$/.test(part))) return null;
  const sum = parts.reduce((total, part) => total * 60 + Number(part.replaceAll('_', '')), 0);
  const value = sum + (fraction === '' ? 0 : Number(`0.${fraction.replaceAll('_', '')}`));
  return new Float(text.startsWith('-') ? -value : value);
}
