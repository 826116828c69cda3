import { diffList } from './list-diff';
import { splitWords } from './writable-value';

/**
 * A string of words (`categories: news world`) after it became the wanted list, with its own gaps between words that stay neighbours.
 *
 * @returns null where a string of words cannot say it: a term with a blank in it, an empty term, an empty list
 */
export function wordListText(wanted: string[], text: string): string | null {
  if (
    wanted.length === 0 ||
    wanted.some((term) => splitWords(term).length !== 1 || splitWords(term)[0] !== term)
  ) {
    return null;
  }
  const words = splitWords(text);
  const gaps: string[] = text.match(/[ \t\n\v\f\r\0]+/g) ?? [];
  const isLed = /^[ \t\n\v\f\r\0]/.test(text);
  const gapAfter = (index: number): string => gaps[isLed ? index + 1 : index] ?? ' ';
  let written = isLed ? (gaps[0] ?? '') : '';
  let before: number | null = null;
  diffList(words.length, wanted, (from, term) => words[from] === term).forEach((step, index) => {
    const from: number | null = step.kind === 'insert' ? null : step.from;
    if (index > 0) written += before !== null && from === before + 1 ? gapAfter(before) : ' ';
    written += step.kind === 'keep' ? words[step.from] : step.text;
    before = from;
  });
  return written;
}
