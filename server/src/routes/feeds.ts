import { z } from '@strapi/utils';

const locale = z.string().optional().describe('Posts of this locale');
const FEED = {
  limit: z.string().optional().describe('How many posts, 1 to 100'),
  category: z.string().optional().describe('Slug of a category that the posts have'),
  locale,
};

const get = (path: string, query: Record<string, z.ZodType>) => ({
  method: 'GET' as const,
  path,
  handler: 'feed.find',
  request: { query },
  response: z.string(),
  config: {},
});

/** What feed readers and search engines ask for. */
export const feedRoutes = {
  type: 'content-api' as const,
  routes: [
    get('/feed.xml', FEED),
    get('/feed.json', FEED),
    get('/feeds/category/:slug.xml', { limit: FEED.limit, locale }),
    get('/sitemap.xml', { locale }),
    // Before the parts, which its path would match.
    get('/sitemap-news.xml', { locale }),
    get('/sitemap-:part.xml', { locale }),
  ],
};
