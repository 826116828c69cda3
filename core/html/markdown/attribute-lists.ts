import type { MarkdownIt, Token } from 'markdown-it';

const LIST = /\{:([^{}\n]*)\}/;
const BLOCK_LIST = /^ {0,3}\{:[^{}\n]*\}[ \t]*$/;
const INLINE_LIST = /^\{:[^{}\n]*\}/;
const ENTRY = /([.#])([\w:-]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g;

/**
 * kramdown's attribute lists, `{: .note #id title="…"}`: after a block on a line of its own, or directly after an image,
 * link, code or emphasis. Their classes, ids and attributes go to that block or element; nobody sees the list itself.
 */
export function attributeLists(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'paragraph',
    'attribute_list',
    (state, line, _end, silent) => {
      const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
      if (!BLOCK_LIST.test(text)) return false;
      if (silent) return true;
      const opening = openingOf(state.tokens);
      if (opening) apply(opening, text);
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );
  markdown.inline.ruler.before('text', 'attribute_list', (state, silent) => {
    const found =
      state.src[state.pos] === '{' && state.pos > 0 ? INLINE_LIST.exec(state.src.slice(state.pos)) : null;
    if (!found || state.pending !== '') return false;
    const opening = openingOf(state.tokens);
    if (!opening) return false;
    if (!silent) apply(opening, found[0]);
    state.pos += found[0].length;
    return true;
  });
}

/** What a token closes, for lists that stand behind one another. */
const openings = new WeakMap<Token, Token | null>();

/** The token that opens what ends with the last one. */
function openingOf(tokens: Token[]): Token | null {
  const last = tokens.at(-1);
  if (!last || last.nesting === 0) return last ?? null;
  const found =
    openings.get(last) ??
    tokens.findLast(({ level, nesting }) => level === last.level && nesting === 1) ??
    null;
  openings.set(last, found);
  return found;
}

function apply(token: Token, text: string): void {
  const entries = LIST.exec(text)?.[1] ?? '';
  for (const [, sign, name, key, double, single] of entries.matchAll(ENTRY)) {
    if (sign === '.') token.attrJoin('class', name);
    else if (sign === '#') token.attrSet('id', name);
    else token.attrSet(key, double ?? single);
  }
}
