import { guessType } from '../safe-yaml/guess-type';

/** Characters that begin something else, or that some reader of YAML 1.1 treats apart at the start. */
const RESERVED_START = /^[-?:,[\]{}#&*!|>'"%@`~=<.+\s]/;

/** What YAML 1.1 readers take for a boolean or nil; safe_yaml knows fewer, Psych ignores case. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|nil)$/i;

/** Made only of what numbers, dates and times are made of (`1,000`, `0777`, `12:30`, `2021-12-8`, `1__0`, `1e3`, `0x1F`). */
const NUMBER_LIKE = /^[0-9][0-9a-fxotzT_,.:+\- \t]*$/i;

/** Blanks at an end, line breaks, tabs, control characters, byte order marks. */
const UNPLAIN = /^\s|\s$|[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\u2028\u2029]|:(?=\s|$)|\s#/u;

/**
 * Whether a text may stand without quotes: safe_yaml and Psych then both read it back as that text, on its own line or, with
 * `inFlow`, between the commas of a list. Where it is doubtful the answer is no.
 */
export function isPlainText(text: string, inFlow: boolean): boolean {
  if (text === '' || RESERVED_START.test(text) || UNPLAIN.test(text)) return false;
  if (WORDS.test(text) || NUMBER_LIKE.test(text)) return false;
  if (inFlow && /[,[\]{}:?]/.test(text)) return false;
  return guessType(text) === text;
}
