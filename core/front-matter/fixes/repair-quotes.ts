import { isTermKey } from '../term-keys';
import { replaceValue, type FaultyLine, type LineRepair } from './faulty-line';
import { doubleQuoted } from './quoted-text';

/** Two quoted parts of one text, as in `"Yes" or "No"`: what stands outside is then no quote around the whole. */
const TWO_PARTS = /^(["'])(?:(?!\1).)*[^\s"']\1(?=[\s,;.:]).*[\s(]\1[^\s"'](?:(?!\1).)*\1$/;
/** A blank and a `#`, which may be a comment or text. */
const COMMENT = /(^|\s)#/;

/** A value in double quotes that holds double quotes: each inner one is escaped. */
export function repairInnerQuotes(line: FaultyLine): LineRepair | null {
  const { written } = line;
  if (TWO_PARTS.test(written)) return wholeInQuotes(line, false);
  const text = innerText(written);
  return text === null ? null : replaceValue(line, 'escape-inner-quotes', doubleQuoted(text));
}

/** Text behind the closing quote: it ended the value too early, or only a part of the value was put in quotes. */
export function repairTextAfterQuote(line: FaultyLine): LineRepair | null {
  const { written, key } = line;
  if (TWO_PARTS.test(written)) return wholeInQuotes(line, false);
  if (/^'[^']*'(?!')/.test(written) && written.endsWith("'") && !written.includes("''")) {
    const text = written.slice(1, -1);
    return replaceValue(line, 'escape-inner-quotes', `'${text.replaceAll("'", "''")}'`);
  }
  const behind = written.slice(written.indexOf(written[0], 1) + 1);
  return /[\p{L}\p{N}]/u.test(behind) && !isTermKey(key) ? wholeInQuotes(line, true) : null;
}

/** A value without quotes that needs them. */
export function repairUnquoted(line: FaultyLine): LineRepair | null {
  const { written } = line;
  if (/^['"]|\\|^[|>][-+\d]*$/.test(written) || COMMENT.test(written)) return null;
  return replaceValue(line, 'quote-value', doubleQuoted(written));
}

/** A quote that is opened, and closed nowhere in its line. An apostrophe may as well be text (`'tis`). */
export function repairOpenQuote(line: FaultyLine): LineRepair | null {
  const { written } = line;
  if (!/^"[^"\\]*[^"\\\s,;]$/.test(written) || COMMENT.test(written)) return null;
  return replaceValue(line, 'close-quote', `${written}"`);
}

function wholeInQuotes(line: FaultyLine, safe: boolean): LineRepair | null {
  if (line.written.includes('\\') || COMMENT.test(line.written)) return null;
  return replaceValue(line, 'quote-value', doubleQuoted(line.written), safe);
}

/** What stands between the outer quotes, with `\"` and `\\` resolved; null where another backslash makes it uncertain. */
function innerText(written: string): string | null {
  if (written.length < 2 || !written.startsWith('"') || !written.endsWith('"')) return null;
  const inner = written.slice(1, -1);
  const unescaped = inner.replace(/\\["\\]/g, '');
  return unescaped.includes('\\') ? null : inner.replace(/\\(["\\])/g, '$1');
}
