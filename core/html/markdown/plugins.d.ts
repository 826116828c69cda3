declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it';
  /** Definition lists: a line, and below it lines with `: `. */
  export default function deflist(markdown: MarkdownIt): void;
}

declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  /** Footnotes: `[^name]` and `[^name]: text`. */
  export default function footnote(markdown: MarkdownIt): void;
}
