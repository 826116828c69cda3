export { loadPostTexts, type PostText } from './post-texts';
export { renderPosts, type Rendered, type RenderingOptions } from './render-posts';
export { renderingService, type RenderingService } from './rendering-service';
