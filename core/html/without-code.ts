/** Where something begins that is shown as it is written, or left out: a fence, a Liquid block, a comment. */
const OPENING = /^ {0,3}(`{3,}|~{3,})[^\n]*$|\{%-?\s*(raw|highlight|comment)\b|<!--/gm;
const CODE_SPAN = /(?<!`)(`{1,5})(?!`)[^\n]{0,1000}?[^`\n]\1(?!`)/g;

/**
 * A body without its code, comments and what Liquid leaves alone. A fence that is not closed reaches to the end; anything
 * else that is not closed is text. Takes time that grows with the length, whatever is opened and not closed.
 */
export function withoutCode(body: string): string {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(body); found; found = OPENING.exec(body)) {
    const [opening, fence, block] = found;
    const name = fence ?? block ?? opening;
    const start = OPENING.lastIndex;
    const end = unclosed.has(name) ? -1 : endOf(body, start, fence, block);
    if (end === -1 && fence === undefined) {
      // What is not closed from here on is not closed later either.
      unclosed.add(name);
      continue;
    }
    kept.push(body.slice(from, found.index));
    from = end === -1 ? body.length : end;
    OPENING.lastIndex = from;
  }
  kept.push(body.slice(from));
  return kept.join('').replace(CODE_SPAN, '');
}

/** Where the thing that is open ends; -1 where it does not. */
function endOf(body: string, start: number, fence: string | undefined, block: string | undefined): number {
  const closing =
    fence !== undefined
      ? new RegExp(`^ {0,3}${fence}${fence[0]}*[ \\t]*$`, 'gm')
      : block !== undefined
        ? new RegExp(`\\{%-?\\s*end${block}\\s*-?%\\}`, 'g')
        : /-->/g;
  closing.lastIndex = start;
  return closing.test(body) ? closing.lastIndex : -1;
}
