import MarkdownIt from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { attributeLists } from './markdown/attribute-lists';
import { footnoteMarkup } from './markdown/footnote-markup';
import { htmlElements } from './markdown/html-elements';
import { kramdownBlocks } from './markdown/kramdown-blocks';
import { kramdownSymbols } from './markdown/kramdown-symbols';

/**
 * Markdown as Jekyll's kramdown reads it (kramdown 2.4 with its GFM parser): tables, footnotes, definition lists,
 * typographic quotes and dashes, whole HTML elements, attribute lists. CommonMark where the two do not differ for authors.
 */
const markdown = new MarkdownIt({ html: true, typographer: true, maxNesting: 60 })
  .use(deflist)
  .use(footnote)
  .use(footnoteMarkup)
  .use(kramdownBlocks)
  .use(htmlElements)
  .use(attributeLists)
  .use(kramdownSymbols);

/** The HTML of a Markdown text, not sanitized. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
