export type { Heading } from './heading-ids';
export { decodeText, htmlText } from './html-text';
export { imageTargets } from './image-targets';
export {
  coverPathOf,
  imagePathsOf,
  localImages,
  type IllustratedPost,
  type LocalImages,
} from './local-images';
export { isMarkdown, lengthOf, renderText, type RenderedText, type RenderOptions } from './render-post';
export { renderMarkdown } from './render-markdown';
export { sanitizeHtml, type KeptAttributes } from './sanitize-html';
export { sitePathOf } from './site-path';
export type { TextLength } from './word-count';
