/** A text of one line in double quotes; backslashes and quotes are escaped, all else stays as it is. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
