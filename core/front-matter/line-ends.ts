import { diffList } from './write/list-diff';

interface Line {
  text: string;
  /** `\n`, `\r\n` or `\r`; '' for what stands after the last line end. */
  end: string;
}

const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/gy;

/** More pairs of lines than this are not compared: a text of which thousands of lines changed is another text. */
const MOST_PAIRS = 4_000_000;

/**
 * An edited text with the line ends that it had: editors in browsers give every line back with a line feed. A line that was
 * there before keeps its own end, a new one has that of the line before it. A text with carriage returns of its own is left
 * as it is, and so is one that had none before.
 * @param usual what the lines of the rest of the file end with, for a text that was one line alone
 */
export function keepLineEnds(before: string, after: string, usual: '\n' | '\r\n' = '\n'): string {
  if (after.includes('\r')) return after;
  if (!/[\r\n]/.test(before)) return usual === '\n' ? after : after.replace(/\n/g, usual);
  if (!before.includes('\r')) return after;
  const old = linesOf(before);
  const lines = linesOf(after);
  let start = 0;
  while (start < Math.min(old.length, lines.length) && old[start].text === lines[start].text) start += 1;
  let tail = 0;
  while (
    tail < Math.min(old.length, lines.length) - start &&
    old[old.length - 1 - tail].text === lines[lines.length - 1 - tail].text
  ) {
    tail += 1;
  }
  const ends = [
    ...old.slice(0, start).map(({ end }) => end),
    ...changedEnds(old.slice(start, old.length - tail), lines.slice(start, lines.length - tail)),
    ...old.slice(old.length - tail).map(({ end }) => end),
  ];
  let previous = old[0].end;
  return lines
    .map(({ text, end }, index) => {
      // What follows the last line end, and lines that nothing is known of.
      const kept = end === '' ? '' : ends[index] || previous;
      previous = kept || previous;
      return text + kept;
    })
    .join('');
}

/** The ends of lines of which some changed; '' where nothing is known. */
function changedEnds(old: Line[], lines: Line[]): string[] {
  if (old.length * lines.length > MOST_PAIRS) return lines.map(() => '');
  const texts = lines.map(({ text }) => text);
  return diffList(old.length, texts, (from, text) => old[from].text === text).map((step) =>
    step.kind === 'insert' ? '' : old[step.from].end,
  );
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [, content, end] of text.matchAll(LINE)) {
    lines.push({ text: content, end });
    if (end === '') break;
  }
  return lines;
}
