import type { MarkdownIt, StateBlock } from 'markdown-it';

const UNDERLINE = /^(=+|-+)[ \t]*$/;
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

/**
 * Where blocks of kramdown begin otherwise than those of CommonMark: a heading underlined with `===` or `---` has one line,
 * directly below a blank one; a paragraph goes on over a line of `---`. Struck out text is `del`.
 */
export function kramdownBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.at('lheading', underlinedHeading);
  // Not within a paragraph.
  markdown.block.ruler.at('hr', rule, { alt: ['reference', 'blockquote', 'list'] });
  markdown.renderer.rules.s_open = () => '<del>';
  markdown.renderer.rules.s_close = () => '</del>';
}

function underlinedHeading(state: StateBlock, startLine: number, endLine: number): boolean {
  const line = startLine + 1;
  if (line >= endLine || state.sCount[line] < state.blkIndent) return false;
  const text = textOf(state, startLine);
  const [, marks] = UNDERLINE.exec(textOf(state, line) ?? '') ?? [];
  if (!text || marks === undefined) return false;
  const tag = marks.startsWith('=') ? 'h1' : 'h2';
  state.push('heading_open', tag, 1).map = [startLine, line + 1];
  const inline = state.push('inline', '', 0);
  inline.content = text.trimEnd();
  inline.map = [startLine, line];
  inline.children = [];
  state.push('heading_close', tag, -1);
  state.line = line + 1;
  return true;
}

function rule(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const text = textOf(state, startLine);
  if (text === null || !RULE.test(text)) return false;
  if (silent) return true;
  const token = state.push('hr', 'hr', 0);
  token.map = [startLine, startLine + 1];
  token.markup = text.trimEnd();
  state.line = startLine + 1;
  return true;
}

/** A line without its indentation; null for one that is indented as code is. */
function textOf({ src, bMarks, tShift, eMarks, sCount, blkIndent }: StateBlock, line: number): string | null {
  return sCount[line] - blkIndent >= 4 ? null : src.slice(bMarks[line] + tShift[line], eMarks[line]);
}
