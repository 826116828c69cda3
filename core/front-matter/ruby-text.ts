import { CalendarDate, Float, Timestamp, type Value } from './value';

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\x07': '\\a',
  '\x1b': '\\e',
};

/** What Ruby 3.1 escapes in `String#inspect`: quotes, backslashes, what is not printable, and `#` before `{`, `$`, `@`. */
const ESCAPED = /["\\]|#(?=[{$@])|(?!\x85)[\p{Cc}\p{Cn}\u2028\u2029]/gu;

/**
 * A value as text, as Ruby 3.1 gives it with `to_s`, which is how Jekyll shows titles, terms and dates: `1.0`, `2021-12-08`,
 * `2021-12-08 10:46:18 +0800` (`+0000` also for `Z` and for a time without zone), '' for nil, lists and maps by `inspect`.
 */
export function toRubyString(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Timestamp) return timestampText(value, '');
  if (value instanceof CalendarDate) return dateText(value);
  return inspect(value);
}

/** A value as Ruby 3.1 shows it with `inspect`. A map or list inside itself is shown as `{...}` or `[...]`. */
export function inspect(value: Value): string {
  return inspectWithin(value, []);
}

function inspectWithin(value: Value, parents: Value[]): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return inspectText(value);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof CalendarDate) return inspectDate(value);
  if (value instanceof Timestamp) return timestampText(value, fractionText(value));
  if (Array.isArray(value)) {
    if (parents.includes(value)) return '[...]';
    return `[${value.map((item) => inspectWithin(item, [...parents, value])).join(', ')}]`;
  }
  if (value instanceof Map) {
    if (parents.includes(value)) return '{...}';
    const within = [...parents, value];
    const pairs = [...value].map(
      ([key, item]) => `${inspectWithin(key, within)}=>${inspectWithin(item, within)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return String(value);
}

function inspectText(text: string): string {
  const escaped = text.replace(ESCAPED, (character) => {
    if (character === '#') return '\\#';
    return ESCAPES[character] ?? unicodeEscape(character.codePointAt(0) ?? 0);
  });
  return `"${escaped}"`;
}

function unicodeEscape(code: number): string {
  const hexadecimal = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${hexadecimal}}` : `\\u${hexadecimal.padStart(4, '0')}`;
}

/** Ruby writes exponents from 1e16 on and below 1e-4, JavaScript from 1e21 on and below 1e-6. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e16 || size < 1e-4) {
    const [mantissa, exponent] = value.toExponential().split('e');
    const digits = exponent.slice(1).padStart(2, '0');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent[0]}${digits}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function dateText({ year, month, day }: CalendarDate): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** Ruby shows a Date with its astronomical Julian day number, and with the day that ended the Julian calendar in Italy. */
function inspectDate(date: CalendarDate): string {
  return `#<Date: ${dateText(date)} ((${julianDay(date)}j,0s,0n),+0s,2299161j)>`;
}

function julianDay({ year, month, day }: CalendarDate): number {
  const shift = month <= 2 ? 1 : 0;
  const years = year + 4800 - shift;
  const months = month + 12 * shift - 3;
  const days = day + Math.floor((153 * months + 2) / 5) + 365 * years + Math.floor(years / 4);
  const gregorian = days - Math.floor(years / 100) + Math.floor(years / 400) - 32045;
  return gregorian >= 2299161 ? gregorian : days - 32083;
}

function timestampText({ epochMs, utcOffset }: Timestamp, fraction: string): string {
  const local = new Date(Math.floor(epochMs / 1000) * 1000 + utcOffset * 1000);
  const date = `${digits(local.getUTCFullYear(), 4)}-${digits(local.getUTCMonth() + 1, 2)}-${digits(local.getUTCDate(), 2)}`;
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]
    .map((part) => digits(part, 2))
    .join(':');
  const minutes = Math.abs(utcOffset) / 60;
  const zone = `${utcOffset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60), 2)}${digits(Math.floor(minutes % 60), 2)}`;
  return `${date} ${time}${fraction} ${zone}`;
}

function fractionText({ nanoseconds }: Timestamp): string {
  return nanoseconds === 0 ? '' : `.${digits(nanoseconds, 9).replace(/0+$/, '')}`;
}

function digits(value: number, length: number): string {
  const text = String(Math.abs(value)).padStart(length, '0');
  return value < 0 ? `-${text}` : text;
}
