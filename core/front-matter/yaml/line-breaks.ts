const OTHER_BREAKS = /\r(?!\n)|\x85|[\u2028\u2029]/;

/** A YAML text with the line breaks of YAML 1.1 as `\n`, at the same offsets, and one at its end. */
export interface UnifiedText {
  /** All line breaks as `\n` (and `\r\n`). */
  text: string;
  /** The same, but U+2028 and U+2029 as they are: quoted scalars keep them. */
  quotedText: string;
}

/**
 * libyaml also breaks lines at a lone CR, at U+0085, U+2028 and U+2029 (YAML 1.1, section 4.1.4); `yaml` knows only `\n` and `\r\n`.
 * A last line without its end gets one, as it has in a file, before the fence.
 */
export function unifyLineBreaks(yaml: string): UnifiedText {
  const whole = /(^|[\n\r])$/.test(yaml) ? yaml : `${yaml}\n`;
  if (!OTHER_BREAKS.test(whole)) return { text: whole, quotedText: whole };
  const quotedText = whole.replace(/\r(?!\n)|\x85/g, '\n');
  return { text: quotedText.replace(/[\u2028\u2029]/g, '\n'), quotedText };
}
