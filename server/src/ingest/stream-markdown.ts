import type { Core } from '@strapi/strapi';
import { STREAMED_MARKDOWN } from './media-types';

/**
 * Keeps Strapi's body parser (koa-body) from taking posts that are sent as `text/markdown`: it reads all of `text/*` at most
 * to 56 kB, and as UTF-8, so that other bytes would be stored as what they are not. It leaves types alone that it does not
 * know. Registered before the parser is.
 */
export function streamMarkdown(strapi: Core.Strapi): void {
  const route = `${strapi.config.get<string>('api.rest.prefix', '/api')}/press/posts/ingest`;
  strapi.server.use(async (context, next) => {
    // Routes are found without regard to case and to a slash at the end.
    const isIngest = context.path.toLowerCase().replace(/\/$/, '') === route.toLowerCase();
    if (isIngest && context.is('text/markdown')) context.req.headers['content-type'] = STREAMED_MARKDOWN;
    await next();
  });
}
