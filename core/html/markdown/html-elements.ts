import type { MarkdownIt, StateBlock } from 'markdown-it';
import { endsOfElements } from './element-ends';

/** Elements that are blocks to kramdown (2.4, `HTML_BLOCK_ELEMENTS` and those whose content is raw). */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main map menu nav ol p pre section summary table tbody td tfoot th thead tr ul ' +
    'iframe object script style video audio'
  ).split(' '),
);
const OPENING = /^<([a-z][a-z0-9]*)(?=[\s/>])/i;
const MARKDOWN_INSIDE = /^<[^>]*\smarkdown\s*=/i;

/**
 * HTML elements as kramdown takes them: from the opening tag to the closing one as they are, blank lines and indented lines
 * among them. In CommonMark an element ends at the first blank line, and what is indented after it becomes code. An element
 * that is not closed, and one with `markdown="1"`, is left to CommonMark.
 */
export function htmlElements(markdown: MarkdownIt): void {
  markdown.block.ruler.before('html_block', 'html_element', htmlElement, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

function htmlElement(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine] - state.blkIndent >= 4) return false;
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const end = state.src[start] === '<' ? endOfBlocks(state, start, state.eMarks[endLine - 1]) : null;
  if (end === null) return false;
  if (silent) return true;
  const nextLine = lineAfter(state, startLine, end);
  state.line = nextLine;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, nextLine];
  token.content = state.getLines(startLine, nextLine, state.blkIndent, true);
  return true;
}

/** The name of the block that begins here; null where none does. */
function blockAt(source: string, at: number): string | null {
  const tag = source.slice(at, at + 200);
  const name = OPENING.exec(tag)?.[1].toLowerCase();
  return name !== undefined && BLOCKS.has(name) && !MARKDOWN_INSIDE.test(tag) ? name : null;
}

/** Where the block that begins here ends, with those that follow it on the same line; null where one is not closed. */
function endOfBlocks({ src, env }: StateBlock, start: number, limit: number): number | null {
  let end: number | null = null;
  for (let at = start; at < limit; ) {
    const name = blockAt(src, at);
    if (name === null) return end;
    end = endsOfElements(env, src, name).get(at) ?? null;
    if (end === null || end > limit) return null;
    at = end;
    while (src[at] === ' ' || src[at] === '\t') at += 1;
  }
  return end;
}

function lineAfter({ eMarks }: StateBlock, startLine: number, end: number): number {
  let line = startLine;
  while (eMarks[line] < end) line += 1;
  return line + 1;
}
