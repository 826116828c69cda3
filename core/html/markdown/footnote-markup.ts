import type { MarkdownIt } from 'markdown-it';

/** What markdown-it-footnote hands to its rendering rules. */
interface FootnoteMeta {
  id: number;
  subId: number;
  label?: string;
}

/** Footnotes with the ids that kramdown gives them, so that links to them stay right. */
export function footnoteMarkup(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  const nameOf = ({ id, label }: FootnoteMeta): string => markdown.utils.escapeHtml(label ?? String(id + 1));
  const referenceOf = (meta: FootnoteMeta): string =>
    `fnref:${nameOf(meta)}${meta.subId > 0 ? `:${meta.subId}` : ''}`;
  rules.footnote_ref = (tokens, index) => {
    const meta = metaOf(tokens, index);
    return `<sup id="${referenceOf(meta)}"><a href="#fn:${nameOf(meta)}" class="footnote" rel="footnote">${meta.id + 1}</a></sup>`;
  };
  rules.footnote_block_open = () => '<div class="footnotes">\n<ol>\n';
  rules.footnote_block_close = () => '</ol>\n</div>\n';
  rules.footnote_open = (tokens, index) => `<li id="fn:${nameOf(metaOf(tokens, index))}">\n`;
  rules.footnote_anchor = (tokens, index) =>
    ` <a href="#${referenceOf(metaOf(tokens, index))}" class="reversefootnote">↩</a>`;
}

function metaOf(tokens: { meta: unknown }[], index: number): FootnoteMeta {
  return tokens[index].meta as FootnoteMeta;
}
