import type { Core } from '@strapi/strapi';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { renderPosts, type RenderingOptions } from './render-posts';

/** What of a post is rendered: a row, or what a form holds before it is saved. */
export interface RenderablePost {
  body?: string | null;
  url?: string | null;
  /** Says whether the body is Markdown; a post without a file is. */
  filePath?: string | null;
}

/** HTML of posts for whoever shows them: `strapi.plugin('press').service('rendering')`. */
export function renderingService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * The body of a post as HTML that is safe on any page: Markdown rendered as Jekyll does, sanitized, Liquid of paths and
     * posts resolved, images of the media library by their addresses there.
     */
    async html(post: RenderablePost, options: RenderingOptions = {}): Promise<string> {
      const settings = await pressService<SettingsService>(strapi, 'settings').recent();
      const { body, url = null, filePath = null } = post;
      const [{ html }] = await renderPosts(strapi, [{ body: body ?? '', url, filePath }], settings, options);
      return html;
    },
  };
}

export type RenderingService = ReturnType<typeof renderingService>;
