/** Where the line of an offset starts. */
export function lineStart(yaml: string, offset: number): number {
  return offset === 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line after that of an offset starts; the end of the text in its last line. */
export function nextLineStart(yaml: string, offset: number): number {
  const lineFeed = yaml.indexOf('\n', offset);
  return lineFeed === -1 ? yaml.length : lineFeed + 1;
}

/** The line end that a text uses: that of its first line, `fallback` where it has none. */
export function lineEndOf(yaml: string, fallback: string): string {
  return /\r?\n/.exec(yaml)?.[0] ?? fallback;
}
