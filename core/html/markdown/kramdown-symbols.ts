import type { MarkdownIt } from 'markdown-it';

const SYMBOLS: [RegExp, string][] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/\.\.\./g, '…'],
  [/<< ?/g, '«'],
  [/ ?>>/g, '»'],
];
const HAS_SYMBOL = /--|\.\.\.|<<|>>/;

/** Dashes, ellipses and guillemets as kramdown makes them, in the place of markdown-it's replacements, which are others. */
export function kramdownSymbols(markdown: MarkdownIt): void {
  markdown.core.ruler.at('replacements', ({ tokens }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.type === 'text' && HAS_SYMBOL.test(token.content)) token.content = replaced(token.content);
      }
    }
  });
}

function replaced(text: string): string {
  return SYMBOLS.reduce((result, [pattern, symbol]) => result.replace(pattern, symbol), text);
}
