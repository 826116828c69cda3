/** A stretch of a text, half-open, and what takes its place. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

export function applySplice(yaml: string, { start, end, text }: Splice): string {
  return yaml.slice(0, start) + text + yaml.slice(end);
}
